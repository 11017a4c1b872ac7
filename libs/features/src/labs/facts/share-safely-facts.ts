import {
  findSnapshot,
  listAgreements,
  listPrivacyRisk,
  listSignatures,
  type AgreementRow,
  type Transaction,
} from '@datalab/data';
import { ANALYSIS_KINDS, isDocumented, isSpecialField, type LabFacts } from '@datalab/domain';
import { readValues } from '../../values/values-view.js';
import type { LabGround } from './lab-ground.js';

/** What the criteria of step 3 are computed from. */
export async function shareSafelyFacts(
  tx: Transaction,
  { lab, participants, reopenedAt }: LabGround,
): Promise<LabFacts['share_safely']> {
  const versions = await listAgreements(tx, lab.id);
  const signatures = await listSignatures(tx, lab.id);
  const values = await readValues(tx, lab.id);
  const snapshot = await findSnapshot(tx, lab.id);
  const inForce = versions.find(({ state }) => state === 'in_force');
  const toSign = versions.find(({ state }) => state === 'signing');
  const reopened = reopenedAt.get('share_safely') ?? null;
  const hasSigned = (version: AgreementRow | undefined, organisationId: string) =>
    signatures.some(
      (signature) =>
        signature.agreementId === version?.id &&
        signature.organisationId === organisationId &&
        !isDocumented(signature.signedAt, reopened),
    );
  const isWhole =
    inForce !== undefined && participants.every(({ organisationId }) => hasSigned(inForce, organisationId));
  const newest = versions.find(({ state }) => !['withdrawn', 'lapsed'].includes(state));
  return {
    toSignSince: toSign?.signingSince ?? null,
    organisations: participants.map(({ organisationId, name }) => ({
      organisationId,
      name,
      signed: hasSigned(isWhole ? inForce : (toSign ?? inForce), organisationId),
      answered: values.owing.every((owing) => owing.organisationId !== organisationId),
    })),
    inForce: isWhole,
    lacksDpia: newest !== undefined && lacksDpia(newest),
    riskMeasured: snapshot === undefined || (await listPrivacyRisk(tx, snapshot.id)).length > 0,
  };
}

const lacksDpia = ({ document: { dpia, fields } }: AgreementRow): boolean =>
  dpia === null && ANALYSIS_KINDS.some((kind) => fields[kind].some(isSpecialField));
