import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { readEnv } from '../../env.js';
import type { Announced, ScratchLab } from '../../intake/scratch-lab.js';
import type { IngestTask } from './ingest-process.main.js';

const SCRIPT = fileURLToPath(new URL('./ingest-process.main.ts', import.meta.url));
const LOADER = new URL('../../../../../infra/dev/typescript-loader.mjs', import.meta.url).href;
const LOOK_EVERY_MS = 25;

export interface ServerRun {
  loadId: string;
  milliseconds: number;
  cpuMilliseconds: number;
  maxRssBytes: number;
  /** Where the worker process spends its time; only of a run that was looked at. */
  shares?: Record<string, number>;
  /** What the database was seen doing, as shares of the run. */
  statements: Record<string, number>;
}

/** Has one canonical file checked and committed by the real service in a worker process of its own, and times it there. */
export async function runServerHalf(lab: ScratchLab, announced: Announced, profile = false): Promise<ServerRun> {
  const loadId = await lab.upload('records', announced);
  const answer = join(lab.folder, 'answer.json');
  const task: IngestTask = {
    databaseUrl: readEnv('DATABASE_WORKER_URL').DATABASE_WORKER_URL,
    uploads: lab.folder,
    labId: lab.labId,
    actorId: lab.stewardId,
    loadId,
    profile,
    answer,
  };
  const watch = watchStatements(lab.admin);
  await runProcess(task).finally(() => watch.stop());
  const load = await lab.find(loadId);
  if (load.state !== 'accepted') throw new Error(`the bench's load was ${load.state}: ${JSON.stringify(load.issues)}`);
  const figures = JSON.parse(await readFile(answer, 'utf8')) as Omit<ServerRun, 'loadId' | 'statements'>;
  return { loadId, ...figures, statements: watch.shares() };
}

function runProcess(task: IngestTask): Promise<void> {
  const env = { ...process.env, BENCH_INGEST_TASK: JSON.stringify(task) };
  const child = spawn(process.execPath, ['--import', LOADER, SCRIPT], { env, stdio: 'inherit' });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) =>
      code === 0 ? resolve() : reject(new Error(`the worker process ended with ${signal ?? code}`)),
    );
  });
}

/** Looks again and again what the worker's connections are doing. */
function watchStatements(admin: pg.Pool): { stop: () => Promise<void>; shares: () => Record<string, number> } {
  const seen = new Map<string, number>();
  let running = true;
  const look = async (): Promise<void> => {
    while (running) {
      const { rows } = await admin.query<{ what: string }>(
        `select case when query ilike 'copy %' then 'copy into staging' when query ilike 'insert into report%' then 'insert into report'
           when query ilike 'commit%' then 'commit' else 'other statements' end as what
         from pg_stat_activity where application_name = 'datalab bench worker' and state = 'active' limit 1`,
      );
      for (const { what } of rows) seen.set(what, (seen.get(what) ?? 0) + 1);
      await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
    }
  };
  const looking = look();
  return {
    stop: async () => {
      running = false;
      await looking;
    },
    shares: () => {
      const total = [...seen.values()].reduce((sum, n) => sum + n, 0);
      return Object.fromEntries([...seen].map(([what, n]) => [what, n / total]));
    },
  };
}
