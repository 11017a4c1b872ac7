import { logGamma } from '../special/log-gamma.js';

/** Throws RangeError unless every value is a whole number from 0 and at least one row is there. */
export function assertCounts(values: Float64Array): void {
  if (values.length === 0) throw new RangeError('there is no complete row');
  const wrong = values.findIndex((value) => !(Number.isInteger(value) && value >= 0));
  if (wrong >= 0) throw new RangeError(`row ${wrong + 1}: ${values[wrong]} is not a count`);
}

/** Logarithms of the exposures (inhabitants, days at risk). Throws RangeError on an exposure that is not positive. */
export function logExposure(exposure: ArrayLike<number>): Float64Array {
  return Float64Array.from(exposure, (value, row) => {
    if (!(value > 0 && value < Infinity)) throw new RangeError(`row ${row + 1}: exposure ${value} is not positive`);
    return Math.log(value);
  });
}

/** Σ log y!, the part of a count's log-likelihood that no parameter changes. */
export function sumLogFactorials(counts: Float64Array): number {
  const repeats = new Map<number, number>();
  for (const count of counts) repeats.set(count, (repeats.get(count) ?? 0) + 1);
  let sum = 0;
  for (const [count, times] of repeats) sum += times * logGamma(count + 1);
  return sum;
}
