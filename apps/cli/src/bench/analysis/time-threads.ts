import { availableParallelism, loadavg } from 'node:os';
import { Worker } from 'node:worker_threads';
import { AREAS_PER_STREAM } from '@datalab/analysis';
import { readAreas } from './anchor-tasks.js';

/** Two worker threads against one, on the same permutations. */
export interface ThreadTiming {
  readonly oneSeconds: number;
  readonly twoSeconds: number;
  readonly speedUp: number;
  readonly loadAverage: number;
  /** null where fewer than two cores are free: then nothing can be told. */
  readonly passed: boolean | null;
}

const LEAST_SPEED_UP = 1.7;
const PERMUTATIONS = 4999;
const ROUNDS = 3;

/** Blocks of areas that one thread takes: `[first, end)`. */
export interface ThreadPart {
  readonly permutations: number;
  readonly firstBlock: number;
  readonly endBlock: number;
}

/**
 * Times the permutations of local Moran's I, dealt over one and over two worker threads, alternately, best of three each; wall time, since
 * threads share nothing but the clock. Judged only where two cores are free when it starts.
 */
export async function timeThreads(print: (line: string) => void): Promise<ThreadTiming> {
  const { rate } = await readAreas();
  const blocks = Math.ceil(rate.length / AREAS_PER_STREAM);
  const loadAverage = loadavg()[0]!;
  const free = availableParallelism() - loadAverage;
  const seconds: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    for (const threads of [1, 2] as const) seconds[threads - 1]!.push(await timeOn(threads, blocks));
  }
  const [oneSeconds, twoSeconds] = seconds.map((values) => Math.min(...values)) as [number, number];
  const speedUp = oneSeconds / twoSeconds;
  // This very process has just worked for minutes: it counts as one of the load.
  const passed = free >= 0.5 ? speedUp >= LEAST_SPEED_UP : null;
  print(`two worker threads against one, local Moran's I, ${PERMUTATIONS} permutations`);
  print(
    `  one ${oneSeconds.toFixed(2)} s, two ${twoSeconds.toFixed(2)} s wall; load average ${loadAverage.toFixed(1)}`,
  );
  const verdict = passed === null ? 'not judged, no two cores are free' : passed ? 'passed' : 'FAILED';
  print(`  ${speedUp.toFixed(2)} times as fast, target ${LEAST_SPEED_UP}: ${verdict}`);
  return { oneSeconds, twoSeconds, speedUp, loadAverage, passed };
}

async function timeOn(threads: number, blocks: number): Promise<number> {
  const workers = await Promise.all(Array.from({ length: threads }, startWorker));
  try {
    const start = performance.now();
    const share = Math.ceil(blocks / threads);
    await Promise.all(
      workers.map((worker, i) =>
        askWorker(worker, {
          permutations: PERMUTATIONS,
          firstBlock: i * share,
          endBlock: Math.min(blocks, (i + 1) * share),
        }),
      ),
    );
    return (performance.now() - start) / 1000;
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/** A worker that has read its data and warmed up: starting costs the same for one thread as for two. */
function startWorker(): Promise<Worker> {
  const worker = new Worker(new URL('./permute-areas.main.ts', import.meta.url));
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve(worker));
    worker.once('error', reject);
  });
}

function askWorker(worker: Worker, part: ThreadPart): Promise<void> {
  return new Promise((resolve, reject) => {
    worker.once('message', () => resolve());
    worker.once('error', reject);
    worker.postMessage(part);
  });
}
