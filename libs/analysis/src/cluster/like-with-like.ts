import { choleskyFactor } from '../linear/cholesky.js';
import { standardise } from './standardise.js';

/** Areas most like the one asked for, the nearest first. */
export interface LikeArea {
  readonly area: number;
  /** Mahalanobis distance: 0 = the same on every indicator; about √(number of indicators) is a typical distance from the mean. */
  readonly distance: number;
}

/**
 * The areas to compare an area with: nearest on several indicators at once by Mahalanobis distance, √((x − y)' S⁻¹ (x − y)), S the
 * covariance (divisor n − 1) over all complete areas, so that correlated indicators do not count double and units do not matter.
 * `indicators`: columns of equal length, NaN = missing. An area with a gap is nobody's like, and asking for one gives an empty
 * list: a gap is never filled in. At most `most`; ties by index. Mahalanobis 1936; n of complete areas must exceed the number of
 * indicators.
 * Throws RangeError when an indicator does not vary or follows from the others (S has no inverse), or lengths differ.
 */
export function likeWithLike(indicators: readonly ArrayLike<number>[], area: number, most: number): LikeArea[] {
  const areas = indicators[0]?.length ?? 0;
  if (indicators.some((column) => column.length !== areas)) throw new RangeError('indicators differ in length');
  const complete: number[] = [];
  for (let i = 0; i < areas; i++) if (indicators.every((column) => !Number.isNaN(column[i]!))) complete.push(i);
  const own = complete.indexOf(area);
  if (own < 0) return [];
  const whitened = whiten(indicators.map((column) => Float64Array.from(complete, (i) => column[i]!)));
  const distances = complete.map((place, k): LikeArea => {
    const squares = whitened.reduce((sum, column) => sum + (column[k]! - column[own]!) ** 2, 0);
    return { area: place, distance: Math.sqrt(squares) };
  });
  const others = distances.filter((_, k) => k !== own);
  return others.sort((a, b) => a.distance - b.distance || a.area - b.area).slice(0, most);
}

/** Columns without correlation and with variance 1: Euclidean distances among them are Mahalanobis distances. */
function whiten(columns: readonly Float64Array[]): Float64Array[] {
  const { values, rows, columns: p } = standardise(columns);
  const correlation = columns.map((_, a) =>
    Float64Array.from(columns, (_b, b) => {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += values[i * p + a]! * values[i * p + b]!;
      return sum / (rows - 1);
    }),
  );
  const factor = choleskyFactor(correlation);
  // A pivot of 1e-10 is a share of variance that the earlier indicators leave over: below it the inverse is only rounding.
  if (!factor || factor.some((row, j) => row[j]! ** 2 < 1e-10)) {
    throw new RangeError('an indicator does not vary or follows from the others: leave it out');
  }
  const white = columns.map(() => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    for (let a = 0; a < p; a++) {
      let value = values[i * p + a]!;
      for (let b = 0; b < a; b++) value -= factor[a]![b]! * white[b]![i]!;
      white[a]![i] = value / factor[a]![a]!;
    }
  }
  return white;
}
