import type { CaseMethod } from '../case/case-method.js';
import { getTable, numberColumn } from '../case/case-table.js';
import {
  byarCountInterval,
  empiricalBayesRates,
  exactCountInterval,
  midPTwoSided,
  wilsonInterval,
  type Interval,
} from './rates.js';

const lows = (intervals: readonly Interval[], scale: (i: number) => number) =>
  intervals.map(({ low }, i) => low * scale(i));
const highs = (intervals: readonly Interval[], scale: (i: number) => number) =>
  intervals.map(({ high }, i) => high * scale(i));

/** Columns `cases` and `population`; parameter `per`, the number of people that a rate is stated for. */
export const ratesCase: CaseMethod = {
  analyse(tables, params) {
    const per = Number((params as { per?: number }).per ?? 1000);
    const table = getTable(tables);
    const cases = numberColumn(table, 'cases');
    const population = numberColumn(table, 'population');
    const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);
    const overall = sum(cases) / sum(population);
    const expected = population.map((n) => n * overall);
    const list = Array.from(cases);
    const exact = list.map((y) => exactCountInterval(y));
    const byar = list.map((y) => byarCountInterval(y));
    const wilson = list.map((y, i) => wilsonInterval(y, population[i]!));
    const bayes = empiricalBayesRates(cases, population);
    const perHead = (i: number) => per / population[i]!;
    return {
      per,
      overall_rate: per * overall,
      rate: cases.map((y, i) => y * perHead(i)),
      garwood95_low: lows(exact, perHead),
      garwood95_high: highs(exact, perHead),
      byar95_low: lows(byar, perHead),
      byar95_high: highs(byar, perHead),
      wilson95_low: lows(wilson, () => per),
      wilson95_high: highs(wilson, () => per),
      expected,
      smr: cases.map((y, i) => y / expected[i]!),
      smr_p_mid_two_sided: list.map((y, i) => midPTwoSided(y, expected[i]!)),
      empirical_bayes_marshall_rate: bayes.rates.map((rate) => per * rate),
      eb_prior_mean: bayes.priorMean,
      eb_prior_variance: bayes.priorVariance,
    };
  },
  // Wilson's lower end is 0 for no cases; the source leaves a rounding remainder there.
  tolerances: [
    { at: 'wilson95_low.*', rel: 1e-10, abs: 1e-12 },
    { at: '**', rel: 1e-10 },
  ],
};
