import type { IntakeClause } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A text that a lab wrote itself. */
export interface IntakeTermsRow {
  version: number;
  clauses: IntakeClause[];
  /** SHA-256 (hex) of the clauses. */
  digest: string;
  madeAt: Date;
}

/** The newest text that a lab wrote itself; undefined where the platform's own text holds. */
export async function findLabTerms(tx: Transaction, labId: string): Promise<IntakeTermsRow | undefined> {
  const rows: IntakeTermsRow[] = await tx.query(
    `select version, clauses, digest, made_at as "madeAt" from intake_terms where lab_id = $1 order by version desc limit 1`,
    [labId],
  );
  return rows[0];
}

export interface NewTerms extends IntakeTermsRow {
  labId: string;
  madeBy: string;
}

/** Adds a version of a lab's own text. Throws where the version is there already. */
export const insertTerms = (tx: Transaction, terms: NewTerms): Promise<unknown> =>
  tx.query(
    'insert into intake_terms (lab_id, version, clauses, digest, made_by, made_at) values ($1, $2, $3, $4, $5, $6)',
    [terms.labId, terms.version, JSON.stringify(terms.clauses), terms.digest, terms.madeBy, terms.madeAt],
  );

/** Keeps two from changing a lab's terms, or one organisation's signature, at the same time. */
export const lockIntake = (tx: Transaction, labId: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 2))', [labId]);

export interface IntakeSignatureRow {
  id: string;
  organisationId: string;
  version: number;
  /** The text as it was signed. */
  clauses: IntakeClause[];
  digest: string;
  /** Name of the privacy officer, for colleagues; null for all others. */
  signedBy: string | null;
  signedAt: Date;
  /** Null while it stands. */
  endedAt: Date | null;
  endedReason: string | null;
}

const SIGNATURE = `select s.id, s.organisation_id as "organisationId", s.version, s.clauses, s.digest,
    case when s.organisation_id = (select app.organisation_id()) then p.name end as "signedBy", s.signed_at as "signedAt",
    s.ended_at as "endedAt", case when s.organisation_id = (select app.organisation_id()) then s.ended_reason end as "endedReason"
  from intake_signature s left join person p on p.id = s.signed_by`;

/** Every signature of a lab, newest first. Why one ended is told to its own organisation alone. */
export const listIntakeSignatures = (tx: Transaction, labId: string): Promise<IntakeSignatureRow[]> =>
  tx.query(`${SIGNATURE} where s.lab_id = $1 order by s.signed_at desc, s.id desc`, [labId]);

/** The signature of an organisation that was not ended; it may be under an older text than the one that holds. */
export async function findIntakeSignature(
  tx: Transaction,
  labId: string,
  organisationId: string,
): Promise<IntakeSignatureRow | undefined> {
  const rows: IntakeSignatureRow[] = await tx.query(
    `${SIGNATURE} where s.lab_id = $1 and s.organisation_id = $2 and s.ended_at is null`,
    [labId, organisationId],
  );
  return rows[0];
}

export interface NewSignature {
  labId: string;
  organisationId: string;
  version: number;
  clauses: readonly IntakeClause[];
  digest: string;
  signedBy: string;
  signedAt: Date;
}

/** Puts a signature; gives its id. One that stands must have been ended before. */
export async function insertIntakeSignature(tx: Transaction, signature: NewSignature): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into intake_signature (lab_id, organisation_id, version, clauses, digest, signed_by, signed_at)
     values ($1, $2, $3, $4, $5, $6, $7) returning id`,
    [
      signature.labId,
      signature.organisationId,
      signature.version,
      JSON.stringify(signature.clauses),
      signature.digest,
      signature.signedBy,
      signature.signedAt,
    ],
  );
  return rows[0]!.id;
}

/** Ends a signature that stands. */
export const endIntakeSignature = (
  tx: Transaction,
  id: string,
  { by, at, reason }: { by: string; at: Date; reason: string },
): Promise<unknown> =>
  tx.query(
    'update intake_signature set ended_by = $2, ended_at = $3, ended_reason = $4 where id = $1 and ended_at is null',
    [id, by, at, reason],
  );

/** The privacy officers of an organisation in a lab, by name, as far as row-level security tells who they are. */
export async function listPrivacyOfficers(tx: Transaction, labId: string, organisationId: string): Promise<string[]> {
  const rows: { name: string }[] = await tx.query(
    `select p.name from membership m join person p on p.id = m.person_id
     where m.lab_id = $1 and m.organisation_id = $2 and m.role = 'privacy_officer' and m.ended_at is null order by p.name`,
    [labId, organisationId],
  );
  return rows.map(({ name }) => name);
}
