import type { Where } from '@datalab/access';
import type { Transaction } from '../database.js';
import { LoadEntity } from './load.entity.js';

export interface LoadPage {
  items: LoadEntity[];
  total: number;
  /** Where the next page begins; null on the last one. */
  nextCursor: string | null;
}

/** The columns that the rules on loads may speak about. */
export const LOAD_COLUMNS = { labId: 'lab_id', organisationId: 'organisation_id' } as const;

/** One page of a lab's loads, newest first: those that the rules allow (`where`) and row-level security lets through. */
export async function listLoads(
  tx: Transaction,
  { labId, datasetId, first, after }: { labId: string; datasetId?: string; first: number; after?: string },
  where: Where,
): Promise<LoadPage> {
  const p = [...where.parameters];
  const bind = (value: unknown): string => `$${p.push(value)}`;
  const scope = [`(${where.sql})`, `lab_id = ${bind(labId)}`];
  if (datasetId !== undefined) scope.push(`dataset_id = ${bind(datasetId)}`);
  const counted: { total: number }[] = await tx.query(
    `select count(*)::int as total from load where ${scope.join(' and ')}`,
    p,
  );
  // The id is a UUID of version 7: its order is the order of creation.
  if (after !== undefined) scope.push(`id < ${bind(after)}`);
  const ids: { id: string }[] = await tx.query(
    `select id from load where ${scope.join(' and ')} order by id desc limit ${bind(first + 1)}`,
    p,
  );
  const page = ids.slice(0, first).map(({ id }) => id);
  const loads = page.length === 0 ? [] : await tx.createQueryBuilder(LoadEntity, 'l').whereInIds(page).getMany();
  return {
    items: page.map((id) => loads.find((load) => load.id === id)!),
    total: counted[0]!.total,
    nextCursor: ids.length > first ? page.at(-1)! : null,
  };
}
