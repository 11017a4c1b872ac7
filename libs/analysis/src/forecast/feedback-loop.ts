import { randomStream } from '../random/random-stream.js';
import { poissonQuantile } from '../special/poisson.js';

/** A world in which attention brings reports, and reports bring attention. */
export interface FeedbackWorld {
  /** What happens per period in each area, whether it is reported or not; it never changes. */
  readonly rates: ArrayLike<number>;
  /** Share of the areas that get attention each period: those with the highest forecast. */
  readonly attentionShare: number;
  /** By what fraction attention raises the reports of an area: 0.3 is three more on ten. 0 is no loop. */
  readonly sensitivity: number;
  /** What a count of one period earlier weighs in the forecast. */
  readonly discount: number;
  readonly periods: number;
  readonly runs: number;
  readonly seed: number;
}

/** What the loop does, each against the same world without it. */
export interface FeedbackLoop {
  /** Reports of the areas that get attention, over those of the areas that would get it without the loop: 1 is none. */
  readonly amplification: number;
  /** Share of the attention that goes where the rate is not among the highest, with and without the loop. */
  readonly misplaced: number;
  readonly misplacedWithout: number;
  /** Share of the attended areas that were attended in the period before. */
  readonly persistence: number;
  readonly persistenceWithout: number;
}

/** Periods before anything is measured: the forecasts first have to learn. */
const WARMING_UP = 12;

interface Course {
  readonly reports: number;
  readonly misplaced: number;
  readonly persistence: number;
}

/** Numbers of the highest values, ties to the lowest number. */
function highest(values: ArrayLike<number>, k: number): Set<number> {
  const order = Array.from({ length: values.length }, (_, i) => i);
  return new Set(order.sort((a, b) => values[b]! - values[a]! || a - b).slice(0, k));
}

/** One course of a world. The draws are the same for every sensitivity, so that two courses differ by the loop alone. */
function courseOf(world: FeedbackWorld, sensitivity: number, run: number): Course {
  const { rates, periods, discount } = world;
  const areas = rates.length;
  const k = Math.max(1, Math.floor(world.attentionShare * areas + 1e-9));
  const stream = randomStream(world.seed, run);
  const level = Float64Array.from({ length: areas }, () => 0);
  const deserved = highest(rates, k);
  let attended = new Set<number>();
  let [reports, misplaced, kept, measured] = [0, 0, 0, 0];
  for (let t = 0; t < periods + WARMING_UP; t++) {
    const before = attended;
    attended = t === 0 ? new Set() : highest(level, k);
    let seen = 0;
    for (let i = 0; i < areas; i++) {
      const rate = rates[i]! * (attended.has(i) ? 1 + sensitivity : 1);
      const count = poissonQuantile(stream.nextFloat(), rate);
      if (attended.has(i)) seen += count;
      level[i] = discount * level[i]! + (1 - discount) * count;
    }
    if (t < WARMING_UP) continue;
    measured++;
    reports += seen;
    for (const area of attended) {
      if (!deserved.has(area)) misplaced++;
      if (before.has(area)) kept++;
    }
  }
  return { reports, misplaced: misplaced / measured / k, persistence: kept / measured / k };
}

/**
 * Simulates the loop of attention and reports: the areas with the highest forecasts get attention, attention raises what is reported,
 * and the forecasts learn from the reports. Seeded. Throws RangeError on a world without areas, or outside its bounds.
 */
export function feedbackLoop(world: FeedbackWorld): FeedbackLoop {
  const { rates, attentionShare, sensitivity, discount, periods, runs } = world;
  if (rates.length === 0) throw new RangeError('a world needs areas');
  if (!(attentionShare > 0 && attentionShare <= 1)) throw new RangeError('the share must lie above 0 and at most 1');
  if (!(sensitivity >= 0 && discount >= 0 && discount < 1))
    throw new RangeError('sensitivity or discount out of bounds');
  if (!(periods >= 1 && runs >= 1)) throw new RangeError('a simulation needs periods and runs');
  if (!Array.from(rates).every((rate) => rate >= 0 && rate < Infinity))
    throw new RangeError('a rate is a number from 0');
  const mean = (courses: readonly Course[], part: keyof Course) =>
    courses.reduce((sum, course) => sum + course[part], 0) / courses.length;
  const all = Array.from({ length: runs }, (_, run) => run);
  const without = all.map((run) => courseOf(world, 0, run));
  const withLoop = all.map((run) => courseOf(world, sensitivity, run));
  return {
    amplification: mean(withLoop, 'reports') / mean(without, 'reports'),
    misplaced: mean(withLoop, 'misplaced'),
    misplacedWithout: mean(without, 'misplaced'),
    persistence: mean(withLoop, 'persistence'),
    persistenceWithout: mean(without, 'persistence'),
  };
}
