import { createHash } from 'node:crypto';
import {
  findLabTerms,
  findIntakeSignature,
  listPrivacyOfficers,
  type DatasetRow,
  type Transaction,
} from '@datalab/data';
import { invalidState, STANDARD_INTAKE_TERMS, STANDARD_INTAKE_VERSION, type IntakeClause } from '@datalab/domain';

/** The text that holds in a lab now. */
export interface TermsInForce {
  version: number;
  clauses: readonly IntakeClause[];
  /** SHA-256 (hex) of the clauses. A signature holds for the text that has its digest, and for no other. */
  digest: string;
  /** When the lab wrote it; null for the platform's own text. */
  madeAt: Date | null;
}

export const digestOfClauses = (clauses: readonly IntakeClause[]): string =>
  createHash('sha256')
    .update(JSON.stringify(clauses.map(({ title, text }) => [title, text])))
    .digest('hex');

const STANDARD: TermsInForce = {
  version: STANDARD_INTAKE_VERSION,
  clauses: STANDARD_INTAKE_TERMS,
  digest: digestOfClauses(STANDARD_INTAKE_TERMS),
  madeAt: null,
};

/** The lab's own newest text, else the platform's. */
export const termsInForce = async (tx: Transaction, labId: string): Promise<TermsInForce> =>
  (await findLabTerms(tx, labId)) ?? STANDARD;

/**
 * Throws InvalidState unless the dataset's organisation has signed the terms that hold now; the message names who must. What was uploaded
 * before stays: this is asked before something new begins.
 */
export async function requireSignedTerms(tx: Transaction, dataset: DatasetRow): Promise<void> {
  const { labId, organisationId, organisationName } = dataset;
  const terms = await termsInForce(tx, labId);
  const signature = await findIntakeSignature(tx, labId, organisationId);
  if (signature?.digest === terms.digest) return;
  const officers = await listPrivacyOfficers(tx, labId, organisationId);
  const who =
    officers.length === 0
      ? `${organisationName} has no privacy officer in this lab yet; its coordinator names one, who signs`
      : `the privacy officer of ${organisationName} (${officers.join(', ')}) signs`;
  throw invalidState(
    signature === undefined ? 'intake.unsigned' : 'intake.outdated',
    signature === undefined
      ? `Before the first upload ${who} the intake terms.`
      : `The intake terms changed: before the next upload ${who} the new text.`,
  );
}
