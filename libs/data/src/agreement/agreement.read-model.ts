import { compilePolicy, type AgreementDocument, type AgreementState, type LabPolicy } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** One version of a lab's agreement. */
export interface AgreementRow {
  id: string;
  labId: string;
  version: number;
  state: AgreementState;
  /** Checked by the feature that wrote it. */
  document: AgreementDocument;
  revision: number;
  /** Null while it is a draft. */
  textHash: string | null;
  madeAt: Date;
  savedAt: Date;
  signingSince: Date | null;
  inForceSince: Date | null;
  endedAt: Date | null;
  endReason: string | null;
}

const AGREEMENT = `select id, lab_id as "labId", version, state, document, revision, text_hash as "textHash",
  made_at as "madeAt", saved_at as "savedAt", signing_since as "signingSince", in_force_since as "inForceSince",
  ended_at as "endedAt", end_reason as "endReason" from agreement`;

/** One version by its id; undefined where row-level security does not let it through. */
export async function findAgreement(tx: Transaction, id: string): Promise<AgreementRow | undefined> {
  const rows: AgreementRow[] = await tx.query(`${AGREEMENT} where id = $1`, [id]);
  return rows[0];
}

/** As findAgreement, and nobody else changes it until this transaction ends. */
export async function lockAgreement(tx: Transaction, id: string): Promise<AgreementRow | undefined> {
  const rows: AgreementRow[] = await tx.query(`${AGREEMENT} where id = $1 for update`, [id]);
  return rows[0];
}

/** Every version of a lab, newest first, 100 at most. */
export const listAgreements = (tx: Transaction, labId: string): Promise<AgreementRow[]> =>
  tx.query(`${AGREEMENT} where lab_id = $1 order by version desc limit 100`, [labId]);

/** The version in force; undefined where none is. */
export async function findAgreementInForce(tx: Transaction, labId: string): Promise<AgreementRow | undefined> {
  const rows: AgreementRow[] = await tx.query(`${AGREEMENT} where lab_id = $1 and state = 'in_force'`, [labId]);
  return rows[0];
}

/**
 * What a lab may do with its data now, for api and worker; undefined where no agreement is in force, and then nothing between organisations
 * may be done. Throws where the stored document is no whole agreement (any more): it allows nothing.
 */
export async function findPolicyInForce(tx: Transaction, labId: string): Promise<LabPolicy | undefined> {
  const agreement = await findAgreementInForce(tx, labId);
  return agreement && compilePolicy(agreement.document, agreement.version);
}

/** An organisation that wants a version to be signed. */
export interface SupportRow {
  agreementId: string;
  organisationId: string;
  at: Date;
}

/** Who supports the versions of a lab, in order of time. */
export const listSupport = (tx: Transaction, labId: string): Promise<SupportRow[]> =>
  tx.query(
    `select agreement_id as "agreementId", organisation_id as "organisationId", at
     from agreement_support where lab_id = $1 order by at, organisation_id`,
    [labId],
  );

/** A signature; the name of who signed is told to colleagues alone. */
export interface SignatureRow {
  agreementId: string;
  organisationId: string;
  textHash: string;
  signedAt: Date;
  signedBy: string | null;
}

/** The signatures under the versions of a lab, in order of time. */
export const listSignatures = (tx: Transaction, labId: string): Promise<SignatureRow[]> =>
  tx.query(
    `select s.agreement_id as "agreementId", s.organisation_id as "organisationId", s.text_hash as "textHash",
            s.signed_at as "signedAt", p.name as "signedBy"
     from agreement_signature s left join person p on p.id = s.person_id
     where s.lab_id = $1 order by s.signed_at, s.organisation_id`,
    [labId],
  );
