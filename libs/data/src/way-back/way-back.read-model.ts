import type { WayBackState } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface WayBackAnswerRow {
  organisationId: string;
  organisationName: string;
  /** Null where this organisation has not answered yet. */
  approves: boolean | null;
  reason: string;
  at: Date | null;
}

/** One request for the way back, with the answers of everybody who was asked. Holds no address, no hash and no number of addresses. */
export interface WayBackRow {
  id: string;
  labId: string;
  receiverId: string;
  receiverName: string;
  agreementVersion: number;
  releaseId: string;
  runId: string;
  /** Title of the result that it begins at. */
  title: string;
  method: string;
  householdGroup: string;
  reason: string;
  askedOf: string[];
  state: WayBackState;
  askedBy: string;
  askedAt: Date;
  toldFirst: string | null;
  openedAt: Date | null;
  failure: string | null;
  readyAt: Date | null;
  expiresAt: Date | null;
  destroyedAt: Date | null;
  reached: string | null;
  helped: string | null;
  settledAt: Date | null;
  endedAt: Date | null;
  endReason: string | null;
  answers: WayBackAnswerRow[];
}

const WAY_BACK = `select w.id, w.lab_id as "labId", w.receiver_id as "receiverId", o.name as "receiverName",
    w.agreement_version as "agreementVersion", w.release_id as "releaseId", w.run_id as "runId", r.title, r.method,
    w.household_group as "householdGroup", w.reason, w.asked_of as "askedOf", w.state, w.asked_by as "askedBy", w.asked_at as "askedAt",
    w.told_first as "toldFirst", w.opened_at as "openedAt", w.failure, w.ready_at as "readyAt", w.expires_at as "expiresAt",
    w.destroyed_at as "destroyedAt", w.reached, w.helped, w.settled_at as "settledAt", w.ended_at as "endedAt", w.end_reason as "endReason"
  from way_back w join organisation o on o.id = w.receiver_id join analysis_run r on r.lab_id = w.lab_id and r.id = w.run_id`;

async function withAnswers(tx: Transaction, rows: Omit<WayBackRow, 'answers'>[]): Promise<WayBackRow[]> {
  const answers: (WayBackAnswerRow & { wayBackId: string })[] = await tx.query(
    `select w.id as "wayBackId", o.id as "organisationId", o.name as "organisationName", a.approves, coalesce(a.reason, '') as reason, a.at
     from way_back w cross join unnest(w.asked_of) as asked (organisation_id) join organisation o on o.id = asked.organisation_id
     left join way_back_answer a on a.way_back_id = w.id and a.organisation_id = asked.organisation_id
     where w.id = any($1) order by o.name`,
    [rows.map(({ id }) => id)],
  );
  return rows.map((row) => ({
    ...row,
    answers: answers.filter(({ wayBackId }) => wayBackId === row.id).map(({ wayBackId: _, ...answer }) => answer),
  }));
}

/** The requests of a lab that row-level security lets through, newest first, 100 at most. */
export const listWayBacks = async (tx: Transaction, labId: string): Promise<WayBackRow[]> =>
  withAnswers(tx, await tx.query(`${WAY_BACK} where w.lab_id = $1 order by w.asked_at desc limit 100`, [labId]));

/** A request; undefined where row-level security lets none through. */
export async function findWayBack(tx: Transaction, id: string): Promise<WayBackRow | undefined> {
  const rows: Omit<WayBackRow, 'answers'>[] = await tx.query(`${WAY_BACK} where w.id = $1`, [id]);
  return (await withAnswers(tx, rows))[0];
}

/** The same request answered or moved by two at once is done one after the other, also where a policy lets a row be read and not changed. */
export const holdWayBack = (tx: Transaction, id: string): Promise<unknown> =>
  tx.query('select pg_advisory_xact_lock(hashtextextended($1, 41))', [id]);

/** Whose knowledge a list of this run would reveal: every organisation with a source in it but the receiver. */
export async function findWayBackParties(tx: Transaction, runId: string, receiverId: string): Promise<string[]> {
  const rows: { parties: string[] }[] = await tx.query('select app.way_back_parties($1, $2) as parties', [
    runId,
    receiverId,
  ]);
  return rows[0]!.parties;
}

/** The public half of a receiver's key, 32 bytes; undefined where none is registered, or it is not yours to see. */
export async function findReceiverKey(
  tx: Transaction,
  labId: string,
  organisationId: string,
): Promise<Buffer | undefined> {
  const rows: { publicKey: Buffer }[] = await tx.query(
    'select public_key as "publicKey" from receiver_key where lab_id = $1 and organisation_id = $2',
    [labId, organisationId],
  );
  return rows[0]?.publicKey;
}

/** The sealed list of a request; undefined where there is none (any more), or it is not yours. */
export async function findWayBackList(
  tx: Transaction,
  wayBackId: string,
): Promise<{ box: Buffer; digest: string } | undefined> {
  const rows: { box: Buffer; digest: string }[] = await tx.query(
    'select box, digest from way_back_list where way_back_id = $1',
    [wayBackId],
  );
  return rows[0];
}

/** Requests of a lab whose list is over or whose result came in: for the worker, to destroy what is left. */
export const listOverdueLists = (
  tx: Transaction,
  labId: string,
  now: Date,
): Promise<{ id: string; receiverId: string; state: WayBackState }[]> =>
  tx.query(
    `select id, receiver_id as "receiverId", state from way_back
     where lab_id = $1 and destroyed_at is null and (state = 'settled' or (state = 'ready' and expires_at <= $2)) order by id`,
    [labId, now],
  );
