import { ANCHOR_TASKS, type AnchorTask } from './anchor-tasks.js';
import { ANCHORS, anchorsArePresent } from './anchor-data.js';
import { medianOf } from '../median.js';
import { timePeer, type PeerTiming, type Timing } from './peer-timer.js';
import { timeThreads, type ThreadTiming } from './time-threads.js';

const REPEATS = 3;
/** Above this one timed run is enough. */
const LONG_MILLISECONDS = 20_000;

/** One anchor beside its peer. */
export interface AnchorResult {
  readonly name: string;
  readonly cpuSeconds: number;
  readonly wallSeconds: number;
  readonly peer: string;
  readonly peerCpuSeconds?: number;
  readonly peerWallSeconds?: number;
  /** Own CPU time / the peer's: both use one core, and CPU time tells less of what else the machine does. */
  readonly ratio?: number;
  readonly target: number;
  /** null: the peer is not here, so nothing was compared. */
  readonly passed: boolean | null;
}

export interface AnalysisBench {
  readonly anchors: readonly AnchorResult[];
  readonly threads: readonly ThreadTiming[];
  /** False as well when nothing could be compared. */
  readonly passed: boolean;
}

export interface AnalysisBenchOptions {
  /** Only anchors whose name holds this. */
  readonly only?: string;
}

/**
 * Times the methods of `@datalab/analysis` beside the reference programs of the field, each in the same run on the same files, one core
 * each, median of three after a warm-up (once where a run is long); prints CPU (user and system) and wall time of both and compares CPU time. Prints what is absent and compares
 * nothing there.
 */
export async function benchAnalysis(
  print: (line: string) => void,
  { only = '' }: AnalysisBenchOptions = {},
): Promise<AnalysisBench> {
  if (!anchorsArePresent()) {
    print(`the inputs and the peers' timers are not here: ${ANCHORS}`);
    return { anchors: [], threads: [], passed: false };
  }
  print('Peers in R take minutes on a busy machine; nothing is printed until a task is done.');
  const known = new Map<string, Awaited<ReturnType<typeof timePeer>>>();
  const anchors: AnchorResult[] = [];
  for (const task of ANCHOR_TASKS.filter(({ name }) => name.includes(only))) {
    const own = await timeOwn(task);
    const { program, task: name } = task.peer;
    const peer = known.get(name) ?? (await timePeer(program, name));
    known.set(name, peer);
    anchors.push(compare(task, own, peer, print));
  }
  const threads = await timeThreads(print, only);
  const verdicts = [...anchors, ...threads].map((one) => one.passed).filter((one) => one !== null);
  const passed = verdicts.length > 0 && verdicts.every(Boolean);
  return { anchors, threads, passed };
}

async function timeOwn(task: AnchorTask): Promise<PeerTiming> {
  const run = await task.prepare();
  const timings: Timing[] = [];
  let check = Number.NaN;
  const cold = performance.now();
  run();
  // A warm-up, as the peers' timers give what is compiled when it first runs; where it took long its own share is small, and it is spared.
  const repeats = performance.now() - cold < LONG_MILLISECONDS ? REPEATS : 1;
  for (let repeat = 0; repeat < repeats; repeat++) {
    const [cpu, wall] = [process.cpuUsage(), performance.now()];
    check = run();
    const { user, system } = process.cpuUsage(cpu);
    timings.push({ cpu: (user + system) / 1e6, wall: (performance.now() - wall) / 1e3 });
  }
  return { timings, check };
}

function compare(
  task: AnchorTask,
  own: PeerTiming,
  peer: Awaited<ReturnType<typeof timePeer>>,
  print: (line: string) => void,
): AnchorResult {
  const cpuSeconds = medianOf(own.timings.map(({ cpu }) => cpu));
  const wallSeconds = medianOf(own.timings.map(({ wall }) => wall));
  const result = { name: task.name, cpuSeconds, wallSeconds, peer: task.peer.tells, target: task.target };
  const show = (cpu: number, wall: number, { length }: readonly Timing[]) =>
    `${cpu.toFixed(2)} s CPU, ${wall.toFixed(2)} s wall, ${length === 1 ? 'timed once' : `median of ${length}`}`;
  print(task.name);
  print(`  here: ${show(cpuSeconds, wallSeconds, own.timings)}`);
  if ('absent' in peer) {
    print(`  ${task.peer.tells}: not compared, ${peer.absent}`);
    return { ...result, passed: null };
  }
  const peerCpuSeconds = medianOf(peer.timings.map(({ cpu }) => cpu));
  const peerWallSeconds = medianOf(peer.timings.map(({ wall }) => wall));
  const ratio = cpuSeconds / peerCpuSeconds;
  const deviation = Math.abs(own.check / peer.check - 1);
  // A comparison with NaN is false: a task that has nothing to agree on is not held to it.
  const disagrees = deviation > task.agree || (Number.isNaN(deviation) && !Number.isNaN(task.agree));
  const passed = ratio <= task.target && !disagrees;
  print(`  ${task.peer.tells}: ${show(peerCpuSeconds, peerWallSeconds, peer.timings)}`);
  if (disagrees) print(`  the two DISAGREE: ${own.check} here, ${peer.check} there`);
  const times = `${(1 / ratio).toFixed(1)} times as fast`;
  print(
    `  ratio of CPU time ${ratio.toFixed(3)} (${times}), target ${task.target.toFixed(3)}: ${passed ? 'passed' : 'FAILED'}`,
  );
  return { ...result, peerCpuSeconds, peerWallSeconds, ratio, passed };
}
