import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { LineageRow } from '@datalab/snapshot';
import { readEnv } from '../../env.js';
import type { TableTotals } from './table-totals.js';

const GRAINS = ['all', 'year', 'quarter', 'month'] as const;

/** What two cores and some gigabytes of memory are best asked for: both cores, and no aggregation that goes to disk before it must. */
const SETTINGS = {
  work_mem: '512MB',
  hash_mem_multiplier: '2',
  max_parallel_workers_per_gather: '2',
  max_parallel_maintenance_workers: '2',
};

export interface PostgresTables {
  seconds: number;
  /** How many of all tables were made before the time was up. */
  made: number;
  of: number;
  /** Undefined where not all were made. */
  totals: TableTotals | undefined;
}

/**
 * How many seconds PostgreSQL takes for the same cells of the same rows: every level and grain, each category and all, with households, the two
 * largest of them and the sum of the keys (and, unlike ours, nothing of the reporters). Loading is not counted, nor looking up where an area lies:
 * every row bears its area of every level. It is not begun on another table once `atMost` seconds are over.
 */
export async function tablesInPostgres(
  file: string,
  areas: readonly LineageRow[],
  levels: readonly string[],
  atMost: number,
): Promise<PostgresTables> {
  const { DATABASE_ADMIN_URL } = readEnv('DATABASE_ADMIN_URL');
  const client = new pg.Client({ connectionString: DATABASE_ADMIN_URL });
  await client.connect();
  try {
    await load(client, file, areas, levels);
    for (const [name, value] of Object.entries(SETTINGS)) await client.query(`set ${name} = '${value}'`);
    const tables = levels.flatMap((level) =>
      GRAINS.flatMap((grain) => ['category', `'all'::text`].map((category) => cells(level, grain, category))),
    );
    const start = performance.now();
    const seconds = () => (performance.now() - start) / 1000;
    const totals: TableTotals = { cells: 0, reports: 0, households: 0, largest: 0 };
    let made = 0;
    for (; made < tables.length && seconds() < atMost; made++) {
      const { rows } = await client.query<Record<keyof TableTotals, number>>(tables[made]!);
      for (const name of Object.keys(totals) as (keyof TableTotals)[]) totals[name] += rows[0]![name];
    }
    const isWhole = made === tables.length;
    return { seconds: seconds(), made, of: tables.length, totals: isWhole ? totals : undefined };
  } finally {
    await client.query('drop table if exists bench_report');
    await client.end();
  }
}

async function load(
  client: pg.Client,
  file: string,
  areas: readonly LineageRow[],
  levels: readonly string[],
): Promise<void> {
  await client.query(`create temporary table raw_report (dataset_id text, organisation_id text, record_hash text, occurred_on date,
    occurred_precision text, occurred_hour int, category text, area_code text, grid_cell text, concerns_household int, household int, reporter int)`);
  await pipeline(
    createReadStream(file),
    client.query(copyFrom('copy raw_report from stdin (format csv, header true)')),
  );
  const levelOf = new Map(areas.map(({ code, level }) => [code, level]));
  await client.query(
    `create temporary table lineage (code text, ${levels.map((level) => `${level} text`).join(', ')})`,
  );
  for (const { code, lineage } of areas)
    await client.query(`insert into lineage select $1, ${levels.map((_level, i) => `$${i + 2}`).join(', ')}`, [
      code,
      ...levels.map((level) => lineage.find((above) => levelOf.get(above) === level) ?? null),
    ]);
  // Not temporary: temporary tables are read by one core.
  await client.query(`create unlogged table bench_report as
    select dataset_id, occurred_on, category, household, ('x' || left(record_hash, 8))::bit(32)::bigint as key, ${levels.join(', ')}
    from raw_report join lineage on lineage.code = area_code`);
  await client.query('drop table raw_report, lineage');
  await client.query('vacuum analyze bench_report');
}

function cells(level: string, grain: (typeof GRAINS)[number], category: string): string {
  const period = grain === 'all' ? `'all'::text` : `date_trunc('${grain}', occurred_on)`;
  return `
    with unit as (
      select dataset_id, ${level} as area, ${period} as period, ${category} as category, household, min(key) as key, count(*) as n
      from bench_report group by 1, 2, 3, 4, 5),
    cell as (
      select dataset_id, area, period, category, sum(n) as reports, count(*) as households, sum(key) % 4294967296 as key,
             (array_agg(n order by n desc))[1:2] as largest
      from unit group by 1, 2, 3, 4)
    select count(*)::double precision as cells, sum(reports)::double precision as reports, sum(households)::double precision as households,
           sum(largest[1] + coalesce(largest[2], 0))::double precision as largest, max(key) as key
    from cell`;
}
