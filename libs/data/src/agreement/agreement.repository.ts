import type { AgreementDocument, AgreementState } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** Makes the next version of a lab's agreement, a draft; two at once get two numbers and the second is refused. Returns its id. */
export async function insertAgreement(
  tx: Transaction,
  draft: { labId: string; document: AgreementDocument; madeBy: string; at: Date },
): Promise<string> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 23))', [draft.labId]);
  const rows: { id: string }[] = await tx.query(
    `insert into agreement (lab_id, version, document, made_by, made_at, saved_at)
     select $1::uuid, coalesce(max(version), 0) + 1, $2::jsonb, $3::uuid, $4::timestamptz, $4::timestamptz
     from agreement where lab_id = $1 returning id`,
    [draft.labId, JSON.stringify(draft.document), draft.madeBy, draft.at],
  );
  return rows[0]!.id;
}

/** Saves a draft that nobody saved since `revision`; false where somebody did. */
export async function saveAgreement(
  tx: Transaction,
  id: string,
  { document, revision, at }: { document: AgreementDocument; revision: number; at: Date },
): Promise<boolean> {
  const [, saved]: [unknown, number] = await tx.query(
    `update agreement set document = $3, revision = revision + 1, saved_at = $4
     where id = $1 and revision = $2 and state = 'draft'`,
    [id, revision, JSON.stringify(document), at],
  );
  return saved > 0;
}

/** What goes with a new state; what is left out stays as it was. */
export interface AgreementChange {
  state: AgreementState;
  textHash?: string;
  signingSince?: Date;
  inForceSince?: Date;
  endedAt?: Date;
  endReason?: string;
}

/** Moves a version to another state. The caller has locked it and knows that the state machine allows it. */
export async function moveAgreement(tx: Transaction, id: string, change: AgreementChange): Promise<void> {
  await tx.query(
    `update agreement set state = $2, text_hash = coalesce($3, text_hash), signing_since = coalesce($4, signing_since),
       in_force_since = coalesce($5, in_force_since), ended_at = coalesce($6, ended_at), end_reason = coalesce($7, end_reason)
     where id = $1`,
    [
      id,
      change.state,
      change.textHash ?? null,
      change.signingSince ?? null,
      change.inForceSince ?? null,
      change.endedAt ?? null,
      change.endReason ?? null,
    ],
  );
}

interface ByOrganisation {
  agreementId: string;
  labId: string;
  organisationId: string;
  personId: string;
  at: Date;
}

/** Writes down that an organisation wants this version; a second time changes nothing. */
export async function insertSupport(tx: Transaction, support: ByOrganisation): Promise<void> {
  const { agreementId, labId, organisationId, personId, at } = support;
  await tx.query(
    `insert into agreement_support (agreement_id, lab_id, organisation_id, person_id, at) values ($1, $2, $3, $4, $5)
     on conflict do nothing`,
    [agreementId, labId, organisationId, personId, at],
  );
}

/** Writes a signature. The database refuses it from anybody but a privacy officer, on another text, and without a session in which they showed who they are. */
export async function insertSignature(
  tx: Transaction,
  signature: ByOrganisation & { textHash: string; authenticatedAt: Date },
): Promise<void> {
  const { agreementId, labId, organisationId, personId, textHash, at, authenticatedAt } = signature;
  await tx.query(
    `insert into agreement_signature (agreement_id, lab_id, organisation_id, person_id, text_hash, signed_at, authenticated_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [agreementId, labId, organisationId, personId, textHash, at, authenticatedAt],
  );
}
