import { join } from 'node:path';
import { readEnv } from '../../env.js';
import { ScratchLab, type Announced } from '../../intake/scratch-lab.js';
import { medianOf } from '../median.js';
import { timeClientHalf, timePapaparse } from './client-half.js';
import { pgloaderMissing, timePgloader } from './pgloader.js';
import { emptyReports, exportReports, reportColumns, timePlainCopy } from './plain-copy.js';
import { writeRawFile } from './raw-file.js';
import { runServerHalf, type ServerRun } from './server-half.js';

/** The server half runs at least at this share of the rate of plain COPY of the clean rows. */
const TARGET_COPY_RATIO = 0.35;
/** Time per row of the large file over that of the small one, at most. */
const TARGET_FLATNESS = 1.15;
const TARGET_MEMORY_BYTES = 300e6;

export interface IntakeBench {
  rows: number;
  /** Rate of the server half / rate of plain COPY: the median over the rounds. */
  copyRatio: number;
  /** Rate of the server half / rate of pgloader; null where pgloader is not there. */
  pgloaderRatio: number | null;
  serverRowsPerSecond: number;
  copyRowsPerSecond: number;
  clientRowsPerSecond: number;
  papaparseRowsPerSecond: number;
  workerMaxRssBytes: number;
  /** Time per row with all rows / with `smallRows`. */
  flatness: number;
  shares: { worker: Record<string, number>; database: Record<string, number> };
  passed: boolean;
}

export interface IntakeBenchOptions {
  rows?: number;
  smallRows?: number;
  rounds?: number;
  withPgloader?: boolean;
}

interface Round {
  server: ServerRun;
  copyMs: number;
  pgloaderMs: number | undefined;
}

/**
 * Times both halves of the intake in one run: the client (raw file → canonical file) beside papaparse alone, the server (canonical file →
 * validated, screened, committed, by the real service in a process of its own) beside plain COPY and pgloader of the very rows that it
 * committed, into the same table. Needs the fresh database that `npm run bench` brings.
 */
export async function benchIntake(
  print: (line: string) => void,
  { rows = 1_000_000, smallRows = 100_000, rounds = 3, withPgloader = true }: IntakeBenchOptions = {},
): Promise<IntakeBench> {
  const lab = await ScratchLab.open();
  try {
    print(`intake, ${rows} rows, ${rounds} rounds; medians; ratios count, not seconds`);
    const small = await prepare(lab, smallRows);
    const large = await prepare(lab, rows);
    sayClient(print, large, rows);

    const missing = withPgloader ? pgloaderMissing() : 'left out';
    if (missing !== undefined) print(`  pgloader skipped: ${missing}`);
    const smallRuns = await repeat(rounds, () => onlyServer(lab, small.announced));
    const done = await repeat(rounds, () => oneRound(lab, large.announced, rows, missing === undefined));
    const looked = await onlyServer(lab, large.announced, true);

    const serverMs = medianOf(done.map(({ server }) => server.milliseconds));
    const copyRatio = medianOf(done.map(({ server, copyMs }) => copyMs / server.milliseconds));
    const pgloaderRatio =
      missing === undefined ? medianOf(done.map(({ server, pgloaderMs }) => pgloaderMs! / server.milliseconds)) : null;
    const flatness = serverMs / rows / (medianOf(smallRuns.map(({ milliseconds }) => milliseconds)) / smallRows);
    const memory = Math.max(...done.map(({ server }) => server.maxRssBytes));
    const copyMs = medianOf(done.map((round) => round.copyMs));
    print(
      `  server half: ${rate(rows, serverMs)} rows/s, ${perRow(serverMs, rows)}; plain COPY: ${rate(rows, copyMs)} rows/s`,
    );
    print(`    worker, CPU: ${shares(looked.shares!)}`);
    print(`    database, busy with: ${shares(done[0]!.server.statements)}`);
    const verdicts = [
      verdict(
        print,
        'rate beside plain COPY',
        copyRatio,
        (x) => x >= TARGET_COPY_RATIO,
        `at least ${TARGET_COPY_RATIO}`,
      ),
      pgloaderRatio === null || verdict(print, 'rate beside pgloader', pgloaderRatio, (x) => x > 1, 'more than 1'),
      verdict(print, 'worker memory, MB', memory / 1e6, (x) => x * 1e6 < TARGET_MEMORY_BYTES, 'less than 300'),
      verdict(
        print,
        `time per row beside ${smallRows} rows`,
        flatness,
        (x) => x <= TARGET_FLATNESS,
        `at most ${TARGET_FLATNESS}`,
      ),
    ];
    return {
      rows,
      copyRatio,
      pgloaderRatio,
      serverRowsPerSecond: perSecond(rows, serverMs),
      copyRowsPerSecond: perSecond(rows, copyMs),
      clientRowsPerSecond: perSecond(rows, large.clientMs),
      papaparseRowsPerSecond: perSecond(rows, large.papaparseMs),
      workerMaxRssBytes: memory,
      flatness,
      shares: { worker: looked.shares!, database: done[0]!.server.statements },
      passed: verdicts.every(Boolean),
    };
  } finally {
    await lab.close();
  }
}

