import { notFound, type WayBackState } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A request for the way back as it begins. */
export interface NewWayBack {
  id: string;
  labId: string;
  receiverId: string;
  agreementVersion: number;
  releaseId: string;
  runId: string;
  householdGroup: string;
  reason: string;
  askedOf: readonly string[];
  askedBy: string;
  at: Date;
}

/** Writes a request. The database refuses it from anybody but the receiver of the agreement in force, and where somebody is left out who must answer. */
export async function insertWayBack(tx: Transaction, asked: NewWayBack): Promise<void> {
  const { id, labId, receiverId, agreementVersion, releaseId, runId, householdGroup, reason, askedOf, askedBy, at } =
    asked;
  await tx.query(
    `insert into way_back (id, lab_id, receiver_id, agreement_version, release_id, run_id, household_group, reason, asked_of, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, labId, receiverId, agreementVersion, releaseId, runId, householdGroup, reason, askedOf, askedBy, at],
  );
}

/** One organisation's answer; the database refuses it from anybody but its privacy officer, and without a session in which they showed who they are. */
export async function insertWayBackAnswer(
  tx: Transaction,
  answer: {
    wayBackId: string;
    labId: string;
    organisationId: string;
    personId: string;
    approves: boolean;
    reason: string;
    at: Date;
    authenticatedAt: Date;
  },
): Promise<void> {
  const { wayBackId, labId, organisationId, personId, approves, reason, at, authenticatedAt } = answer;
  await tx.query(
    `insert into way_back_answer (way_back_id, lab_id, organisation_id, person_id, approves, reason, at, authenticated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [wayBackId, labId, organisationId, personId, approves, reason, at, authenticatedAt],
  );
}

/** What a person or the worker makes of a request; what is left out stays as it was. */
export interface WayBackChange {
  state: WayBackState;
  toldFirst?: string;
  openedBy?: string;
  openedAt?: Date;
  failure?: string;
  readyAt?: Date;
  expiresAt?: Date;
  destroyedAt?: Date;
  reached?: string;
  helped?: string;
  settledAt?: Date;
  endedAt?: Date;
  endReason?: string;
}

const COLUMN: Readonly<Record<keyof WayBackChange, string>> = {
  state: 'state',
  toldFirst: 'told_first',
  openedBy: 'opened_by',
  openedAt: 'opened_at',
  failure: 'failure',
  readyAt: 'ready_at',
  expiresAt: 'expires_at',
  destroyedAt: 'destroyed_at',
  reached: 'reached',
  helped: 'helped',
  settledAt: 'settled_at',
  endedAt: 'ended_at',
  endReason: 'end_reason',
};

/**
 * Moves a request. The caller has locked it and knows that the state machine allows it; the database holds the order a second time. NotFound where
 * row-level security lets the caller read it and not move it.
 */
export async function moveWayBack(tx: Transaction, id: string, change: WayBackChange): Promise<void> {
  // Columns by name: the api may write some of them and the worker others, and neither may name the other's.
  const fields = (Object.keys(COLUMN) as (keyof WayBackChange)[]).filter((field) => change[field] !== undefined);
  const [, moved]: [unknown, number] = await tx.query(
    `update way_back set ${fields.map((field, i) => `${COLUMN[field]} = $${i + 2}`).join(', ')} where id = $1`,
    [id, ...fields.map((field) => change[field])],
  );
  if (moved === 0) throw notFound('way back');
}

/** Registers the public half of the receiver's key, in the place of an earlier one. */
export async function saveReceiverKey(
  tx: Transaction,
  key: { labId: string; organisationId: string; publicKey: Uint8Array; registeredBy: string; at: Date },
): Promise<void> {
  await tx.query(
    `insert into receiver_key (lab_id, organisation_id, public_key, registered_by, registered_at) values ($1, $2, $3, $4, $5)
     on conflict (lab_id, organisation_id)
     do update set public_key = excluded.public_key, registered_by = excluded.registered_by, registered_at = excluded.registered_at`,
    [key.labId, key.organisationId, Buffer.from(key.publicKey), key.registeredBy, key.at],
  );
}

/** Keeps the sealed list of a request; for the worker alone. Another try puts its own in the place of an earlier one. */
export async function saveWayBackList(
  tx: Transaction,
  list: { wayBackId: string; labId: string; receiverId: string; box: Uint8Array; digest: string },
): Promise<void> {
  await tx.query('delete from way_back_list where way_back_id = $1', [list.wayBackId]);
  await tx.query(
    'insert into way_back_list (way_back_id, lab_id, receiver_id, box, digest) values ($1, $2, $3, $4, $5)',
    [list.wayBackId, list.labId, list.receiverId, Buffer.from(list.box), list.digest],
  );
}

/** Destroys the list of a request; gives the digest that it had, or undefined where there was none. For the worker alone. */
export async function deleteWayBackList(tx: Transaction, wayBackId: string): Promise<string | undefined> {
  const [rows]: [{ digest: string }[], number] = await tx.query(
    'delete from way_back_list where way_back_id = $1 returning digest',
    [wayBackId],
  );
  return rows[0]?.digest;
}
