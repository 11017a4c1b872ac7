import { chiSquareTails } from '../special/chi-square.js';
import { normalTwoSided } from '../special/normal.js';
import { Z_95 } from '../special/normal-quantile.js';

/** Exposed and unexposed, with and without the outcome. */
export interface TwoByTwo {
  readonly exposedCases: number;
  readonly exposedNoncases: number;
  readonly unexposedCases: number;
  readonly unexposedNoncases: number;
}

/** A ratio with its 95 % Wald interval on the log scale. Infinite or NaN where a cell is 0. */
export interface LogRatio {
  readonly estimate: number;
  readonly logStandardError: number;
  readonly low: number;
  readonly high: number;
}

function logRatio(estimate: number, logStandardError: number): LogRatio {
  const centre = Math.log(estimate);
  const half = Z_95 * logStandardError;
  return { estimate, logStandardError, low: Math.exp(centre - half), high: Math.exp(centre + half) };
}

/** Odds ratio ad / bc with Wald interval; z and p test it against 1. */
export function oddsRatio(t: TwoByTwo): LogRatio & { readonly z: number; readonly p: number } {
  const { exposedCases: a, exposedNoncases: b, unexposedCases: c, unexposedNoncases: d } = t;
  const ratio = logRatio((a * d) / (b * c), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d));
  const z = Math.log(ratio.estimate) / ratio.logStandardError;
  return { ...ratio, z, p: normalTwoSided(z) };
}

/** Odds ratio with ½ added to all four cells (Haldane, Anscombe): defined also where a cell is 0. */
export function oddsRatioHalfAdded(t: TwoByTwo): LogRatio {
  return oddsRatio({
    exposedCases: t.exposedCases + 0.5,
    exposedNoncases: t.exposedNoncases + 0.5,
    unexposedCases: t.unexposedCases + 0.5,
    unexposedNoncases: t.unexposedNoncases + 0.5,
  });
}

/** Both risks, their ratio (Wald on the log scale) and their difference (Wald), 95 %. NaN for an empty group. */
export function riskComparison(t: TwoByTwo): {
  readonly exposed: number;
  readonly unexposed: number;
  readonly ratio: LogRatio;
  readonly difference: { readonly estimate: number; readonly low: number; readonly high: number };
} {
  const { exposedCases: a, unexposedCases: c } = t;
  const n1 = a + t.exposedNoncases;
  const n0 = c + t.unexposedNoncases;
  const p1 = a / n1;
  const p0 = c / n0;
  const half = Z_95 * Math.sqrt((p1 * (1 - p1)) / n1 + (p0 * (1 - p0)) / n0);
  const estimate = p1 - p0;
  return {
    exposed: p1,
    unexposed: p0,
    ratio: logRatio(p1 / p0, Math.sqrt(1 / a - 1 / n1 + 1 / c - 1 / n0)),
    difference: { estimate, low: estimate - half, high: estimate + half },
  };
}

/** Odds and risk ratio over strata together, and whether the strata agree. */
export interface MantelHaenszel {
  readonly oddsRatio: number;
  /** Robins, Breslow & Greenland 1986. */
  readonly low: number;
  readonly high: number;
  /** Cochran–Mantel–Haenszel test of no association, without and with continuity correction. */
  readonly chi2: number;
  readonly p: number;
  readonly chi2Corrected: number;
  readonly riskRatio: number;
  /** Woolf's test that the odds ratio is the same in every stratum; NaN when a stratum has an empty cell. */
  readonly homogeneityChi2: number;
  readonly homogeneityDf: number;
  readonly homogeneityP: number;
}

/** Mantel–Haenszel estimates over strata. Strata with fewer than two subjects do not count. */
export function mantelHaenszel(strata: readonly TwoByTwo[]): MantelHaenszel {
  let top = 0;
  let bottom = 0;
  let pr = 0;
  let mixed = 0;
  let qs = 0;
  let delta = 0;
  let variance = 0;
  let riskTop = 0;
  let riskBottom = 0;
  const logs: { log: number; weight: number }[] = [];
  for (const { exposedCases: a, exposedNoncases: b, unexposedCases: c, unexposedNoncases: d } of strata) {
    const n = a + b + c + d;
    if (n < 2) continue;
    const r = (a * d) / n;
    const s = (b * c) / n;
    const p = (a + d) / n;
    const q = (b + c) / n;
    top += r;
    bottom += s;
    pr += p * r;
    mixed += p * s + q * r;
    qs += q * s;
    delta += a - ((a + b) * (a + c)) / n;
    variance += ((a + b) * (c + d) * (a + c) * (b + d)) / (n * n * (n - 1));
    riskTop += (a * (c + d)) / n;
    riskBottom += (c * (a + b)) / n;
    logs.push({ log: Math.log((a * d) / (b * c)), weight: 1 / (1 / a + 1 / b + 1 / c + 1 / d) });
  }
  const logVariance = pr / (2 * top * top) + mixed / (2 * top * bottom) + qs / (2 * bottom * bottom);
  const { estimate, low, high } = logRatio(top / bottom, Math.sqrt(logVariance));
  const weight = logs.reduce((sum, part) => sum + part.weight, 0);
  const centre = logs.reduce((sum, part) => sum + part.weight * part.log, 0) / weight;
  const homogeneityChi2 = logs.reduce((sum, part) => sum + part.weight * (part.log - centre) ** 2, 0);
  const size = Math.abs(delta);
  const chi2 = (size * size) / variance;
  return {
    oddsRatio: estimate,
    low,
    high,
    chi2,
    p: chiSquareTails(chi2, 1).upper,
    chi2Corrected: (size - (size >= 0.5 ? 0.5 : 0)) ** 2 / variance,
    riskRatio: riskTop / riskBottom,
    homogeneityChi2,
    homogeneityDf: logs.length - 1,
    homogeneityP: chiSquareTails(homogeneityChi2, logs.length - 1).upper,
  };
}
