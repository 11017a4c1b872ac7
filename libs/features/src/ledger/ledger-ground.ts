import {
  findLab,
  listAreas,
  listDatasets,
  listLabsWithSharedParticipants,
  listLedger,
  listParticipants,
  type ReleasedSheet,
  type Transaction,
} from '@datalab/data';
import { bug } from '@datalab/domain';
import type { Snapshot, SnapshotStore } from '@datalab/snapshot';

/** All that was ever given by a lab and by those that share its organisations, and what its sums run over. */
export interface LedgerGround {
  own: ReleasedSheet[];
  others: ReleasedSheet[];
  /** Areas above each area, itself first. */
  lineages: ReadonlyMap<string, readonly string[]>;
  /** Datasets that stand in the tables of all sources: those of reports that are not open. */
  combined: ReadonlySet<string>;
  /** Datasets of which everything was public already: nothing of them is protected. */
  open: ReadonlySet<string>;
  /** Organisations of the lab. */
  participants: string[];
}

/** Reads it. The transaction looks at this lab afterwards, as before. For the worker's role. */
export async function readLedgerGround(tx: Transaction, labId: string): Promise<LedgerGround> {
  const own = await listLedger(tx, labId);
  const lineages = await lineagesOf(tx, labId);
  const others: ReleasedSheet[] = [];
  for (const other of await listLabsWithSharedParticipants(tx, labId)) {
    await lookAt(tx, other);
    others.push(...(await listLedger(tx, other)));
    for (const [code, lineage] of await lineagesOf(tx, other)) lineages.set(code, lineage);
  }
  await lookAt(tx, labId);
  const datasets = await listDatasets(tx, labId);
  const idsOf = (which: (dataset: (typeof datasets)[number]) => boolean) =>
    new Set(datasets.filter(which).map(({ id }) => id));
  return {
    own,
    others,
    lineages,
    combined: idsOf(({ kind, isOpen }) => kind === 'records' && !isOpen),
    open: idsOf(({ isOpen }) => isOpen),
    participants: (await listParticipants(tx, labId)).map(({ organisationId }) => organisationId),
  };
}

/** The snapshots of these maps that can still be read; of one that was erased nothing can be told apart any more. */
export async function readableSnapshots(
  store: SnapshotStore,
  digests: Iterable<string>,
): Promise<{ digests: string[]; found: Snapshot[] }> {
  const readable: { digests: string[]; found: Snapshot[] } = { digests: [], found: [] };
  for (const digest of new Set(digests)) {
    const snapshot = await store.find(digest);
    if (snapshot === undefined) continue;
    readable.digests.push(digest);
    readable.found.push(snapshot);
  }
  return readable;
}

const lookAt = (tx: Transaction, labId: string) => tx.query(`select set_config('app.lab_id', $1, true)`, [labId]);

async function lineagesOf(tx: Transaction, labId: string): Promise<Map<string, readonly string[]>> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw bug('a lab without a row');
  return new Map((await listAreas(tx, lab.regionId)).map(({ code, lineage }) => [code, lineage]));
}
