import { choleskyFactor, choleskySolve } from '../linear/cholesky.js';
import type { OrthogonalBasis } from '../linear/orthogonal-basis.js';
import { crossProduct, linearPredictor, weightedGram } from '../linear/weighted-products.js';
import { isRunningOff } from './estimability.js';

/** Where a Poisson likelihood is largest, in the coordinates of the basis. */
export interface PoissonMaximum {
  readonly gamma: Float64Array;
  readonly mu: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** The Newton step that was taken last: near zero, except where a coefficient runs off. */
  readonly lastStep: Float64Array;
}

const START_SHIFT = 0.1; // added to counts so that a zero has a logarithm, as in R
const MAX_ITERATIONS = 200;
/** Gain in twice the log-likelihood below which a step is the last: Newton squares the error that is left (1e-5 of a standard error). */
const LAST_GAIN = 1e-10;
/** From this many rows on, the start comes from a fit of a sample of about this size. */
const SAMPLE = 5000;

/** One weighted least squares step from the counts themselves. */
function startFromCounts(basis: OrthogonalBasis, y: Float64Array, offset: Float64Array | undefined): Float64Array {
  const weights = y.map((value) => value + START_SHIFT);
  const u = weights.map((w, i) => w * (Math.log(w) - (offset ? offset[i]! : 0)) - START_SHIFT);
  const l = choleskyFactor(weightedGram(basis, weights));
  if (!l) throw new RangeError('the design has no independent columns');
  return choleskySolve(l, crossProduct(basis, u));
}

/** The maximum over every so-manieth row: saves most passes over many rows. Undefined when the sample determines too little. */
function startFromSample(
  basis: OrthogonalBasis,
  y: Float64Array,
  offset: Float64Array | undefined,
): Float64Array | undefined {
  if (basis.rows < 4 * SAMPLE) return undefined;
  const stride = Math.floor(basis.rows / SAMPLE);
  const rows = Math.floor(basis.rows / stride);
  const take = (values: Float64Array) => Float64Array.from({ length: rows }, (_, i) => values[i * stride]!);
  const sample = { ...basis, rows, q: basis.q.map(take) };
  const l = choleskyFactor(weightedGram(sample, new Float64Array(rows).fill(1)));
  if (!l || l.some((row, j) => row[j]! ** 2 < 0.01 / stride)) return undefined;
  const { gamma, converged, lastStep } = solvePoisson(sample, take(y), offset && take(offset));
  return converged && !isRunningOff(sample, lastStep) ? gamma : undefined;
}

/**
 * Maximises Σ y η − e^η, η = offset + Q γ, by Newton's method with halved steps where one would lower it. `y` may be fractional.
 * Throws RangeError when no column is independent of the others.
 */
export function solvePoisson(
  basis: OrthogonalBasis,
  y: Float64Array,
  offset: Float64Array | undefined,
  start: Float64Array | undefined = startFromSample(basis, y, offset),
): PoissonMaximum {
  const rows = y.length;
  const mu = new Float64Array(rows);
  const eta = new Float64Array(rows);
  const u = new Float64Array(rows);
  /** Sets eta and mu, and returns the log-likelihood without its constant. */
  const evaluate = (gamma: Float64Array) => {
    linearPredictor(basis, gamma, offset, eta);
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      mu[i] = Math.exp(eta[i]!);
      sum += y[i]! * eta[i]! - mu[i]!;
    }
    return sum;
  };
  let gamma = start ?? startFromCounts(basis, y, offset);
  let value = evaluate(gamma);
  let lastStep: Float64Array = new Float64Array(gamma.length);
  for (let iteration = 1; iteration <= MAX_ITERATIONS; iteration++) {
    for (let i = 0; i < rows; i++) u[i] = y[i]! - mu[i]!;
    const l = choleskyFactor(weightedGram(basis, mu));
    if (!l) return { gamma, mu, iterations: iteration, converged: false, lastStep };
    const gradient = crossProduct(basis, u);
    const step = choleskySolve(l, gradient);
    const gain = step.reduce((sum, s, j) => sum + s * gradient[j]!, 0);
    let next = gamma;
    let nextValue = -Infinity;
    for (let size = 1; size > 1e-12; size /= 2) {
      next = gamma.map((g, j) => g + size * step[j]!);
      nextValue = evaluate(next);
      if (nextValue >= value - 1e-11 * Math.abs(value) - 1e-12) break;
    }
    gamma = next;
    value = nextValue;
    lastStep = step;
    if (gain < LAST_GAIN) return { gamma, mu, iterations: iteration, converged: true, lastStep };
  }
  return { gamma, mu, iterations: MAX_ITERATIONS, converged: false, lastStep };
}
