import { Worker } from 'node:worker_threads';
import { invalidState, unavailable } from '@datalab/domain';
import type { PartOrder, ThreadAnswer, ThreadStart } from './thread-message.js';

export interface ThreadPoolOptions {
  /** Threads of one run at most. The outcome does not depend on it. */
  threads: number;
  /** After how long a run is ended. */
  timeoutMs: number;
  /** Heap of one thread, in MiB; a thread that needs more ends the run and not the worker. */
  heapMiB: number;
  /** Arguments of Node for a thread; those of this process where left out. Tests load TypeScript by another road than the platform does. */
  execArgv?: string[];
}

/** Most bytes of typed arrays that a run may hold: they lie outside the heap, so the limit of a thread does not count them. */
export const MOST_BYTES = 1_500_000_000;

export interface ThreadedWork extends ThreadStart {
  parts: number;
  /** Called with the number of parts that are done. */
  onProgress?: (done: number) => void;
  /** Ends the work at once, whatever the threads are doing. */
  signal?: AbortSignal;
}

const ENTRY = new URL('./analysis-thread.main.ts', import.meta.url);

/**
 * Does the parts of a run in threads, so that this thread stays free to answer. A thread takes the next part when it has done one; the answers are
 * put in the order of their index, so the outcome is the same with one thread and with ten. Throws `run.cancelled` when the signal is given,
 * `run.timeout`, `run.out-of-memory` or `run.failed` (with what a thread said in the error's cause, not in its message).
 */
export class ThreadPool {
  constructor(private readonly options: ThreadPoolOptions) {}

  async run({ parts, onProgress, signal, ...start }: ThreadedWork): Promise<unknown[]> {
    if (bytesOf(start.data) > MOST_BYTES)
      throw invalidState('run.too-large', 'This run needs more memory than one run may have.');
    const results = new Array<unknown>(parts);
    const threads: Worker[] = [];
    let next = 0;
    let done = 0;
    const { timeoutMs, threads: most, heapMiB, execArgv } = this.options;
    let timer: NodeJS.Timeout | undefined;
    let cancel: (() => void) | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        timer = setTimeout(() => reject(invalidState('run.timeout', 'This run took too long.')), timeoutMs);
        cancel = () => reject(invalidState('run.cancelled', 'This run was cancelled.'));
        if (signal?.aborted) return cancel();
        signal?.addEventListener('abort', cancel);
        for (let i = 0; i < Math.min(most, parts); i += 1) {
          const thread = new Worker(ENTRY, {
            workerData: start satisfies ThreadStart,
            resourceLimits: { maxOldGenerationSizeMb: heapMiB },
            ...(execArgv && { execArgv }),
          });
          threads.push(thread);
          thread.on('error', (error) => reject(failureOf(error)));
          thread.on('message', (answer: ThreadAnswer) => {
            if (answer.kind === 'failed') return reject(failureOf(new Error(answer.message)));
            if (answer.kind === 'part') {
              results[answer.part] = answer.value;
              done += 1;
              onProgress?.(done);
              if (done === parts) return resolve();
            }
            if (next < parts) thread.postMessage({ part: next++ } satisfies PartOrder);
          });
        }
      });
    } finally {
      clearTimeout(timer);
      if (cancel !== undefined) signal?.removeEventListener('abort', cancel);
      await Promise.all(threads.map((thread) => thread.terminate()));
    }
    return results;
  }
}

function failureOf(error: unknown): Error {
  const fault =
    (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY'
      ? invalidState('run.out-of-memory', 'This run needs more memory than one run may have.')
      : // What a method throws may hold a value of a row: it goes to nobody.
        unavailable('run.failed', 'The arithmetic of this run failed.');
  fault.cause = error;
  return fault;
}

/** Bytes of the typed arrays in a value. */
function bytesOf(value: unknown): number {
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (Array.isArray(value))
    return value.length > 1_000 ? value.length * 8 : value.reduce<number>((sum, one) => sum + bytesOf(one), 0);
  if (typeof value === 'object' && value !== null)
    return Object.values(value).reduce<number>((sum, one) => sum + bytesOf(one), 0);
  return 0;
}
