import { negativeBinomialLogProbability, negativeBinomialTails } from '../special/negative-binomial.js';

/** A forecast of one count: negative binomial with that mean and size θ (variance mean + mean² / θ); θ = Infinity is Poisson. */
export interface CountForecast {
  readonly mean: number;
  readonly size: number;
}

/** So many standard deviations below the mean a count has next to no probability, and still one that a double can hold. */
const FAR_BELOW = 25;
const NEGLIGIBLE = 1e-14;

/** Variance of the forecast, in squared counts. */
export function countVariance({ mean, size }: CountForecast): number {
  return mean + (mean * mean) / size;
}

/** Logarithmic score −log P(Y = y), natural; lower is better, Infinity when y was impossible, NaN for a gap. */
export function logScore(y: number, { mean, size }: CountForecast): number {
  return Number.isNaN(y) ? Number.NaN : -negativeBinomialLogProbability(y, size, mean);
}

/** Dawid–Sebastiani score (y − μ)²/σ² + log σ²; NaN for a gap or a forecast without variance. */
export function dawidSebastianiScore(y: number, forecast: CountForecast): number {
  const variance = countVariance(forecast);
  return variance > 0 ? (y - forecast.mean) ** 2 / variance + Math.log(variance) : Number.NaN;
}

/** Squared error of the mean. */
export function squaredErrorScore(y: number, { mean }: CountForecast): number {
  return (y - mean) ** 2;
}

/**
 * Ranked probability score Σₖ (P(Y ≤ k) − 1{y ≤ k})², which for a count is its CRPS, in counts (Czado, Gneiting & Held 2009).
 * Summed over all counts with probability, so the time grows with the mean. NaN for a gap (y NaN), for a y that is no count, and
 * for a forecast outside its domain.
 */
export function rankedProbabilityScore(y: number, forecast: CountForecast): number {
  const { mean, size } = forecast;
  if (!(y >= 0) || !Number.isInteger(y) || !(size > 0) || !(mean >= 0 && mean < Infinity)) return Number.NaN;
  if (mean === 0) return y;
  const start = Math.max(0, Math.floor(mean - FAR_BELOW * Math.sqrt(countVariance(forecast))));
  const ratio = size === Infinity ? 0 : mean / (size + mean);
  // Beyond the mode the tail falls at least as a geometric one with this ratio: that bounds what is left out.
  const tailLength = 1 / (1 - Math.min(ratio, 1 - 1e-9));
  let below = negativeBinomialTails(start - 1, size, mean).lower;
  let probability = Math.exp(negativeBinomialLogProbability(start, size, mean));
  let score = Math.max(0, start - y);
  for (let k = start; ; k++) {
    below += probability;
    const gap = k < y ? below : 1 - below;
    score += gap * gap;
    if (k >= y && k > mean && gap * gap * tailLength <= NEGLIGIBLE * score) return score;
    probability *= size === Infinity ? mean / (k + 1) : ((k + size) / (k + 1)) * ratio;
    if (k > mean && probability === 0) return score + Math.max(0, y - 1 - k);
  }
}
