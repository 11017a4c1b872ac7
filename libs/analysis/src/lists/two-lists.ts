import { Z_95 } from '../special/normal-quantile.js';
import { onAll, type CaptureCells } from './capture-cells.js';

/** An estimate from two lists, assuming that being on one says nothing about being on the other. */
export interface TwoListEstimate {
  readonly n1: number;
  readonly n2: number;
  readonly both: number;
  readonly distinct: number;
  /** n1 n2 / both; undefined without overlap. */
  readonly lincolnPetersen: number | undefined;
  /** Chapman's estimate, defined without overlap too; then only a warning that the lists tell nothing. */
  readonly chapman: number;
  readonly variance: number;
  readonly normal95: readonly [number, number];
  /** Log-normal about the hidden part, never below the persons seen. NaN when nobody is hidden. */
  readonly lognormal95: readonly [number, number];
  readonly jaccard: number;
  /** No person on both lists: the estimate is not usable. */
  readonly zeroOverlap: boolean;
}

/** Log-normal 95 % interval of a total: seen + hidden / C … seen + hidden · C (Burnham et al. 1987). */
export function lognormalInterval(seen: number, hidden: number, variance: number): readonly [number, number] {
  const c = Math.exp(Z_95 * Math.sqrt(Math.log1p(variance / (hidden * hidden))));
  return [seen + hidden / c, seen + hidden * c];
}

/** Lincoln–Petersen and Chapman (1951) estimates of all persons from two of the lists (positions). */
export function estimateFromTwoLists(cells: CaptureCells, first: number, second: number): TwoListEstimate {
  const n1 = onAll(cells, [first]);
  const n2 = onAll(cells, [second]);
  const both = onAll(cells, [first, second]);
  const distinct = n1 + n2 - both;
  const chapman = ((n1 + 1) * (n2 + 1)) / (both + 1) - 1;
  const variance = ((n1 + 1) * (n2 + 1) * (n1 - both) * (n2 - both)) / ((both + 1) ** 2 * (both + 2));
  const half = Z_95 * Math.sqrt(variance);
  return {
    n1,
    n2,
    both,
    distinct,
    lincolnPetersen: both > 0 ? (n1 * n2) / both : undefined,
    chapman,
    variance,
    normal95: [chapman - half, chapman + half],
    lognormal95: lognormalInterval(distinct, chapman - distinct, variance),
    jaccard: both / distinct,
    zeroOverlap: both === 0,
  };
}
