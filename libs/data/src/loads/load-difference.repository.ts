import type { CoveredRange, LoadDifference } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { EFFECTIVE } from '../picture/delivered-rows.js';
import { coversTransformer } from './covers.js';
import type { LoadEntity } from './load.entity.js';
import type { RowTarget } from './row-staging.js';

/** Which column of each table says when, and which says what kind. */
const SPEAKING: Readonly<Record<RowTarget['table'], { day: string; category: string }>> = {
  report: { day: 'occurred_on', category: 'category' },
  report_count: { day: 'starts_on', category: 'category' },
  provision_use_row: { day: 'starts_on', category: 'provision' },
};

type ComparedCell = LoadDifference['cells'][number] & { same: number };

/** Months for so long; above that years, so that the outcome stays small whatever a load covers. */
const MOST_MONTHS = 36;

const monthsOf = (covers: readonly CoveredRange[]): number => {
  const [from, to] = [covers[0]!.from, covers.at(-1)!.to];
  return (
    (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7)) + 1
  );
};

/**
 * Compares the rows in `staging` (see `stageRows`) with those that count now in the days that the load covers: one set-based statement,
 * at most 37 periods × categories come back. Undefined where nothing was delivered for these days.
 */
export async function compareStaged(
  tx: Transaction,
  load: Pick<LoadEntity, 'labId' | 'datasetId' | 'covers'>,
  { table, columns }: RowTarget,
): Promise<LoadDifference | undefined> {
  const covers = coversTransformer.to(load.covers) as string;
  const revisions: { revision: number }[] = await tx.query(
    `with ${EFFECTIVE} select revision from effective where dataset_id = $2 and covers && $3::datemultirange order by revision`,
    [load.labId, load.datasetId, covers],
  );
  if (revisions.length === 0) return undefined;
  const { day, category } = SPEAKING[table];
  const grain = monthsOf(load.covers) <= MOST_MONTHS ? 'month' : 'year';
  const content = columns.filter((column) => column !== 'record_hash');
  const side = (alias: string): string => content.map((column) => `${alias}.${column}`).join(', ');
  const rows: ComparedCell[] = await tx.query(
    `with ${EFFECTIVE}, before as (
       select r.record_hash, ${side('r')} from ${table} r
       join effective e on e.load_id = r.load_id and e.covers @> r.${day}
       where r.lab_id = $1 and e.dataset_id = $2 and $3::datemultirange @> r.${day})
     select to_char(coalesce(n.${day}, o.${day}), '${grain === 'month' ? 'YYYY-MM' : 'YYYY'}') as period,
            coalesce(n.${category}, o.${category}) as category,
            (count(*) filter (where o.record_hash is null))::int as added,
            (count(*) filter (where n.record_hash is null))::int as removed,
            (count(*) filter (where n.record_hash is not null and o.record_hash is not null
                              and (${side('n')}) is distinct from (${side('o')})))::int as changed,
            (count(*) filter (where n.record_hash is not null and o.record_hash is not null
                              and (${side('n')}) is not distinct from (${side('o')})))::int as same
     from staging n full join before o using (record_hash) group by 1, 2 order by 1, 2`,
    [load.labId, load.datasetId, covers],
  );
  const total = { added: 0, removed: 0, changed: 0, same: 0 };
  for (const row of rows) for (const kind of ['added', 'removed', 'changed', 'same'] as const) total[kind] += row[kind];
  return {
    grain,
    total,
    replaces: revisions.map(({ revision }) => revision),
    cells: rows
      .filter(({ added, removed, changed }) => added + removed + changed > 0)
      .map(({ period, category: of, added, removed, changed }) => ({ period, category: of, added, removed, changed })),
  };
}

/** Keeps what a load changes; a later check of the same load says it anew. */
export async function saveDifference(
  tx: Transaction,
  load: Pick<LoadEntity, 'id' | 'labId' | 'organisationId'>,
  difference: LoadDifference,
  at: Date,
): Promise<void> {
  await tx.query('delete from load_difference where load_id = $1', [load.id]);
  await tx.query(
    'insert into load_difference (load_id, lab_id, organisation_id, document, computed_at) values ($1, $2, $3, $4, $5)',
    [load.id, load.labId, load.organisationId, JSON.stringify(difference), at],
  );
}

/** What a load changes, or undefined where it replaces nothing or was not compared. The document is as it was stored. */
export async function findDifference(tx: Transaction, loadId: string): Promise<unknown> {
  const rows: { document: unknown }[] = await tx.query('select document from load_difference where load_id = $1', [
    loadId,
  ]);
  return rows[0]?.document;
}
