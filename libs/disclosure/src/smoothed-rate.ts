import type { ProtectedCell } from './protected-cell.js';

/** To what rates of one map are drawn, and how strongly. Exposure is in any one unit (thousands of inhabitants); the mean is per that unit. */
export interface Prior {
  mean: number;
  /** The exposure that weighs as much as the area itself: infinite where the areas differ no more than chance. */
  exposure: number;
}

/** The prior mean tells the number of reports of the whole map no more sharply than this: twice the floor of the lab. */
const LEAST_STEP = 10;

/**
 * A prior that was made of the noised count of every cell, withheld ones too (§2.10 of the design), made so coarse that it may be known: its mean on
 * a grid of two significant digits and at least ten reports over the whole map, its strength a power of two. These two coarse numbers are all that a
 * map of smoothed rates says beside the numbers that it shows. Undefined where there is nothing to smooth.
 */
export function coarsePrior(
  { mean, variance }: { mean: number; variance: number },
  totalExposure: number,
): Prior | undefined {
  if (!(mean > 0) || !(totalExposure > 0)) return undefined;
  const step = Math.max(LEAST_STEP / totalExposure, 10 ** (Math.floor(Math.log10(mean)) - 1));
  return {
    mean: Math.max(1, Math.round(mean / step)) * step,
    exposure: variance > 0 ? 2 ** Math.round(Math.log2(mean / variance)) : Number.POSITIVE_INFINITY,
  };
}

/**
 * The rate of an area drawn towards the mean of its map, the more so the less exposure it has (empirical Bayes), to one decimal. A function of the
 * number that the cell shows and the prior alone: null where the cell shows none, so a withheld cell has no smoothed rate either.
 */
export function smoothedRate(cell: ProtectedCell, exposure: number, prior: Prior): number | null {
  if (cell.state !== 'shown' || !(exposure > 0)) return null;
  const weight = Number.isFinite(prior.exposure) ? exposure / (exposure + prior.exposure) : 0;
  return Math.round((prior.mean + weight * (cell.reports / exposure - prior.mean)) * 10) / 10;
}
