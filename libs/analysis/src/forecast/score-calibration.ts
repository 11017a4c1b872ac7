import { negativeBinomialLogProbability } from '../special/negative-binomial.js';
import { normalTwoSided } from '../special/normal.js';
import { countVariance, rankedProbabilityScore, type CountForecast } from './count-scores.js';

/** Mean and variance of the ranked probability score when the forecast is right. */
function expectedScore(forecast: CountForecast): { mean: number; variance: number } {
  const { mean, size } = forecast;
  const limit = Math.ceil(mean + 60 * Math.sqrt(countVariance(forecast))) + 20;
  let below = 0;
  let score = rankedProbabilityScore(0, forecast);
  let first = 0;
  let second = 0;
  for (let y = 0; y <= limit; y++) {
    const probability = Math.exp(negativeBinomialLogProbability(y, size, mean));
    first += probability * score;
    second += probability * score * score;
    // From y to y + 1 the term of k = y turns from (1 − F)² into F².
    below += probability;
    score += 2 * below - 1;
  }
  return { mean: first, variance: second - first * first };
}

/**
 * Are forecasts of counts calibrated? The ranked probability scores against what the forecasts themselves expect, each in its own
 * standard deviations (Wei & Held 2014). Pairs with a gap are left out; NaN when none remain. `p` is two-sided.
 */
export function scoreCalibration(
  observed: readonly number[],
  forecasts: readonly CountForecast[],
): { z: number; p: number } {
  let sum = 0;
  let n = 0;
  forecasts.forEach((forecast, i) => {
    const score = rankedProbabilityScore(observed[i]!, forecast);
    const { mean, variance } = expectedScore(forecast);
    if (Number.isNaN(score) || !(variance > 0)) return;
    sum += (score - mean) / Math.sqrt(variance);
    n++;
  });
  const z = sum / Math.sqrt(n);
  return { z, p: normalTwoSided(z) };
}
