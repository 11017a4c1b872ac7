import type { Transaction } from '../database.js';

/** How one source differs in a snapshot from the one before; the document is typed by the feature that writes it. */
export interface SnapshotDifferenceRow {
  datasetId: string;
  organisationId: string;
  tier: 'own' | 'lab';
  document: unknown;
}

/** Keeps the differences of a snapshot, of every source and tier. */
export async function saveSnapshotDifferences(
  tx: Transaction,
  labId: string,
  snapshotId: string,
  rows: readonly SnapshotDifferenceRow[],
): Promise<void> {
  for (const { datasetId, organisationId, tier, document } of rows)
    await tx.query(
      `insert into snapshot_difference (snapshot_id, dataset_id, tier, lab_id, organisation_id, document) values ($1, $2, $3, $4, $5, $6)`,
      [snapshotId, datasetId, tier, labId, organisationId, JSON.stringify(document)],
    );
}

/** The differences of a snapshot as far as row-level security lets through: of one's own sources both tiers, of the others the lab's. */
export const listSnapshotDifferences = (
  tx: Transaction,
  labId: string,
  snapshotId: string,
): Promise<SnapshotDifferenceRow[]> =>
  tx.query(
    `select dataset_id as "datasetId", organisation_id as "organisationId", tier, document
     from snapshot_difference where lab_id = $1 and snapshot_id = $2 order by dataset_id, tier`,
    [labId, snapshotId],
  );
