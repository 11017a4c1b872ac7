import { standardErrors } from '../linear/orthogonal-basis.js';
import { studentQuantile } from '../special/student-t.js';
import { interruptedDesign, type InterruptionSettings } from './interrupted-time-series.js';
import { fitNegativeBinomial } from './negative-binomial-regression.js';
import { neweyWestCovariance } from './robust-covariance.js';

/** What a measure did to a series of counts, by an interrupted time series. */
export interface InterventionEffect {
  /** Level after the measure over what it would have been without; 1 = no effect. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Newey–West standard error of the log ratio over that of the model: far above 1 = neighbouring periods resemble each other. */
  readonly autocorrelationFactor: number;
  readonly rows: number;
  readonly degreesOfFreedom: number;
  readonly converged: boolean;
}

const NEWEY_WEST_LAG = 3;

/**
 * The level change of a segmented negative-binomial regression with its interval (`coverage`, default 0.95). The standard error is that of the
 * model, widened by the Pearson dispersion over the residual degrees of freedom where that is above 1 (maximum likelihood takes the
 * dispersion too small in short series), and read against Student's t: so the interval holds the truth as often as it says, also with sixty
 * months (`datalab verify analyses` simulates it). A gap is a row that is not there. Throws RangeError without residual degrees of freedom.
 */
export function interventionEffect(
  time: Float64Array,
  after: Float64Array,
  counts: Float64Array,
  settings: InterruptionSettings,
  coverage = 0.95,
): InterventionEffect {
  const design = interruptedDesign(time, after, settings);
  const fit = fitNegativeBinomial(design, counts);
  if (fit.degreesOfFreedom < 1) throw new RangeError('too few periods for the terms of the series');
  const level = design.names.indexOf('level');
  const { theta, fitted } = fit;
  const pearson = counts.reduce((sum, y, i) => {
    const mu = fitted[i]!;
    return sum + (y - mu) ** 2 / (mu + (theta === Infinity ? 0 : mu ** 2 / theta));
  }, 0);
  const model = fit.standardErrors[level]!;
  const widened = model * Math.sqrt(Math.max(1, pearson / fit.degreesOfFreedom));
  const half = studentQuantile((1 + coverage) / 2, fit.degreesOfFreedom) * widened;
  const estimate = fit.coefficients[level]!;
  return {
    ratio: Math.exp(estimate),
    low: Math.exp(estimate - half),
    high: Math.exp(estimate + half),
    autocorrelationFactor: standardErrors(neweyWestCovariance(fit.scoreForm, NEWEY_WEST_LAG))[level]! / model,
    rows: fit.rows,
    degreesOfFreedom: fit.degreesOfFreedom,
    converged: fit.converged,
  };
}
