import { choleskyFactor, choleskyInverse } from '../linear/cholesky.js';
import { orthogonalBasis, toCoefficients, toCovariance } from '../linear/orthogonal-basis.js';
import { weightedGram } from '../linear/weighted-products.js';
import { solvePoisson } from '../regression/poisson-maximum.js';
import { poissonDeviance } from '../regression/poisson-residuals.js';
import { logGamma } from '../special/log-gamma.js';
import { observed, type CaptureCells } from './capture-cells.js';
import { lognormalInterval } from './two-lists.js';

/** One log-linear model: which lists depend on each other, and how many persons it implies. */
export interface LoglinearModel {
  /** Names of the lists, then interactions as names joined by ":". */
  readonly terms: readonly string[];
  readonly total: number;
  readonly hidden: number;
  readonly standardError: number;
  readonly lognormal95: readonly [number, number];
  readonly deviance: number;
  readonly degreesOfFreedom: number;
  readonly logLikelihood: number;
  /** Poisson AIC over the cells. */
  readonly aic: number;
  /** Penalty log(persons seen) per parameter, as in Rcapture. */
  readonly bic: number;
  readonly parameters: number;
  /** False where an overlap without persons drives a parameter to −∞: its total must not be used. */
  readonly estimable: boolean;
}

/** A parameter beyond this on the log scale has run off (e¹² = 160,000 times as likely). */
const RUN_OFF = 12;

/** Sets of two or more lists as bit patterns, by size and then in order of the lists. */
function interactionSets(lists: number, largest: number): number[] {
  const size = (set: number) => set.toString(2).replaceAll('0', '').length;
  const key = (set: number) => Array.from({ length: lists }, (_, i) => (set >> i) & 1).join('');
  return Array.from({ length: 2 ** lists }, (_, set) => set)
    .filter((set) => size(set) >= 2 && size(set) <= largest)
    .sort((a, b) => size(a) - size(b) || (key(a) < key(b) ? 1 : -1));
}

const subsetsOneSmaller = (set: number) =>
  Array.from({ length: 6 }, (_, i) => 1 << i)
    .filter((bit) => set & bit)
    .map((bit) => set ^ bit);

/**
 * Every hierarchical model with all lists and no interaction of all of them at once: an interaction is allowed only with all
 * those inside it. 8 models for three lists, 113 for four, 6,893 for five.
 */
export function hierarchicalModels(lists: number): number[][] {
  const sets = interactionSets(lists, lists - 1);
  let models: number[][] = [[]];
  for (const set of sets) {
    const inside = subsetsOneSmaller(set).filter((part) => sets.includes(part));
    models = [
      ...models,
      ...models.filter((model) => inside.every((part) => model.includes(part))).map((m) => [...m, set]),
    ];
  }
  return models;
}

/** Independence, and each single pair of lists dependent. */
export function singlePairModels(lists: number): number[][] {
  return [[], ...interactionSets(lists, 2).map((pair) => [pair])];
}

/**
 * Fits one log-linear model to the 2^t − 1 observed cells (Fienberg 1972): Poisson regression, hidden = exp(intercept), variance
 * exp(b0) + exp(2 b0) var(b0). `interactions` are bit patterns of lists.
 */
export function fitLoglinearModel(cells: CaptureCells, interactions: readonly number[]): LoglinearModel {
  const { lists } = cells;
  const y = cells.counts.slice(1);
  const sets = [...lists.map((_, i) => 1 << i), ...interactions];
  const column = (set: number) => Float64Array.from(y, (_, cell) => (((cell + 1) & set) === set ? 1 : 0));
  const basis = orthogonalBasis([new Float64Array(y.length).fill(1), ...sets.map(column)]);
  const { gamma, mu } = solvePoisson(basis, y, undefined);
  const coefficients = toCoefficients(basis, gamma);
  const factor = choleskyFactor(weightedGram(basis, mu));
  const covariance = factor && toCovariance(basis, choleskyInverse(factor));
  let logLikelihood = 0;
  y.forEach((count, i) => {
    logLikelihood += (count === 0 ? 0 : count * Math.log(mu[i]!)) - mu[i]! - logGamma(count + 1);
  });
  const n = observed(cells);
  const hidden = Math.exp(coefficients[0]!);
  const variance = hidden + hidden * hidden * (covariance?.[0]?.[0] ?? Number.NaN);
  const parameters = sets.length + 1;
  const nameOf = (set: number) => lists.filter((_, i) => set & (1 << i)).join(':');
  return {
    terms: sets.map(nameOf),
    total: n + hidden,
    hidden,
    standardError: Math.sqrt(variance),
    lognormal95: lognormalInterval(n, hidden, variance),
    deviance: poissonDeviance(y, mu),
    degreesOfFreedom: y.length - basis.q.length,
    logLikelihood,
    aic: 2 * basis.q.length - 2 * logLikelihood,
    bic: Math.log(n) * parameters - 2 * logLikelihood,
    parameters,
    estimable:
      coefficients.every((b) => Math.abs(b) < RUN_OFF) && (covariance?.every((row, i) => row[i]! >= 0) ?? false),
  };
}

/** Fits the models and sorts them by AIC, best first. */
export function fitLoglinearModels(cells: CaptureCells, models: readonly (readonly number[])[]): LoglinearModel[] {
  return models.map((interactions) => fitLoglinearModel(cells, interactions)).sort((a, b) => a.aic - b.aic);
}

/**
 * What to show instead of one number: the totals of all estimable models whose AIC lies within `spread` of the best estimable
 * one. Undefined when no model is estimable.
 */
export function modelRange(
  models: readonly LoglinearModel[],
  spread = 10,
): { best: LoglinearModel; lowest: number; highest: number; models: number } | undefined {
  const usable = models.filter((model) => model.estimable);
  const best = usable.reduce<LoglinearModel | undefined>((a, b) => (a && a.aic <= b.aic ? a : b), undefined);
  if (!best) return undefined;
  const totals = usable.filter((model) => model.aic <= best.aic + spread).map((model) => model.total);
  return { best, lowest: Math.min(...totals), highest: Math.max(...totals), models: totals.length };
}
