import { gatePolicy, type GatePolicy, SWITCHED_RULES } from '@datalab/disclosure';
import { DomainError, policyFaults, type AgreementDocument, type LabPolicy, type PolicyFault } from '@datalab/domain';

/** What the gate applies under a lab's policy: every rule, on its floors. Throws InvalidInput where these are milder than the platform's. */
export const gatePolicyOf = ({ version, floors }: Pick<LabPolicy, 'version' | 'floors'>): GatePolicy =>
  gatePolicy({ version: `agreement-${version}`, floors, rules: SWITCHED_RULES });

/** All that keeps a document from being signed: what it lacks, and floors that the gate would not take. */
export function agreementFaults(document: AgreementDocument): PolicyFault[] {
  const faults = policyFaults(document);
  try {
    gatePolicyOf({ version: 1, floors: document.floors });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    faults.push({ clause: 'thresholds', code: error.code.replace('disclosure.', '') });
  }
  return faults;
}
