import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { readEnv } from '../../env.js';

const AREA = { gemeente: `'G'`, wijk: `'W' || (substr(area_code, 2)::int * $share)::int`, buurt: 'area_code' };
const PERIOD = {
  all: `'all'`,
  year: `to_char(occurred_on, 'YYYY')`,
  quarter: `to_char(occurred_on, 'YYYY-"Q"Q')`,
  month: `to_char(occurred_on, 'YYYY-MM')`,
};

/**
 * How many seconds PostgreSQL takes for the same cells of the same rows: every level and grain, each category and all, with households, the two
 * largest and the sum of the keys. Loading the rows is not counted. `share`: wijken per buurt.
 */
export async function tablesInPostgres(file: string, share: number): Promise<number> {
  const { DATABASE_ADMIN_URL } = readEnv('DATABASE_ADMIN_URL');
  const client = new pg.Client({ connectionString: DATABASE_ADMIN_URL });
  await client.connect();
  try {
    await client.query(`create temporary table bench_report (dataset_id text, organisation_id text, record_hash text, occurred_on date,
      occurred_precision text, occurred_hour int, category text, area_code text, grid_cell text, concerns_household int, household int, reporter int)`);
    await pipeline(
      createReadStream(file),
      client.query(copyFrom('copy bench_report from stdin (format csv, header true)')),
    );
    await client.query('alter table bench_report add column key bigint');
    await client.query(`update bench_report set key = ('x' || left(record_hash, 8))::bit(32)::bigint`);
    await client.query('analyze bench_report');
    await client.query(`set work_mem = '1GB'`);
    const start = performance.now();
    for (const area of Object.values(AREA))
      for (const period of Object.values(PERIOD))
        for (const category of ['category', `'all'::text`])
          await client.query(
            `select count(*), sum(reports), max(key) from (${cells(area, period, category, share)}) made`,
          );
    return (performance.now() - start) / 1000;
  } finally {
    await client.end();
  }
}

const cells = (area: string, period: string, category: string, share: number): string => `
  with unit as (
    select dataset_id, ${area.replace('$share', String(share))} as area, ${period} as period, ${category} as category, household,
           min(key) as key, count(*) as n
    from bench_report group by 1, 2, 3, 4, 5)
  select dataset_id, area, period, category, sum(n) as reports, count(*) as households, sum(key) % 4294967296 as key,
         (array_agg(n order by n desc))[1:2] as largest
  from unit group by 1, 2, 3, 4`;
