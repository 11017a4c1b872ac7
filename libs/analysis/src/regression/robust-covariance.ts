import { toCovariance } from '../linear/orthogonal-basis.js';
import { weightedGram } from '../linear/weighted-products.js';
import type { ScoreForm } from './linear-regression.js';

/** B M B in the coordinates of the basis, then carried to the coefficients. */
function sandwich({ basis, bread }: ScoreForm, meat: readonly Float64Array[], factor = 1): Float64Array[] {
  const p = bread.length;
  const product = (a: readonly Float64Array[], b: readonly Float64Array[]) =>
    a.map((row) =>
      Float64Array.from({ length: p }, (_, j) => {
        let sum = 0;
        for (let k = 0; k < p; k++) sum += row[k]! * b[k]![j]!;
        return sum;
      }),
    );
  const inner = product(product(bread, meat), bread);
  return toCovariance(
    basis,
    inner.map((row) => row.map((value) => value * factor)),
  );
}

/** n / (n − k), the small-sample factor of HC1 and of the adjusted Newey–West estimate. */
function smallSample({ basis, parameters }: ScoreForm): number {
  return basis.rows / (basis.rows - parameters);
}

/**
 * Heteroscedasticity-consistent covariance of the coefficients: HC0 (White 1980), HC1 = HC0 · n / (n − k), HC3 with the score
 * divided by 1 − leverage (MacKinnon & White 1985; pass `hat`). Same numbers as R's `sandwich::vcovHC`.
 */
export function heteroscedasticCovariance(
  form: ScoreForm,
  type: 'HC0' | 'HC1' | 'HC3',
  hat?: Float64Array,
): Float64Array[] {
  if (type === 'HC3' && !hat) throw new RangeError('HC3 needs the leverages');
  const squared = form.score.map((u, i) => (type === 'HC3' ? (u / (1 - hat![i]!)) ** 2 : u * u));
  return sandwich(form, weightedGram(form.basis, squared), type === 'HC1' ? smallSample(form) : 1);
}

/**
 * Newey–West (1987) covariance for rows in order of time: Bartlett weights 1 − l / (lag + 1), fixed lag, no prewhitening.
 * `adjust` multiplies by n / (n − k). Same numbers as R's `sandwich::NeweyWest(prewhite = FALSE)`.
 */
export function neweyWestCovariance(form: ScoreForm, lag: number, adjust = false): Float64Array[] {
  const { basis, score } = form;
  const p = basis.q.length;
  const scores = basis.q.map((column) => column.map((value, i) => value * score[i]!));
  const meat = weightedGram(
    basis,
    score.map((u) => u * u),
  );
  for (let l = 1; l <= Math.min(lag, basis.rows - 1); l++) {
    const weight = 1 - l / (lag + 1);
    for (let i = 0; i < p; i++) {
      for (let j = 0; j < p; j++) {
        let sum = 0;
        const now = scores[i]!;
        const before = scores[j]!;
        for (let t = l; t < basis.rows; t++) sum += now[t]! * before[t - l]!;
        meat[i]![j]! += weight * sum;
        meat[j]![i]! += weight * sum;
      }
    }
  }
  return sandwich(form, meat, adjust ? smallSample(form) : 1);
}

/**
 * Covariance that allows any dependence within clusters (Liang & Zeger 1986). CR0 without a factor; CR1 multiplies by
 * G / (G − 1) · (n − 1) / (n − k), as Stata and `sandwich::vcovCL(type = "HC1")` do. With few clusters (under about 40) the
 * intervals are too narrow even so.
 */
export function clusterCovariance(
  form: ScoreForm,
  clusters: readonly (string | number)[],
  type: 'CR0' | 'CR1',
): { covariance: Float64Array[]; clusters: number } {
  const { basis, score, parameters } = form;
  const p = basis.q.length;
  const sums = new Map<string | number, Float64Array>();
  for (let i = 0; i < basis.rows; i++) {
    let sum = sums.get(clusters[i]!);
    if (!sum) sums.set(clusters[i]!, (sum = new Float64Array(p)));
    for (let j = 0; j < p; j++) sum[j]! += basis.q[j]![i]! * score[i]!;
  }
  const meat = Array.from({ length: p }, () => new Float64Array(p));
  for (const sum of sums.values())
    for (let i = 0; i < p; i++) for (let j = 0; j < p; j++) meat[i]![j]! += sum[i]! * sum[j]!;
  const groups = sums.size;
  const factor = type === 'CR0' ? 1 : (groups / (groups - 1)) * ((basis.rows - 1) / (basis.rows - parameters));
  return { covariance: sandwich(form, meat, factor), clusters: groups };
}
