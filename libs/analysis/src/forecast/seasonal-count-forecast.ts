import { buildDesign, takeRows, type DesignTerm } from '../regression/design.js';
import { fitNegativeBinomial } from '../regression/negative-binomial-regression.js';
import type { CountForecast } from './count-scores.js';

/** Settings of the seasonal regression: steps per season, and the number of sine and cosine pairs. */
export interface SeasonalCountOptions {
  readonly period: number;
  readonly harmonics: number;
}

/** Values of the explaining variables at step t (from 1): t/100 and the pairs. */
function seasonAt(t: number, { period, harmonics }: SeasonalCountOptions): number[] {
  const pairs = Array.from({ length: harmonics }, (_, k) => (2 * Math.PI * (k + 1) * t) / period);
  return [t / 100, ...pairs.flatMap((angle) => [Math.sin(angle), Math.cos(angle)])];
}

/**
 * The count one step after the history, by negative-binomial regression on time and season (log link). The history starts at step 1;
 * gaps are NaN and left out of the fit. Plug-in: the uncertainty of the coefficients is not in it. Throws RangeError when fewer
 * counts are present than coefficients plus one, or when a value is no count.
 */
export function seasonalCountForecast(history: Float64Array, options: SeasonalCountOptions): CountForecast {
  const rows = Array.from(history, (_, i) => seasonAt(i + 1, options));
  const next = [1, ...seasonAt(history.length + 1, options)];
  const terms = next.slice(1).map((_, k): DesignTerm => {
    return { kind: 'numeric', name: `x${k + 1}`, values: rows.map((row) => row[k]!) };
  });
  const design = buildDesign(terms, history.length, [history]);
  if (design.rows <= next.length) throw new RangeError(`a forecast needs more than ${next.length} counts`);
  const { coefficients, theta } = fitNegativeBinomial(design, takeRows(history, design.rowsUsed));
  const eta = next.reduce((sum, x, j) => sum + x * coefficients[j]!, 0);
  return { mean: Math.exp(eta), size: theta };
}
