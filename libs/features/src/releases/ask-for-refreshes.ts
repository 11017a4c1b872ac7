import { askFor, listStanding, type Transaction } from '@datalab/data';
import { standingRefreshJob } from '@datalab/jobs';
import type { Work } from '../work.js';

/** Asks, in the transaction that saves a new picture, for the next version of every standing release of its lab. */
export async function askForRefreshes(
  tx: Transaction,
  { labId, actorId, requestId }: Work,
  snapshotId: string,
): Promise<void> {
  for (const { id, endedAt } of await listStanding(tx, labId))
    if (endedAt === null)
      await askFor(tx, standingRefreshJob, { standingId: id, snapshotId }, { labId, actorId, requestId });
}
