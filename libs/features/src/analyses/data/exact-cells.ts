import type { ExactCell } from '@datalab/disclosure';
import type { DuckDBConnection } from '@datalab/snapshot';

/** The exact content of one group of rows, with all that the gate asks for. For the worker alone. */
export type ExactGroup = ExactCell & { group: Readonly<Record<string, string | number | null>> };

/** What is the same for every cell of a run. */
export interface CellFrame {
  datasetIds: readonly string[];
  /** Households of different sources are numbered alike, because the agreement allows it. */
  linked: boolean;
  delivered: 'full' | 'partial';
  /** Every dataset is published already. */
  open: boolean;
  isPresenceProtected: (group: Readonly<Record<string, string | number | null>>) => boolean;
}

interface Counted {
  group: Record<string, string | number | null>;
  without: string | null;
  reports: number;
  households: number;
  rowsWithoutHousehold: number;
  largest: number[] | null;
  reportsWithReporter: number;
  reporters: number[] | null;
  key: number;
  records: boolean;
}

/**
 * Groups the rows of `from` (a table made of `gate_rows`, with whatever columns it adds) by columns of it, and counts each group as the gate wants it
 * counted: households, the two largest, reporters, the key of the noise, and what is left without each organisation. Sources that may not be linked are
 * counted side by side: as many households as the source with most of them has. Groups without reports are not given.
 */
export async function exactCells(
  duck: DuckDBConnection,
  groupBy: readonly string[],
  frame: CellFrame,
  from = 'gate_rows',
): Promise<ExactGroup[]> {
  const organisations = (
    await (await duck.run(`select distinct organisation_id as id from ${from} order by 1`)).getRowObjectsJS()
  ).map(({ id }) => String(id));
  const whole = await countGroups(duck, groupBy, frame, from, null);
  const parts = new Map<string, Counted[]>();
  if (organisations.length > 1)
    for (const organisation of organisations)
      for (const row of await countGroups(duck, groupBy, frame, from, organisation)) {
        const key = JSON.stringify(row.group);
        parts.set(key, [...(parts.get(key) ?? []), row]);
      }
  return whole.map(({ group, records, ...row }) => {
    const kind = records ? 'records' : 'counts';
    const mine = parts.get(JSON.stringify(group)) ?? [];
    return {
      group,
      source: frame.datasetIds,
      kind,
      delivered: frame.delivered,
      ...figuresOf(row),
      key: row.key,
      // A participant that has nothing in the cell is left with all of it, which the other rules look at already.
      remainders: mine
        .filter((part) => part.reports < row.reports)
        .map((part) => ({ without: part.without!, ...figuresOf(part) })),
      presenceProtected: frame.isPresenceProtected(group),
      open: frame.open,
    };
  });
}

const figuresOf = ({
  reports,
  households,
  rowsWithoutHousehold,
  largest,
  reportsWithReporter,
  reporters,
}: Omit<Counted, 'group' | 'records'>) => ({
  reports,
  households,
  rowsWithoutHousehold,
  largestHouseholds: pairOf(largest),
  reportsWithReporter,
  largestReporters: pairOf(reporters),
});

const pairOf = (values: number[] | null): [number, number] => [Number(values?.[0] ?? 0), Number(values?.[1] ?? 0)];

async function countGroups(
  duck: DuckDBConnection,
  groupBy: readonly string[],
  { linked }: CellFrame,
  from: string,
  without: string | null,
): Promise<Counted[]> {
  const names = groupBy.map((column) => `"${column}"`);
  const grouped = names.length === 0 ? '' : `${names.join(', ')},`;
  const using = names.length === 0 ? 'on true' : `using (${names.join(', ')})`;
  const groups = names.length === 0 ? '' : `group by ${names.join(', ')}`;
  // Household 0 of a source is all of its rows that should name a household and do not: they may all be one, and of no other source's.
  const identity = linked
    ? `case when household = 0 then dataset_id || ':0' else household::varchar end`
    : `dataset_id || ':' || household`;
  const many = linked ? 'count(*)' : 'coalesce(max(of_dataset), 0)';
  const result = await duck.run(
    `with chosen as (select * from ${from} where n > 0 ${without === null ? '' : 'and organisation_id <> $without'}),
     every as (
       select ${grouped} sum(n)::integer as reports, coalesce(sum(n) filter (concerns_household = 0), 0)::integer as alone,
              coalesce(sum(n) filter (reporter is not null), 0)::integer as told, bool_or(is_record) as records,
              coalesce(sum(report_key) filter (concerns_household is distinct from 1), 0) as key
       from chosen ${groups}),
     homes as (
       select ${grouped} ${identity} as home, dataset_id, any_value(household_key) as key, sum(n) as n
       from chosen where concerns_household = 1 group by all),
     home_sizes as (select ${grouped} home, ${linked ? `''` : 'dataset_id'} as dataset_id, sum(n) as n from homes group by all),
     per_dataset as (select ${grouped} home, n, count(*) over (partition by ${grouped} dataset_id) as of_dataset from home_sizes),
     households as (
       select ${grouped} ${many}::integer as households, list_slice(list_reverse_sort(list(n::integer)), 1, 2) as largest
       from per_dataset ${groups}),
     home_keys as (select ${grouped} sum(key) as key from homes ${groups}),
     tellers as (
       select ${grouped} list_slice(list_reverse_sort(list(n::integer)), 1, 2) as reporters
       from (select ${grouped} dataset_id, reporter, sum(n) as n from chosen where reporter is not null group by all) ${groups})
     select ${groupBy.map((column) => `e."${column}"`).join(', ')}${names.length === 0 ? '' : ','}
            e.reports as _reports, coalesce(h.households, 0) as _households, e.alone as _alone, h.largest as _largest, e.told as _told,
            t.reporters as _reporters, ((e.key + coalesce(k.key, 0)) % 4294967296)::bigint as _key, e.records as _records
     from every e left join households h ${using} left join home_keys k ${using} left join tellers t ${using}
     ${names.length === 0 ? '' : `order by ${groupBy.map((column) => `e."${column}"`).join(', ')}`}`,
    without === null ? {} : { without },
  );
  const rows = (await result.getRowObjectsJS()) as Record<string, unknown>[];
  return rows
    .filter((row) => row['_reports'] !== null)
    .map((row) => ({
      group: Object.fromEntries(groupBy.map((column) => [column, row[column] as string | number | null])),
      without,
      reports: Number(row['_reports']),
      households: row['_records'] === true ? Number(row['_households']) : 0,
      rowsWithoutHousehold: Number(row['_alone']),
      largest: row['_largest'] as number[] | null,
      reportsWithReporter: Number(row['_told']),
      reporters: row['_reporters'] as number[] | null,
      key: Number(row['_key']),
      records: row['_records'] === true,
    }));
}
