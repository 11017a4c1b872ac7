import { createReadStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { SnapshotKeyFolder, SnapshotStore, standardTables } from '@datalab/snapshot';
import { inventedAreas, inventRows, LEVELS } from './invented-city.js';
import { addTotals, type TableTotals } from './table-totals.js';
import { tablesInPostgres } from './tables-in-postgres.js';

/** Memory of the whole process, and how much faster than PostgreSQL. */
const LIMITS = { bytes: 4 * 2 ** 30, faster: 5 };
/** Cost per row may grow by so much between the small and the large run before it counts as faster than linear. */
const SLACK = 1.1;
/** With the large run PostgreSQL is left alone after so many times our own time: it has lost by then, and would take half an hour. */
const PATIENCE = 10;

export interface TablesBenchOptions {
  rows?: number;
}

/** One size, beside PostgreSQL. */
export interface TablesRun {
  readonly rows: number;
  readonly cells: number;
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly postgresSeconds: number;
  /** Of how many tables; fewer than all: the time was up, and `ratio` is more than this. */
  readonly postgresTables: { readonly made: number; readonly of: number };
  /** PostgreSQL's time ÷ ours. */
  readonly ratio: number;
  /** Both made the same cells; null where PostgreSQL did not make all. */
  readonly agrees: boolean | null;
  /** Most memory that this process held until here, freezing included. */
  readonly peakBytes: number;
  readonly loadAverage: number;
}

export interface TablesBench {
  readonly small: TablesRun;
  readonly large: TablesRun;
  /** CPU time per row, large ÷ small. */
  readonly growth: number;
  readonly passed: boolean;
}

/**
 * Builds all standard tables of an invented city of `rows` reports, and of a tenth of them; beside each PostgreSQL makes the same cells of the same
 * rows, with what the rules ask for: households, the two largest, and the sum of the keys; all of them of the small run, where both must agree.
 */
export async function benchTables(
  print: (line: string) => void,
  { rows = 10_000_000 }: TablesBenchOptions,
): Promise<TablesBench> {
  const small = await inOwnFolder((folder) => runBoth(folder, Math.round(rows / 10), Infinity, print));
  const large = await inOwnFolder((folder) => runBoth(folder, rows, PATIENCE, print));
  const growth = large.cpuSeconds / large.rows / (small.cpuSeconds / small.rows);
  print(`cost per row ${growth.toFixed(2)} × that of a tenth of the rows (at most ${SLACK})`);
  const isFast = [small, large].every(({ ratio, agrees }) => ratio >= LIMITS.faster && agrees !== false);
  return { small, large, growth, passed: isFast && growth <= SLACK && large.peakBytes < LIMITS.bytes };
}

async function inOwnFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'bench-tables-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function runBoth(
  folder: string,
  rows: number,
  patience: number,
  print: (line: string) => void,
): Promise<TablesRun> {
  const file = await inventRows(folder, rows);
  const { totals, ...own } = await measure(folder, file);
  const peakBytes = process.resourceUsage().maxRSS * 1024;
  print(`${rows} reports: ${totals.cells} cells in ${own.seconds.toFixed(1)} s, ${own.cpuSeconds.toFixed(1)} s CPU`);
  print(`  at most ${(peakBytes / 2 ** 30).toFixed(2)} GiB (under ${LIMITS.bytes / 2 ** 30})`);
  const theirs = await tablesInPostgres(file, inventedAreas(), LEVELS, patience * own.seconds);
  const ratio = theirs.seconds / own.seconds;
  const agrees = theirs.totals === undefined ? null : JSON.stringify(theirs.totals) === JSON.stringify(totals);
  const isWhole = theirs.made === theirs.of;
  const tables = isWhole ? 'the same cells' : `${theirs.made} of ${theirs.of} tables, then its time was up`;
  print(`  PostgreSQL: ${theirs.seconds.toFixed(1)} s, ${tables}${agrees === false ? ', and it DISAGREES' : ''}`);
  const verdict = ratio >= LIMITS.faster ? 'passed' : 'FAILED';
  print(`  ${isWhole ? '' : 'more than '}${ratio.toFixed(1)} × as fast (at least ${LIMITS.faster}): ${verdict}`);
  const loadAverage = loadavg()[0]!;
  const postgres = { postgresSeconds: theirs.seconds, postgresTables: { made: theirs.made, of: theirs.of } };
  return { rows, cells: totals.cells, ...own, ...postgres, ratio, agrees, peakBytes, loadAverage };
}

async function measure(folder: string, file: string) {
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
  const totals: TableTotals = { cells: 0, reports: 0, households: 0, largest: 0 };
  const [start, cpu] = [performance.now(), process.cpuUsage()];
  await standardTables(snapshot, inventedAreas(), { levels: LEVELS, fine: ['buurt'] }, async (rows) => {
    addTotals(totals, rows);
  });
  const { user, system } = process.cpuUsage(cpu);
  return { totals, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 };
}
