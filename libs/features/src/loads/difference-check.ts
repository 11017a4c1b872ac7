import {
  announce,
  audit,
  compareStaged,
  findDifference,
  saveDifference,
  updateLoad,
  type LoadEntity,
  type LoadTotals,
  type RowTarget,
  type Transaction,
} from '@datalab/data';
import { nextLoadState, takesAway } from '@datalab/domain';
import type { Work } from '../work.js';

/**
 * Compares the staged rows with what counts now in the days of the load, keeps the outcome, and says whether the steward must see it before
 * the load counts: they asked for that, something would be removed or changed, and this is not what they confirmed already.
 */
export async function mustAskFirst(tx: Transaction, load: LoadEntity, target: RowTarget, now: Date): Promise<boolean> {
  const difference = await compareStaged(tx, load, target);
  if (difference === undefined) return false;
  const seen = await findDifference(tx, load.id);
  await saveDifference(tx, load, difference, now);
  if (!load.confirmDifference || !takesAway(difference)) return false;
  return load.confirmedAt === null || !isSame(seen, difference);
}

/** Leaves the load waiting, with its totals, and tells its organisation so. Nothing of it counts. */
export async function askSteward(tx: Transaction, work: Work, load: LoadEntity, totals: LoadTotals): Promise<void> {
  await updateLoad(tx, load.id, {
    state: nextLoadState('checking', 'compared'),
    confirmedAt: null,
    rowsProcessed: totals.rows,
    totals: { ...totals, skipped: load.declaredTotals.skipped },
  });
  const author = { actorId: work.actorId, organisationId: load.organisationId, requestId: work.requestId };
  await audit(tx, author, { action: 'load.compared', objectKind: 'load', objectId: load.id, labId: load.labId });
  const { id, labId, organisationId } = load;
  await announce(tx, { kind: 'load', id, labId, organisationId });
}

/** As documents: what the database gives back has its keys in another order. */
const isSame = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
      : inner,
  );
