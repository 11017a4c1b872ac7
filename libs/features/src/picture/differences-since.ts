import type { DatasetRow, EffectiveLoad, SnapshotDifferenceRow, SnapshotRow } from '@datalab/data';
import { snapshotDifference, type Snapshot, type SnapshotStore } from '@datalab/snapshot';
import { differenceRows } from './source-difference.js';

/** What changed since the picture before, source by source and tier by tier; nothing where this is the first. */
export async function differencesSince(
  store: SnapshotStore,
  newest: SnapshotRow | undefined,
  snapshot: Snapshot,
  datasets: readonly DatasetRow[],
  loads: readonly EffectiveLoad[],
): Promise<SnapshotDifferenceRow[]> {
  if (newest === undefined) return [];
  const before = await store.find(newest.digest);
  // Of the same rows two snapshots are one: nothing differs, and one folder is not read under two names.
  const rows = before && (before.digest === snapshot.digest ? [] : await snapshotDifference(before, snapshot));
  const delivering = new Set(loads.map(({ datasetId }) => datasetId));
  return differenceRows({ digest: newest.digest, at: newest.createdAt.toISOString() }, rows, datasets, delivering);
}
