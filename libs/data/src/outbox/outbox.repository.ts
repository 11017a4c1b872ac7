import type { JobDefinition } from '@datalab/jobs';
import type { Database, Transaction } from '../database.js';

/** One piece of work that is not done yet. */
export interface OutboxItem {
  id: string;
  labId: string;
  job: string;
  payload: unknown;
  actorId: string;
  requestId: string;
}

interface Asked {
  labId: string;
  actorId: string;
  requestId: string;
}

/** Writes down that work must be done, in the same transaction as what it follows from, and wakes the relay when that commits. */
export async function askFor<Payload>(
  tx: Transaction,
  job: JobDefinition<Payload>,
  payload: Payload,
  { labId, actorId, requestId }: Asked,
): Promise<void> {
  await tx.query('insert into outbox (lab_id, job, payload, actor_id, request_id) values ($1, $2, $3, $4, $5)', [
    labId,
    job.name,
    JSON.stringify(job.payload.parse(payload)),
    actorId,
    requestId,
  ]);
  await tx.query(`select pg_notify('outbox', '')`);
}

/** The work of one kind that waits for a lab as this transaction sees it: whoever does it now does all of these. */
export async function listOpenWork(tx: Transaction, labId: string, job: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from outbox where lab_id = $1 and job = $2 and done_at is null and failed_at is null',
    [labId, job],
  );
  return rows.map(({ id }) => id);
}

/** Writes down that work is done, in the transaction of what it did. */
export async function finishWork(tx: Transaction, ids: readonly string[]): Promise<void> {
  await tx.query('update outbox set done_at = now() where id = any($1) and done_at is null', [ids]);
}

/** The relay's view of the outbox: it carries the work of every lab, as ids. */
export class OutboxRepository {
  constructor(private readonly database: Database) {}

  /** Work that no queue holds yet, or that one has held for so long that it may have lost it. At most 200 at a time. */
  async listWaiting(lostAfterSeconds: number): Promise<OutboxItem[]> {
    return this.database.inTransaction({}, (tx) =>
      tx.query(
        `select id, lab_id as "labId", job, payload, actor_id as "actorId", request_id as "requestId"
         from outbox
         where done_at is null and failed_at is null
           and (queued_at is null or queued_at < now() - make_interval(secs => $1))
         order by created_at limit 200 for update skip locked`,
        [lostAfterSeconds],
      ),
    );
  }

  async markQueued(ids: readonly string[]): Promise<void> {
    await this.database.inTransaction({}, (tx) =>
      tx.query('update outbox set queued_at = now() where id = any($1)', [ids]),
    );
  }

  /** True when nobody has finished this work yet: an item may be carried twice, its work is done once. */
  async isOpen(id: string): Promise<boolean> {
    const rows: unknown[] = await this.database.inTransaction({}, (tx) =>
      tx.query('select 1 from outbox where id = $1 and done_at is null and failed_at is null', [id]),
    );
    return rows.length > 0;
  }

  async markDone(id: string): Promise<void> {
    await this.database.inTransaction({}, (tx) => tx.query('update outbox set done_at = now() where id = $1', [id]));
  }

  /** The failure is a stable code, never a message that could hold a value. */
  async markFailed(id: string, failure: string): Promise<void> {
    await this.database.inTransaction({}, (tx) =>
      tx.query('update outbox set failed_at = now(), failure = $2 where id = $1', [id, failure]),
    );
  }
}
