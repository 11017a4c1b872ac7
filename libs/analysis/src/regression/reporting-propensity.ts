import { standardise } from '../cluster/standardise.js';
import { Z_95 } from '../special/normal-quantile.js';
import { normalTwoSided } from '../special/normal.js';
import { buildDesign, takeRows } from './design.js';
import { fitNegativeBinomial } from './negative-binomial-regression.js';

/** What one indicator goes with. */
export interface PropensityIndicator {
  readonly name: string;
  /** Ratio of the rates of reporting of areas one standard deviation apart on this indicator, the others alike; 95 % interval (Wald). */
  readonly ratioPerDeviation: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

export interface ReportingPropensity {
  readonly areas: number;
  /** Areas left out because a count, a population or an indicator is missing. */
  readonly areasLeftOut: number;
  /**
   * Share (0–1) of the differences between areas beyond chance that goes with the indicators: 1 − (1/θ with) / (1/θ without), 1/θ
   * being the variance of the rates around their mean. 0 when the indicators explain nothing; NaN when the areas differ no more than
   * chance, so that there is nothing to explain.
   */
  readonly shareExplained: number;
  readonly indicators: readonly PropensityIndicator[];
  /**
   * Per area (all areas, NaN where left out) how many times the average is reported where such indicators hold: 1.5 = half as much again
   * as an area with average indicators. What a map of reports shows of the way of reporting, not of the nuisance.
   */
  readonly multiplier: Float64Array;
  readonly converged: boolean;
}

/** Fewest areas per indicator: under it any indicator explains much by chance. */
export const AREAS_PER_INDICATOR = 10;

/**
 * How much of the difference between areas in reports goes with things that are known to change how readily people report (education,
 * density, tenure, …): negative-binomial regressions of the counts with offset log(population), without and with the indicators
 * (standardised). NaN is missing: such an area is left out, counted, and has no multiplier. It says what goes together, not why: where
 * such indicators also cause nuisance, correcting for them would take away what is looked for. Throws RangeError for fewer
 * than ten areas per indicator, no indicator, or lengths that differ.
 */
export function reportingPropensity(
  counts: ArrayLike<number>,
  population: ArrayLike<number>,
  indicators: readonly { readonly name: string; readonly values: ArrayLike<number> }[],
): ReportingPropensity {
  const n = counts.length;
  if (indicators.length === 0) throw new RangeError('propensity needs an indicator');
  if (population.length !== n || indicators.some(({ values }) => values.length !== n))
    throw new RangeError('counts, population and indicators differ in length');
  const exposure = Float64Array.from(population, (people) => (people > 0 ? people : Number.NaN));
  const terms = indicators.map(({ name, values }) => ({ kind: 'numeric' as const, name, values }));
  const { rowsUsed, rows } = buildDesign(terms, n, [counts, exposure]);
  if (rows < AREAS_PER_INDICATOR * indicators.length)
    throw new RangeError(`propensity needs ${AREAS_PER_INDICATOR} areas per indicator`);
  const points = standardise(indicators.map(({ values }) => takeRows(values, rowsUsed)));
  const columns = indicators.map((_, j) =>
    Float64Array.from({ length: rows }, (_row, i) => points.values[i * points.columns + j]!),
  );
  const design = buildDesign(
    indicators.map(({ name }, j) => ({ kind: 'numeric', name, values: columns[j]! })),
    rows,
  );
  const [y, people] = [takeRows(counts, rowsUsed), takeRows(exposure, rowsUsed)];
  const without = fitNegativeBinomial(buildDesign([], rows), y, people);
  const fit = fitNegativeBinomial(design, y, people);
  const multiplier = new Float64Array(n).fill(Number.NaN);
  rowsUsed.forEach((area, i) => {
    let eta = 0;
    columns.forEach((column, j) => {
      const b = fit.coefficients[j + 1]!;
      if (!Number.isNaN(b)) eta += b * column[i]!;
    });
    multiplier[area] = Math.exp(eta);
  });
  const p = fit.coefficients.map((b, j) => normalTwoSided(b / fit.standardErrors[j]!));
  return {
    areas: rows,
    areasLeftOut: n - rows,
    shareExplained: without.theta === Infinity ? Number.NaN : Math.max(0, 1 - without.theta / fit.theta),
    indicators: indicators.map(({ name }, j): PropensityIndicator => {
      const [b, se] = [fit.coefficients[j + 1]!, fit.standardErrors[j + 1]!];
      return {
        name,
        ratioPerDeviation: Math.exp(b),
        low: Math.exp(b - Z_95 * se),
        high: Math.exp(b + Z_95 * se),
        p: p[j + 1]!,
      };
    }),
    multiplier,
    converged: fit.converged && without.converged,
  };
}
