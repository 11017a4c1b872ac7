import type { Transaction } from '../database.js';

/** Uploads of a lab that nobody finished or confirmed: begun, or waiting, since before these moments. Those of `submitReports` are sealed elsewhere. */
export const listAbandonedLoads = (
  tx: Transaction,
  labId: string,
  before: { begun: Date; waiting: Date },
): Promise<{ id: string; organisationId: string; datasetId: string }[]> =>
  tx.query(
    `select id, organisation_id as "organisationId", dataset_id as "datasetId" from load
     where lab_id = $1 and origin = 'file'
       and ((state = 'receiving' and created_at < $2) or (state = 'to_confirm' and created_at < $3)) for update`,
    [labId, before.begun, before.waiting],
  );

/** Which of these loads are of this lab and decided: their file is of no more use. */
export async function listDecided(tx: Transaction, labId: string, loadIds: readonly string[]): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from load where lab_id = $1 and id::text = any($2) and state in ('accepted', 'refused', 'withdrawn')`,
    [labId, loadIds],
  );
  return rows.map(({ id }) => id);
}

const count = (rows: { n: number }[]): number => rows[0]!.n;

/** Deletes the work of a lab that was done, or given up, before this moment. Gives how many pieces. */
export const deleteFinishedWork = async (tx: Transaction, labId: string, before: Date): Promise<number> =>
  count(
    await tx.query(
      `with gone as (delete from outbox where lab_id = $1 and coalesce(done_at, failed_at) < $2 returning 1)
       select count(*)::int as n from gone`,
      [labId, before],
    ),
  );

/** Deletes every session that is over, of whichever lab. Gives how many. */
export const deleteExpiredSessions = async (tx: Transaction): Promise<number> =>
  count(
    await tx.query(
      'with gone as (delete from session where expires_at < now() returning expires_at) select count(*)::int as n from gone',
    ),
  );
