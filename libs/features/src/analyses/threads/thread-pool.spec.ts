import { gridNeighbours, randomStream } from '@datalab/analysis';
import { describe, expect, it } from '@jest/globals';
import { moranLocalMethod } from '../methods/moran-local.method.js';
import { digestOf } from '../plain-json.js';
import { ThreadPool } from './thread-pool.js';

const LOADER = new URL('../../../../../infra/dev/typescript-loader.mjs', import.meta.url).href;
const pool = (threads: number, change: Partial<ConstructorParameters<typeof ThreadPool>[0]> = {}) =>
  new ThreadPool({ threads, timeoutMs: 60_000, heapMiB: 512, execArgv: ['--import', LOADER], ...change });

/** A map of a square of areas on which chance alone is at work. */
function map(side: number) {
  const { nextBelow } = randomStream(7, 0);
  const areas = side * side;
  return {
    areaCodes: Array.from({ length: areas }, (_, i) => `A${i}`),
    names: Array.from({ length: areas }, (_, i) => `Gebied ${i}`),
    areaLevel: 'buurt',
    values: Float64Array.from({ length: areas }, () => nextBelow(40)),
    asRates: false,
    neighbours: gridNeighbours(
      Array.from({ length: areas }, (_, i) => i % side),
      Array.from({ length: areas }, (_, i) => Math.floor(i / side)),
    ),
    cells: [],
  };
}

const workOf = (data: ReturnType<typeof map>, permutations: number, seed = 11) => {
  const params = { permutations, level: 0.05 };
  return { method: 'moran-local', data, params, seed, parts: moranLocalMethod.parts(data, params) };
};
const outcomeOf = async (threads: number, data: ReturnType<typeof map>, seed = 11) => {
  const work = workOf(data, 199, seed);
  const parts = await pool(threads).run(work);
  return digestOf(moranLocalMethod.merge(parts as never, data, work.params));
};

describe('the threads of a run', () => {
  it('give the same outcome with one, two and three of them, and another with another seed', async () => {
    const data = map(24);
    const one = await outcomeOf(1, data);
    expect(await outcomeOf(2, data)).toBe(one);
    expect(await outcomeOf(3, data)).toBe(one);
    expect(await outcomeOf(2, data, 12)).not.toBe(one);
  });

  it('leave the event loop free: while 999 permutations are drawn this thread does next to nothing, and never for long', async () => {
    const data = map(70);
    // Work of this thread itself, whatever else the machine does: a stretch between two turns of the loop is what a health check waits for.
    const stretches: number[] = [];
    const spent = ({ user, system }: NodeJS.CpuUsage) => user + system;
    let turn = process.threadCpuUsage();
    const [thread, all] = [turn, process.cpuUsage()];
    let isBusy = true;
    const lookAgain = () => {
      const used = process.threadCpuUsage(turn);
      stretches.push(spent(used));
      turn = process.threadCpuUsage();
      if (isBusy) setTimeout(lookAgain, 5);
    };
    lookAgain();
    await pool(2)
      .run(workOf(data, 999))
      .finally(() => (isBusy = false));
    const [own, whole] = [spent(process.threadCpuUsage(thread)), spent(process.cpuUsage(all))];
    expect(stretches.length).toBeGreaterThan(20);
    expect(own / whole).toBeLessThan(0.2);
    expect(Math.max(...stretches) / whole).toBeLessThan(0.05);
  });

  it('are given nothing that only the gate reads', () => {
    const light = moranLocalMethod.forThreads!({ ...map(3), cells: [{} as never] });
    expect(light.cells).toEqual([]);
    expect(light.values).toHaveLength(9);
  });

  it('tell how far they are, and stop within a second when nobody wants the outcome any more', async () => {
    const unwanted = new AbortController();
    const progress: number[] = [];
    let cancelledAt = 0;
    const work = pool(2).run({
      ...workOf(map(120), 9_999),
      signal: unwanted.signal,
      onProgress: (done) => {
        progress.push(done);
        if (done < 2) return;
        cancelledAt = performance.now();
        unwanted.abort();
      },
    });
    await expect(work).rejects.toMatchObject({ code: 'run.cancelled' });
    expect(performance.now() - cancelledAt).toBeLessThan(1_000);
    expect(progress.slice(0, 2)).toEqual([1, 2]);
  });

  it('do not begin what was cancelled before', async () => {
    const signal = AbortSignal.abort();
    await expect(pool(1).run({ ...workOf(map(3), 99), signal })).rejects.toMatchObject({ code: 'run.cancelled' });
  });

  it('are ended when they take too long', async () => {
    const work = pool(1, { timeoutMs: 1_500 }).run(workOf(map(150), 9_999));
    await expect(work).rejects.toMatchObject({ code: 'run.timeout' });
  });

  it('end the run and not the process when they need too much memory', async () => {
    const small = pool(1, { heapMiB: 4 });
    await expect(small.run(workOf(map(40), 999))).rejects.toMatchObject({ code: 'run.out-of-memory' });
  });

  it('say nothing of what a method threw: it could hold a value', async () => {
    const work = { ...workOf(map(3), 1), parts: 1 };
    const fault: unknown = await pool(1)
      .run(work)
      .catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'run.failed', message: 'The arithmetic of this run failed.' });
  });
});
