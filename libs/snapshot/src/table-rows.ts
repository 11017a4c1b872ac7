import type { DuckDBConnection } from '@duckdb/node-api';
import type { NumberedRows } from './cell-sums.js';
import { withDuckDb } from './duck-db.js';
import { weekHour } from './snapshot-rows.js';
import { readSnapshot, type Snapshot } from './snapshot-store.js';

/** What the numbers of the rows stand for. */
export interface RowNames {
  datasets: DatasetNames[];
  /** By their number. */
  places: { areaCode: string; gridCell: string | null }[];
  /** By their number, in order of the alphabet. */
  categories: string[];
}

export interface DatasetNames {
  id: string;
  kind: 'records' | 'counts';
  /** Of its coarsest row: 1 month, 2 quarter, 3 year. A month that misses the rows of which only the year is known is no month. */
  coarsest: number;
}

/** The rows of one dataset: `[from, to)`. */
export interface Part {
  rows: NumberedRows;
  from: number;
  to: number;
}

/** A report that names household and reporter is in both. */
export interface DatasetRows {
  households: Part;
  /** Reports that concern no household, and counts. */
  others: Part;
  reporters: Part;
  /** Which numbers occur at all, ascending. */
  occurring: Record<'place' | 'time' | 'category', number[]>;
}

/** The rows of a snapshot as whole numbers, datasets in order of their id. */
export interface TableRows {
  names: RowNames;
  /** With the month as their time. */
  byMonth: DatasetRows[];
  /** Reports with the hour of the week as their time, where they know it; empty where it was not asked for. */
  byHour: DatasetRows[];
}

/** Reads a snapshot once, into columns of numbers: 20 bytes a report, and as much again where it names its reporter. */
export function readTableRows(snapshot: Snapshot, { rhythm }: { rhythm: boolean }): Promise<TableRows> {
  return withDuckDb(snapshot.folder, async (duck) => {
    await readSnapshot(duck, snapshot);
    for (const sql of NUMBERED) await duck.run(sql);
    const names = await namesOf(duck);
    const byMonth = await readTimed(
      duck,
      names,
      'month',
      'union all select dataset, place, month, category, count, key from counted',
    );
    const byHour = rhythm ? await readTimed(duck, names, 'week_hour') : [];
    return { names, byMonth, byHour };
  });
}

/** Numbers for everything that cells are grouped by, and all rows as such numbers: grouping by texts costs several times as much. */
const NUMBERED = [
  `create table place as
   select (row_number() over () - 1)::integer as place, * from (
     select area_code, grid_cell from reports group by all union select area_code, null from counts group by all)`,
  `create table dataset as
   select (row_number() over (order by dataset_id) - 1)::integer as dataset, dataset_id, any_value(kind) as kind, max(coarsest)::integer as coarsest
   from (
     select dataset_id, 'records' as kind, max(case when occurred_precision = 'year' then 3 else 1 end) as coarsest
     from reports group by all
     union all
     select dataset_id, 'counts', max(case when period like '____' then 3 when period like '____-Q_' then 2 else 1 end)
     from counts group by all)
   group by dataset_id`,
  `create table category as
   select (row_number() over (order by name) - 1)::integer as category, name
   from (select category as name from reports union select category from counts)`,
  `create table numbered as
   select d.dataset, p.place, c.category, (year(r.occurred_on) * 12 + month(r.occurred_on) - 1)::integer as month,
          ${weekHour('r')} as week_hour,
          r.household, coalesce(r.household_key, r.report_key) as key, r.reporter
   from reports r join dataset d on d.dataset_id = r.dataset_id join category c on c.name = r.category
     join place p on p.area_code = r.area_code and p.grid_cell is not distinct from r.grid_cell`,
  `create table counted as
   select d.dataset, p.place, (year(r.starts_on) * 12 + month(r.starts_on) - 1)::integer as month, c.category, r.count, r.report_key as key
   from counts r join dataset d on d.dataset_id = r.dataset_id join category c on c.name = r.category
     join place p on p.area_code = r.area_code and p.grid_cell is null
   where r.count > 0`,
];

async function namesOf(duck: DuckDBConnection): Promise<RowNames> {
  const rows = async <T>(sql: string) => (await (await duck.run(sql)).getRowObjectsJS()) as unknown as T[];
  const names = await rows<{ name: string }>('select name from category order by category');
  return {
    datasets: await rows('select dataset_id as id, kind, coarsest from dataset order by dataset'),
    places: await rows('select area_code as "areaCode", grid_cell as "gridCell" from place order by place'),
    categories: names.map(({ name }) => name),
  };
}

async function readTimed(
  duck: DuckDBConnection,
  { datasets }: RowNames,
  time: 'month' | 'week_hour',
  alsoCounted = '',
): Promise<DatasetRows[]> {
  const naming = (unit: string, key: string) =>
    `select dataset, place, ${time} as time, category, ${key} as key, ${unit} as value
     from numbered where ${unit} is not null and ${time} is not null`;
  const [households, reporters, others] = [
    await readParts(duck, naming('household', 'key'), datasets.length),
    await readParts(duck, naming('reporter', '0'), datasets.length),
    await readParts(
      duck,
      `select dataset, place, time, category, (sum(key) % 4294967296)::uinteger as key, sum(count)::integer as value
       from (select dataset, place, ${time} as time, category, 1 as count, key
             from numbered where household is null and ${time} is not null ${alsoCounted}) group by all`,
      datasets.length,
    ),
  ];
  return datasets.map((_dataset, i) => {
    const all = [households[i]!, others[i]!];
    const occurring = {
      place: numbersIn(all, 'place'),
      time: numbersIn(all, 'time'),
      category: numbersIn(all, 'category'),
    };
    return { households: households[i]!, others: others[i]!, reporters: reporters[i]!, occurring };
  });
}

/** The rows of a query, sorted by dataset and value, as one set of columns with the part of each dataset. */
async function readParts(duck: DuckDBConnection, sql: string, datasets: number): Promise<Part[]> {
  const sizes = new Array<number>(datasets).fill(0);
  const counted = await duck.run(`select dataset, count(*)::integer from (${sql}) group by dataset`);
  for (const [dataset, size] of (await counted.getRowsJS()) as [number, number][]) sizes[dataset] = size;
  const total = sizes.reduce((a, b) => a + b, 0);
  const columns = Array.from({ length: 5 }, () => new Int32Array(total));
  const result = await duck.stream(`select place, time, category, key, value from (${sql}) order by dataset, value`);
  let at = 0;
  for (let chunk = await result.fetchChunk(); chunk !== null && chunk.rowCount > 0; chunk = await result.fetchChunk()) {
    const { rowCount } = chunk;
    for (const [j, column] of columns.entries()) {
      const values = chunk.getColumnVector(j);
      for (let i = 0; i < rowCount; i++) column[at + i] = values.getItem(i) as number;
    }
    at += rowCount;
  }
  const [place, time, category, key, value] = columns as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  let to = 0;
  return sizes.map((size) => ({ rows: { place, time, category, key, value }, from: to, to: (to += size) }));
}

/** The numbers that stand in a column of any of the parts, ascending. */
function numbersIn(parts: readonly Part[], column: 'place' | 'time' | 'category'): number[] {
  const own = parts.map(({ rows, from, to }) => rows[column].subarray(from, to));
  const seen = new Uint8Array(own.reduce((most, numbers) => numbers.reduce((a, b) => Math.max(a, b), most), -1) + 1);
  for (const numbers of own) for (let i = 0; i < numbers.length; i++) seen[numbers[i]!] = 1;
  return Array.from(seen.keys()).filter((number) => seen[number] === 1);
}
