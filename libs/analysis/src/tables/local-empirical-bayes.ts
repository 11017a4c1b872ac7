import type { Neighbours } from '../spatial/neighbours.js';
import { areaCount } from '../spatial/neighbours.js';

/** Rates that were each drawn towards those of the neighbourhood. */
export interface LocalEmpiricalBayesRates {
  readonly rates: Float64Array;
  /** Rate of the area and its neighbours together, towards which the area is drawn. */
  readonly priorMean: Float64Array;
  /** Variance of the true rates in the neighbourhood; 0 when they differ no more than chance. */
  readonly priorVariance: Float64Array;
}

/**
 * Local empirical Bayes rates per head (Marshall 1991, section 4): as `empiricalBayesRates`, with mean and variance from the area and
 * its neighbours instead of the whole region, so that a real cluster is not drawn to the region's mean. Same numbers as
 * `spdep::EBlocal(geoda = TRUE)`. Areas whose count or population is NaN (missing), or whose population is 0, get NaN and
 * are nobody's neighbour; an area that is left without neighbours keeps its own rate. Throws RangeError when lengths differ.
 */
export function localEmpiricalBayesRates(
  counts: ArrayLike<number>,
  populations: ArrayLike<number>,
  neighbours: Neighbours,
): LocalEmpiricalBayesRates {
  const n = areaCount(neighbours);
  if (counts.length !== n || populations.length !== n)
    throw new RangeError('counts, populations and neighbours differ');
  const rates = new Float64Array(n).fill(Number.NaN);
  const priorMean = rates.slice();
  const priorVariance = rates.slice();
  const isPresent = (i: number) => !Number.isNaN(counts[i]!) && populations[i]! > 0;
  for (let i = 0; i < n; i++) {
    if (!isPresent(i)) continue;
    const around = [i, ...neighbours.neighbours.subarray(neighbours.offsets[i], neighbours.offsets[i + 1])];
    const circle = around.filter(isPresent);
    let events = 0;
    let people = 0;
    for (const j of circle) {
      events += counts[j]!;
      people += populations[j]!;
    }
    const mean = events / people;
    let spread = 0;
    for (const j of circle) spread += populations[j]! * (counts[j]! / populations[j]! - mean) ** 2;
    const variance = Math.max(0, spread / people - mean / (people / circle.length));
    const own = counts[i]! / populations[i]!;
    const weight = variance === 0 ? 0 : variance / (variance + mean / populations[i]!);
    priorMean[i] = mean;
    priorVariance[i] = variance;
    rates[i] = mean + weight * (own - mean);
  }
  return { rates, priorMean, priorVariance };
}
