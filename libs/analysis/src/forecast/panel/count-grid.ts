import { negativeBinomialLogProbability } from '../../special/negative-binomial.js';
import type { CountForecast } from '../count-scores.js';

/** Counts at which distributions are held: from `start`, `points` of them, `step` apart (1 unless the counts are very large). */
export interface CountGrid {
  readonly start: number;
  readonly step: number;
  readonly points: number;
}

/** Up to so many counts every one is a point of the grid; beyond, the distributions are smooth and coarser points do. */
const EXACT_POINTS = 1024;
/** Points within one standard deviation of the sharpest distribution. */
const POINTS_PER_DEVIATION = 8;
/** No grid is longer; what would lie beyond it belongs to a distribution that says next to nothing. */
export const MOST_POINTS = 4096;
/** Standard deviations, and lengths of an exponential tail, that hold next to all probability. */
const REACH = 9;
const TAILS = 18;

const deviation = ({ mean, size }: CountForecast) => Math.sqrt(mean + (mean * mean) / size);

/** A grid that holds next to all probability of these distributions, and the count itself when it is given. */
export function gridFor(forecasts: readonly CountForecast[], count?: number): CountGrid {
  let low = count ?? Infinity;
  let high = count ?? 0;
  let sharpest = Infinity;
  for (const forecast of forecasts) {
    const spread = deviation(forecast);
    sharpest = Math.min(sharpest, spread);
    low = Math.min(low, forecast.mean - REACH * spread);
    // A small size has a long tail: with ratio mean / (mean + size) it falls by e every so many counts.
    high = Math.max(high, forecast.mean + REACH * spread, TAILS * (1 + forecast.mean / forecast.size));
  }
  const start = Math.max(0, Math.floor(low));
  const range = Math.ceil(high) + 2 - start;
  const fine = Math.max(1, Math.floor(sharpest / POINTS_PER_DEVIATION));
  const step =
    range <= EXACT_POINTS ? 1 : Math.max(Math.min(fine, Math.ceil(range / EXACT_POINTS)), countStep(count, start));
  return { start, step, points: Math.min(MOST_POINTS, Math.ceil(range / step)) };
}

/** A count that lies far above everything that was expected must still be on the grid. */
function countStep(count: number | undefined, start: number): number {
  return count === undefined ? 1 : Math.ceil((count + 2 - start) / MOST_POINTS);
}

function exactDistribution({ mean, size }: CountForecast, { start, points }: CountGrid, into: Float64Array): void {
  const ratio = size === Infinity ? 0 : mean / (size + mean);
  let k = start;
  let sum = 0;
  let probability = Math.exp(negativeBinomialLogProbability(k, size, mean));
  for (let j = 0; j < points; j++, k++) {
    sum += probability;
    into[j] = sum;
    // Far below the mean a double cannot hold the first probabilities: each is made anew until it can.
    if (probability === 0 && k < mean) probability = Math.exp(negativeBinomialLogProbability(k + 1, size, mean));
    else probability *= size === Infinity ? mean / (k + 1) : ((k + size) / (k + 1)) * ratio;
  }
}

/** P(Y ≤ k) at each point of the grid, written into `into`; nothing lies above its last point. */
export function cumulativeOn(forecast: CountForecast, grid: CountGrid, into: Float64Array): void {
  const { start, step, points } = grid;
  const { mean, size } = forecast;
  if (mean === 0) into.fill(1, 0, points);
  else if (step === 1) exactDistribution(forecast, grid, into);
  else {
    // Mass of the `step` counts that end at a point, by the middle one of them.
    let sum = 0;
    for (let j = 0; j < points; j++) {
      const middle = Math.max(0, Math.round(start + j * step - (step - 1) / 2));
      sum += step * Math.exp(negativeBinomialLogProbability(middle, size, mean));
      into[j] = sum;
    }
  }
  const whole = into[points - 1]!;
  for (let j = 0; j < points; j++) into[j]! /= whole;
}

/** Ranked probability score of a count under a distribution on the grid, in counts: Σₖ (P(Y ≤ k) − 1{y ≤ k})². */
export function gridScore(cumulative: Float64Array, { start, step, points }: CountGrid, y: number): number {
  let score = 0;
  for (let j = 0; j < points; j++) {
    // Within a coarse step the distribution rises evenly: its middle stands for the step.
    const below = step === 1 ? cumulative[j]! : (cumulative[j]! + (j > 0 ? cumulative[j - 1]! : 0)) / 2;
    const last = start + j * step;
    // Of the counts that this point stands for, those before y and those from y on.
    const before = Math.min(step, Math.max(0, y - (last - step + 1)));
    const inside = step === 1 ? (last < y ? 1 : 0) : before;
    score += inside * below * below + (step - inside) * (1 - below) * (1 - below);
  }
  return score;
}

/** The smallest count on the grid with P(Y ≤ count) ≥ p. */
export function gridQuantile(cumulative: Float64Array, { start, step, points }: CountGrid, p: number): number {
  let j = 0;
  while (j < points - 1 && cumulative[j]! < p) j++;
  return start + j * step;
}

/** Probability of a count on the grid; of a coarse grid the share of one count in its step. */
export function gridProbability(cumulative: Float64Array, { start, step, points }: CountGrid, y: number): number {
  const j = Math.ceil((y - start) / step);
  if (j < 0 || j >= points) return 0;
  return (cumulative[j]! - (j > 0 ? cumulative[j - 1]! : 0)) / step;
}

/**
 * The shortest run of counts that holds at least that probability (the lower one of equals), with what it holds. Central intervals of
 * small counts hold far more than they say; this one holds the least that whole counts allow.
 */
export function shortestInterval(
  cumulative: Float64Array,
  { start, step, points }: CountGrid,
  level: number,
): { lower: number; upper: number; inside: number } {
  let best = { from: 0, to: points - 1 };
  for (let from = 0, to = 0; from < points; from++) {
    const before = from > 0 ? cumulative[from - 1]! : 0;
    while (to < points && cumulative[to]! - before < level - 1e-12) to++;
    if (to >= points) break;
    if (to - from < best.to - best.from) best = { from, to };
  }
  const before = best.from > 0 ? cumulative[best.from - 1]! : 0;
  const lower = step === 1 || best.from === 0 ? start + best.from * step : start + (best.from - 1) * step + 1;
  return { lower, upper: start + best.to * step, inside: cumulative[best.to]! - before };
}
