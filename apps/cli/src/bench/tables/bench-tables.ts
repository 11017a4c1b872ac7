import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SnapshotKeyFolder, SnapshotStore, standardTables, withDuckDb, type LineageRow } from '@datalab/snapshot';
import { tablesInPostgres } from './tables-in-postgres.js';

const LEVELS = ['gemeente', 'wijk', 'buurt'];
const [WIJKEN, BUURTEN] = [20, 200];
/** Memory of the whole process, and how much faster than PostgreSQL. */
const LIMITS = { bytes: 4 * 2 ** 30, faster: 5 };
/** Cost per row may grow by so much between the small and the large run before it counts as faster than linear. */
const SLACK = 1.1;

export interface TablesBenchOptions {
  rows?: number;
}

export interface TablesBench {
  readonly small: { rows: number; seconds: number; cells: number };
  readonly large: { rows: number; seconds: number; cells: number };
  readonly postgresSeconds: number;
  readonly peakBytes: number;
  /** PostgreSQL ÷ DuckDB on the small run. */
  readonly ratio: number;
  /** Cost per row, large ÷ small. */
  readonly growth: number;
  readonly passed: boolean;
}

/**
 * Builds all standard tables of an invented city of `rows` reports, and of a tenth of them; beside it PostgreSQL makes the same cells of the same
 * tenth, with what the rules ask for: households, the two largest, and the sum of the keys.
 */
export async function benchTables(
  print: (line: string) => void,
  { rows = 10_000_000 }: TablesBenchOptions,
): Promise<TablesBench> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-tables-'));
  try {
    const few = Math.round(rows / 10);
    const smallFile = await inventRows(folder, few);
    const small = await measure(folder, smallFile, few, print);
    const postgresSeconds = await tablesInPostgres(smallFile, WIJKEN / BUURTEN);
    print(`  PostgreSQL, the same cells: ${postgresSeconds.toFixed(1)} s`);
    const large = await measure(folder, await inventRows(folder, rows), rows, print);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    const ratio = postgresSeconds / small.seconds;
    const growth = large.seconds / large.rows / (small.seconds / small.rows);
    print(`  ${ratio.toFixed(1)} × as fast as PostgreSQL (at least ${LIMITS.faster})`);
    print(`  cost per row ${growth.toFixed(2)} × that of a tenth of the rows (at most ${SLACK})`);
    print(`  at most ${(peakBytes / 2 ** 30).toFixed(2)} GiB (under ${LIMITS.bytes / 2 ** 30})`);
    const passed = ratio >= LIMITS.faster && growth <= SLACK && peakBytes < LIMITS.bytes;
    return { small, large, postgresSeconds, peakBytes, ratio, growth, passed };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(folder: string, file: string, rows: number, print: (line: string) => void) {
  const keyFolder = join(folder, 'keys');
  const store = new SnapshotStore(join(folder, 'snapshots'), {
    keys: new SnapshotKeyFolder(keyFolder, new Uint8Array(32).fill(1)),
    keyFolder,
    noise: new Uint8Array(32).fill(2),
  });
  const noCounts = 'dataset_id,organisation_id,record_hash,starts_on,period,category,area_code,count\n';
  const snapshot = await store.write(async (write) => {
    await write.reports(createReadStream(file));
    await write.counts(Readable.from([noCounts]));
  });
  const start = performance.now();
  let cells = 0;
  await standardTables(snapshot, inventedAreas(), { levels: LEVELS, fine: ['buurt'] }, async (table) => {
    cells += table.length;
  });
  const seconds = (performance.now() - start) / 1000;
  print(`DuckDB, ${rows} reports: ${cells} cells in ${seconds.toFixed(1)} s`);
  return { rows, seconds, cells };
}

function inventedAreas(): LineageRow[] {
  const perWijk = BUURTEN / WIJKEN;
  const wijk = (buurt: number) => `W${Math.floor(buurt / perWijk)}`;
  return [
    { code: 'G', level: 'gemeente', lineage: ['G'] },
    ...Array.from({ length: WIJKEN }, (_w, i) => ({ code: `W${i}`, level: 'wijk', lineage: [`W${i}`, 'G'] })),
    ...Array.from({ length: BUURTEN }, (_b, i) => ({
      code: `B${i}`,
      level: 'buurt',
      lineage: [`B${i}`, wijk(i), 'G'],
    })),
  ];
}

/** Three sources over five years and twelve categories; a household reports four times on average, always from one buurt. */
async function inventRows(folder: string, rows: number): Promise<string> {
  const file = join(folder, `reports-${rows}.csv`);
  await withDuckDb(folder, (duck) =>
    duck.run(
      `copy (
         select 'dataset-' || (h % 3) as dataset_id, 'organisation-' || (h % 3) as organisation_id, md5(i::varchar) as record_hash,
                (date '2020-01-01' + (hash(i) % 1826)::integer) as occurred_on, 'day' as occurred_precision, hash(i + 1) % 24 as occurred_hour,
                'category-' || (hash(i + 2) % 12) as category, 'B' || (hash(h + 3) % ${BUURTEN}) as area_code, null as grid_cell,
                1 as concerns_household, h as household, case when i % 3 = 0 then h end as reporter
         from (select i, (hash(i + 4) % ${Math.max(1, Math.round(rows / 4))} + 1)::integer as h from range(${rows}) r(i)))
       to '${file.replaceAll("'", "''")}' (format csv, header true)`,
    ),
  );
  return file;
}
