import { studentQuantile } from '../special/student-t.js';
import { interventionEffect, type InterventionEffect } from './intervention-effect.js';

/** Monthly counts of one group of areas; a month that was not delivered is not in it. */
export interface MonthlySeries {
  /** Months since an arbitrary first one, ascending. */
  readonly months: Float64Array;
  readonly counts: Float64Array;
}

/** What a measure did to the monthly number of reports. */
export interface MeasureEffect {
  /** After over what it would have been without the measure; 1 = no effect. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Standard error of the log ratio, the residual dispersion included. */
  readonly logStandardError: number;
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
}

const PERIOD = 12;
const HARMONICS = 1;
const COVERAGE = 0.95;

/**
 * The level change at `firstMonth` of an interrupted time series with season (`interventionEffect`). With a comparison series the effect is the
 * difference of both level changes on the log scale (a controlled interrupted time series, Lopez Bernal, Cummins & Gasparrini 2018): what changed
 * everywhere is taken out; both series count as independent. Throws RangeError where a series has too few months for its terms.
 */
export function measureEffect(
  measured: MonthlySeries,
  comparison: MonthlySeries | undefined,
  firstMonth: number,
): MeasureEffect {
  const effect = levelChange(measured, firstMonth);
  if (comparison === undefined) return asMeasured(effect);
  const other = levelChange(comparison, firstMonth);
  const degreesOfFreedom = Math.min(effect.degreesOfFreedom, other.degreesOfFreedom);
  const logStandardError = Math.hypot(standardErrorOf(effect), standardErrorOf(other));
  const log = Math.log(effect.ratio) - Math.log(other.ratio);
  const half = studentQuantile((1 + COVERAGE) / 2, degreesOfFreedom) * logStandardError;
  return {
    ratio: Math.exp(log),
    low: Math.exp(log - half),
    high: Math.exp(log + half),
    logStandardError,
    degreesOfFreedom,
    converged: effect.converged && other.converged,
  };
}

function levelChange({ months, counts }: MonthlySeries, firstMonth: number): InterventionEffect {
  const after = months.map((month) => (month >= firstMonth ? 1 : 0));
  const settings = { period: PERIOD, harmonics: HARMONICS, interventionAt: firstMonth };
  return interventionEffect(months, after, counts, settings, COVERAGE);
}

/** Read back from the interval, which holds everything that widens it. */
const standardErrorOf = ({ low, high, degreesOfFreedom }: InterventionEffect): number =>
  (Math.log(high) - Math.log(low)) / (2 * studentQuantile((1 + COVERAGE) / 2, degreesOfFreedom));

const asMeasured = (effect: InterventionEffect): MeasureEffect => ({
  ratio: effect.ratio,
  low: effect.low,
  high: effect.high,
  logStandardError: standardErrorOf(effect),
  degreesOfFreedom: effect.degreesOfFreedom,
  converged: effect.converged,
});
