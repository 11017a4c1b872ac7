import { toCoefficients, type OrthogonalBasis } from '../linear/orthogonal-basis.js';
import { linearPredictor } from '../linear/weighted-products.js';
import type { Design } from './design.js';

/** A linear predictor that still moves this far when the likelihood stands still is running off to infinity. */
const STILL_MOVING = 1e-2;

/** Does the last Newton step still move the mean of some row? Then a group has no events, and its coefficient no finite value. */
export function isRunningOff(basis: OrthogonalBasis, lastStep: Float64Array): boolean {
  return linearPredictor(basis, lastStep, undefined).some((move) => Math.abs(move) > STILL_MOVING);
}

/** Which coefficients the data determine: those of independent columns that the last Newton step left where they were. */
export function estimableCoefficients(basis: OrthogonalBasis, design: Design, lastStep: Float64Array): boolean[] {
  const runningOff = isRunningOff(basis, lastStep);
  return Array.from(toCoefficients(basis, lastStep), (step, j) => {
    if (!runningOff || Number.isNaN(step)) return !Number.isNaN(step);
    const largest = design.columns[j]!.reduce((max, x) => Math.max(max, Math.abs(x)), 0);
    return Math.abs(step) * largest <= STILL_MOVING / 10;
  });
}
