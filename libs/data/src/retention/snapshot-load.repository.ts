import type { Transaction } from '../database.js';
import { coversTransformer } from '../loads/covers.js';
import type { EffectiveLoad } from '../picture/delivered-rows.js';

/** Writes down of which loads, and of which of their days, a snapshot holds rows. */
export async function saveSnapshotLoads(
  tx: Transaction,
  labId: string,
  snapshotId: string,
  loads: readonly Pick<EffectiveLoad, 'loadId' | 'covers'>[],
): Promise<void> {
  const rows = loads.map(({ loadId, covers }) => ({ load_id: loadId, covers: coversTransformer.to(covers) as string }));
  await tx.query(
    `insert into snapshot_load (snapshot_id, lab_id, load_id, covers)
     select $1::uuid, $2::uuid, r.load_id, r.covers::datemultirange from jsonb_to_recordset($3::jsonb) as r(load_id uuid, covers text)`,
    [snapshotId, labId, JSON.stringify(rows)],
  );
}

/**
 * Snapshots of a lab whose files still hold rows that were deleted. One of before it was written down what a snapshot holds counts as holding
 * everything that had been delivered by then.
 */
export const listTaintedSnapshots = (
  tx: Transaction,
  labId: string,
): Promise<{ id: string; digest: string; isNewest: boolean }[]> =>
  tx.query(
    `select s.id, s.digest,
            s.id = (select id from snapshot where lab_id = $1 order by created_at desc, id desc limit 1) as "isNewest"
     from snapshot s
     where s.lab_id = $1 and s.destroyed_at is null and (
       exists (select from snapshot_load sl join load l on l.id = sl.load_id
               where sl.snapshot_id = s.id and sl.covers && l.deleted_covers)
       or (not exists (select from snapshot_load sl where sl.snapshot_id = s.id)
           and exists (select from load l where l.lab_id = $1 and l.created_at <= s.created_at and not isempty(l.deleted_covers))))
     order by s.created_at`,
    [labId],
  );

/** Writes down that the files of a snapshot are gone. Its row stays: results that were made of it name it. */
export async function markDestroyed(tx: Transaction, snapshotId: string, at: Date): Promise<void> {
  await tx.query('update snapshot set destroyed_at = $2 where id = $1 and destroyed_at is null', [snapshotId, at]);
}
