import { buildDesign, type DesignTerm } from '../../regression/design.js';
import { fitNegativeBinomial } from '../../regression/negative-binomial-regression.js';
import type { CountPanel } from './count-panel.js';
import { sizesFromPastErrors, unknown, type OneStepForecasts } from './one-step-forecasts.js';
import { isFitted, pastCells, type PastCell } from './past-cells.js';
import { FIRST_FORECAST, type Smoothing } from './smoothing-forecasts.js';

/** Cells that a fit of four coefficients needs. */
const LEAST_CELLS = 30;
const FIRST_FIT = FIRST_FORECAST + 8;
/** A forecast stays within this factor of the levels that it is made of: a fit must not run away. */
const REACH = 1.5;

/** Slow level, and how much the middle and the fast one differ from it, as logs. */
function explaining({ slow, middle, fast }: Smoothing, { area, t }: PastCell): [number, number, number] {
  const level = Math.log(slow[area]![t]!);
  return [level, Math.log(middle[area]![t]!) - level, Math.log(fast[area]![t]!) - level];
}

function fitted(
  counts: readonly Float64Array[],
  smoothing: Smoothing,
  cells: readonly PastCell[],
): Float64Array | undefined {
  const rows = cells.map((cell) => explaining(smoothing, cell));
  const y = Float64Array.from(cells, ({ area, t }) => counts[area]![t]!);
  const varies = [0, 1, 2].filter((k) => rows.some((row) => Math.abs(row[k]! - rows[0]![k]!) > 1e-9));
  if (cells.length < LEAST_CELLS || varies.length < 3 || y.every((value) => value === 0)) return undefined;
  const terms = varies.map((k): DesignTerm => {
    return { kind: 'numeric', name: `level${k}`, values: rows.map((row) => row[k]!) };
  });
  try {
    const { coefficients } = fitNegativeBinomial(buildDesign(terms, cells.length, [y]), y);
    return coefficients.every(Number.isFinite) ? Float64Array.from(coefficients) : undefined;
  } catch (error) {
    // Levels that say the same: there is nothing to tell them apart by, and no model.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/**
 * Pooled negative-binomial regression of the counts on the logs of their smoothed levels, which hold season and the level of all areas: one
 * set of coefficients says how far to trust the slow level and how far the fast ones. Fitted on the past alone, anew every
 * half year. No forecast while there is too little to fit.
 */
export function levelForecasts(panel: CountPanel, smoothing: Smoothing): OneStepForecasts {
  const { counts } = panel;
  const periods = panel.periods.length;
  const mean = unknown(counts.length, periods + 1);
  let coefficients: Float64Array | undefined;
  for (let t = FIRST_FIT; t <= periods; t++) {
    if (isFitted(t, FIRST_FIT))
      coefficients = fitted(counts, smoothing, pastCells(panel, FIRST_FORECAST, t)) ?? coefficients;
    if (!coefficients) continue;
    const [base, ...slopes] = coefficients;
    for (let area = 0; area < counts.length; area++) {
      const x = explaining(smoothing, { area, t });
      const log = slopes.reduce((sum, slope, k) => sum + slope * x[k]!, base!);
      const levels = [smoothing.slow, smoothing.middle, smoothing.fast].map((level) => level[area]![t]!);
      mean[area]![t] = Math.min(REACH * Math.max(...levels), Math.max(Math.min(...levels) / REACH, Math.exp(log)));
    }
  }
  return { mean, size: sizesFromPastErrors(counts, mean, true) };
}
