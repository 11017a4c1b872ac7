import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { watchFreeCores } from '../free-cores.js';
import { THREAD_TASKS, type Pieces, type ThreadTask } from './thread-tasks.js';

/** Two worker threads against one, on the same pieces of work. */
export interface ThreadTiming {
  readonly name: string;
  readonly oneSeconds: number;
  readonly twoSeconds: number;
  readonly speedUp: number;
  /** Cores that nobody else used during the run on two threads that counts. */
  readonly freeCores: number;
  /** null where no two cores were free: then nothing can be told. */
  readonly passed: boolean | null;
}

const LEAST_SPEED_UP = 1.7;
/** Of two: a machine that only runs this still does something now and then. */
const FREE_ENOUGH = 1.85;
const ROUNDS = 3;

interface Round {
  seconds: number;
  freeCores: number;
}

/**
 * Times every task whose name holds `only`, dealt over one and over two worker threads, alternately, the quickest of three each; wall time, since
 * threads share nothing but the clock. Judged only where nobody else wanted the cores meanwhile.
 */
export async function timeThreads(print: (line: string) => void, only: string): Promise<ThreadTiming[]> {
  const timings: ThreadTiming[] = [];
  for (const task of THREAD_TASKS.filter(({ name }) => name.includes(only))) {
    const rounds: [Round[], Round[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++)
      for (const threads of [1, 2] as const) rounds[threads - 1]!.push(await timeOn(task, threads));
    const [one, two] = rounds.map(quickestOf) as [Round, Round];
    timings.push(judge(task.name, one, two, print));
  }
  return timings;
}

const quickestOf = (rounds: readonly Round[]): Round => rounds.reduce((a, b) => (b.seconds < a.seconds ? b : a));

function judge(name: string, one: Round, two: Round, print: (line: string) => void): ThreadTiming {
  const speedUp = one.seconds / two.seconds;
  const passed = two.freeCores >= FREE_ENOUGH ? speedUp >= LEAST_SPEED_UP : null;
  const verdict = passed === null ? 'not judged, no two cores were free' : passed ? 'passed' : 'FAILED';
  print(name);
  print(`  one thread ${one.seconds.toFixed(2)} s wall, ${one.freeCores.toFixed(2)} cores free`);
  print(`  two threads ${two.seconds.toFixed(2)} s wall, ${two.freeCores.toFixed(2)} cores free`);
  print(`  ${speedUp.toFixed(2)} times as fast, target ${LEAST_SPEED_UP}: ${verdict}`);
  return { name, oneSeconds: one.seconds, twoSeconds: two.seconds, speedUp, freeCores: two.freeCores, passed };
}

/** So many times is a task dealt: who is held up takes fewer. */
const HANDFULS = 16;

function handfuls(pieces: number): Pieces[] {
  const size = Math.ceil(pieces / HANDFULS);
  return Array.from({ length: Math.ceil(pieces / size) }, (_handful, i) => ({
    first: i * size,
    end: Math.min(pieces, (i + 1) * size),
  }));
}

async function timeOn(task: ThreadTask, threads: number): Promise<Round> {
  const workers = await Promise.all(Array.from({ length: threads }, () => startWorker(task)));
  try {
    const [start, freeCores] = [performance.now(), watchFreeCores()];
    const left = handfuls(task.pieces);
    await Promise.all(workers.map((worker) => empty(worker, left)));
    return { seconds: (performance.now() - start) / 1000, freeCores: freeCores() };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** A worker that has read its data and warmed up: starting costs the same for one thread as for two. */
async function startWorker({ name }: ThreadTask): Promise<Worker> {
  const worker = new Worker(new URL('./thread-pieces.main.ts', import.meta.url), { workerData: name });
  await once(worker, 'message');
  return worker;
}

/** Gives a worker one handful after the other, until none is left. */
async function empty(worker: Worker, left: Pieces[]): Promise<void> {
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    worker.postMessage(next);
    await once(worker, 'message');
  }
}