interface PreparedFile {
  announced: Announced;
  clientMs: number;
  papaparseMs: number;
}

async function prepare(lab: ScratchLab, rows: number): Promise<PreparedFile> {
  const raw = join(lab.folder, `raw-${rows}.csv`);
  const target = join(lab.folder, `canonical-${rows}.ndjson`);
  await writeRawFile(raw, rows, lab.addresses);
  const { prepared, milliseconds } = await timeClientHalf(raw, target, lab.region);
  const { totals, coverage } = prepared.result;
  return {
    announced: { path: target, sha256: prepared.sha256, covers: coverage.ranges, totals },
    clientMs: milliseconds,
    papaparseMs: await timePapaparse(raw, rows),
  };
}

async function onlyServer(lab: ScratchLab, announced: Announced, profile = false): Promise<ServerRun> {
  await lab.clear();
  await emptyReports(lab.admin);
  return runServerHalf(lab, announced, profile);
}

async function oneRound(lab: ScratchLab, announced: Announced, rows: number, withPgloader: boolean): Promise<Round> {
  const server = await onlyServer(lab, announced);
  const [text, csv] = [join(lab.folder, 'clean.txt'), join(lab.folder, 'clean.csv')];
  await exportReports(lab.admin, text, 'text');
  if (withPgloader) await exportReports(lab.admin, csv, 'csv');
  const copyMs = await timePlainCopy(lab.admin, text);
  if (!withPgloader) return { server, copyMs, pgloaderMs: undefined };
  const { DATABASE_ADMIN_URL: url } = readEnv('DATABASE_ADMIN_URL');
  const columns = await reportColumns(lab.admin);
  return { server, copyMs, pgloaderMs: await timePgloader(lab.admin, url, csv, columns, rows) };
}

async function repeat<T>(times: number, work: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < times; i += 1) results.push(await work());
  return results;
}

function sayClient(print: (line: string) => void, { clientMs, papaparseMs }: PreparedFile, rows: number): void {
  const ratio = (papaparseMs / clientMs).toFixed(3);
  print(
    `  client half: ${rate(rows, clientMs)} rows/s; papaparse alone: ${rate(rows, papaparseMs)} rows/s; ratio ${ratio}`,
  );
}

function verdict(
  print: (line: string) => void,
  what: string,
  value: number,
  holds: (value: number) => boolean,
  target: string,
): boolean {
  const passed = holds(value);
  print(`  ${what}: ${value.toFixed(3)} (target ${target}): ${passed ? 'passed' : 'FAILED'}`);
  return passed;
}

const perSecond = (rows: number, milliseconds: number): number => Math.round((rows / milliseconds) * 1_000);
const rate = (rows: number, milliseconds: number): string => perSecond(rows, milliseconds).toLocaleString('en');
const perRow = (milliseconds: number, rows: number): string =>
  `${((milliseconds / rows) * 1_000).toFixed(2)} µs per row`;
const shares = (of: Readonly<Record<string, number>>): string =>
  Object.entries(of)
    .map(([stage, share]) => `${stage} ${Math.round(share * 100)} %`)
    .join(', ');
