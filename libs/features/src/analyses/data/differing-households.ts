import type { DuckDBConnection } from '@datalab/snapshot';
import { z } from 'zod';
import type { RunScope } from '../run-scope.js';

/** Which rows of a snapshot a run was made of: no row and no key. */
export const selectionSchema = z.strictObject({
  datasetIds: z.array(z.string()),
  categories: z.array(z.string()).nullable(),
  from: z.string(),
  to: z.string(),
});
export type Selection = z.infer<typeof selectionSchema>;

export const selectionOf = ({ datasetIds, categories, from, to }: RunScope): Selection => ({
  datasetIds: [...datasetIds].sort(),
  categories: categories === null ? null : [...categories].sort(),
  from,
  to,
});

const texts = (values: readonly string[]) => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');

const where = ({ datasetIds, categories, from, to }: Selection, day: string): string =>
  `dataset_id in (${texts(datasetIds)}) and ${day} between '${from.slice(0, 10)}' and '${to.slice(0, 10)}'` +
  (categories === null ? '' : ` and category in (${texts(categories)})`);

/**
 * By how many households two selections of rows differ: those of this snapshot (`reports`, `counts`, `provision_use`) and of another or the same (the same names after
 * `other_`). Rows that concern no household count as one each. Numbers of households mean nothing outside their snapshot, so each side counts what
 * it alone has; the larger of the two is what can be said for certain. Nought is the same rows.
 */
export async function differingHouseholds(duck: DuckDBConnection, mine: Selection, theirs: Selection): Promise<number> {
  const rows = (prefix: string, selection: Selection) => `
    select dataset_id, record_hash, case when concerns_household = 1 then dataset_id || ':' || household else record_hash end as unit
    from ${prefix}reports where ${where(selection, 'occurred_on')}
    union all
    select dataset_id, record_hash, record_hash from ${prefix}counts where ${where(selection, 'starts_on')}
    union all
    select dataset_id, record_hash, dataset_id || ':' || household from ${prefix}provision_use
    where ${where({ ...selection, categories: null }, 'starts_on')}`;
  const result = await duck.run(`
    with a as (${rows('', mine)}), b as (${rows('other_', theirs)}),
      only_a as (select distinct unit from a anti join b using (dataset_id, record_hash)),
      only_b as (select distinct unit from b anti join a using (dataset_id, record_hash))
    select greatest((select count(*) from only_a), (select count(*) from only_b))::integer as n`);
  const [row] = await result.getRowObjectsJS();
  return Number(row!['n']);
}
