import type { Transaction } from '../database.js';

/** A snapshot as the worker may look into it, to make it again. */
export interface FrozenSnapshot {
  id: string;
  digest: string;
  manifest: unknown;
  createdAt: Date;
  /** When its files were destroyed; null while they stand. */
  destroyedAt: Date | null;
}

/** The newest snapshot of a lab, or the newest that has this digest. */
export async function findFrozenSnapshot(
  tx: Transaction,
  labId: string,
  digest?: string,
): Promise<FrozenSnapshot | undefined> {
  const rows: FrozenSnapshot[] = await tx.query(
    `select id, digest, manifest, created_at as "createdAt", destroyed_at as "destroyedAt" from snapshot
     where lab_id = $1 and ($2::text is null or digest = $2) order by created_at desc, id desc limit 1`,
    [labId, digest ?? null],
  );
  return rows[0];
}

/** One load that a snapshot holds rows of, as it is now. */
export interface FrozenLoad {
  datasetName: string;
  organisationName: string;
  revision: number;
  state: string;
  withdrawnAt: Date | null;
  /** Days of it that the snapshot holds and that were deleted since (expired, or replaced long ago); null where none were. */
  deletedDays: string | null;
}

/** The loads of a snapshot. Empty for one of before it was written down what a snapshot holds. */
export const listFrozenLoads = (tx: Transaction, labId: string, snapshotId: string): Promise<FrozenLoad[]> =>
  tx.query(
    `select d.name as "datasetName", o.name as "organisationName", l.revision, l.state,
            case when l.state = 'withdrawn' then l.decided_at end as "withdrawnAt",
            nullif((sl.covers * l.deleted_covers)::text, '{}') as "deletedDays"
     from snapshot_load sl join load l on l.id = sl.load_id join dataset d on d.id = l.dataset_id
     join organisation o on o.id = d.organisation_id
     where sl.lab_id = $1 and sl.snapshot_id = $2 order by o.name, d.name, l.revision`,
    [labId, snapshotId],
  );
