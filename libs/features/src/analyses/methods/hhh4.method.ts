import {
  epidemicGrowth,
  fitEpidemicModel,
  hhh4Model,
  neighbourOrders,
  Z_95,
  type Hhh4Options,
} from '@datalab/analysis';
import type { RunEndCode } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { option } from '../run-option.js';
import { withoutCells, AREA_FIELDS, readAreaCounts } from './area-counts.js';
import type { EpidemicData, EpidemicOutcome, Estimate } from './hhh4.outcome.js';
import { presentEpidemic } from './hhh4.present.js';
import { readAreaPeriods } from './period-counts.js';

const params = z.strictObject({
  /** Waves of the season in the endemic part. */
  harmonics: option(z.number().int().min(0).max(3).default(1), {
    words: { nl: 'Golven van het seizoen', en: 'Waves of the season' },
  }),
  trend: option(z.boolean().default(false), {
    words: { nl: 'Met een lange lijn omhoog of omlaag', en: 'With a long line up or down' },
  }),
  /** `first_order`: who borders on an area; `powerlaw`: everybody, less the farther; `none`: areas stand apart. */
  neighbours: option(z.enum(['first_order', 'powerlaw', 'none']).default('first_order'), {
    words: { nl: 'Welke andere gebieden meetellen', en: 'Which other areas count' },
    values: {
      first_order: { nl: 'wie eraan grenst', en: 'who borders on it' },
      powerlaw: { nl: 'alle, hoe verder hoe minder', en: 'all, less the farther' },
      none: { nl: 'geen', en: 'none' },
    },
  }),
});
type Params = z.infer<typeof params>;

const SEASONS = { month: 12, quarter: 4, year: 1, all: 1 } as const;
/** Periods under which a season cannot be told from chance. */
export const FEWEST_PERIODS = 24;
/** Orders of neighbourhood that the power law reaches. */
const FARTHEST = 5;

/** How reports go with reports of the period before, in the same area and next door (endemic–epidemic model). */
export const hhh4Method = defineMethod<
  Params,
  EpidemicData,
  EpidemicOutcome | RunEndCode,
  EpidemicOutcome | RunEndCode
>({
  name: 'hhh4',
  version: 1,
  kind: 'predictive',
  label: 'association',
  title: { nl: 'Wat er altijd is, en wat op elkaar volgt', en: 'What is always there, and what follows on' },
  explanation: {
    nl: 'We verdelen de meldingen in drie delen: wat er altijd is (met het seizoen), wat samengaat met meldingen van de vorige periode in hetzelfde gebied, en wat samengaat met meldingen in de buurgebieden.',
    en: 'We divide the reports in three parts: what is always there (with the season), what goes with reports of the period before in the same area, and what goes with reports in the neighbouring areas.',
  },
  // What is predicted is an area in a period: a shell of this kind counts no other unit.
  units: ['area'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope) {
    const { periods, reports } = await readAreaPeriods(rows);
    let length = periods.length;
    while (length > 0 && reports.every((row) => Number.isNaN(row[length - 1]!))) length -= 1;
    return {
      ...(await readAreaCounts(rows, scope)),
      periods: periods.slice(0, length),
      counts: reports.map((row) => row.slice(0, length)),
      season: SEASONS[scope.grain],
    };
  },
  forThreads: withoutCells,
  parts: () => 1,
  run: fit,
  merge: ([outcome]) => outcome!,
  present: (outcome, data, _, gate) => presentEpidemic(outcome, data, gate),
});

/** The outcome, or the code of why there is none. */
function fit(data: EpidemicData, { harmonics, trend, neighbours }: Params): EpidemicOutcome | RunEndCode {
  const { counts, periods, season, population, asRates } = data;
  if (neighbours !== 'none' && !data.hasMap) return 'no-map';
  if (periods.length < FEWEST_PERIODS) return 'too-few-periods';
  if (counts.some((row) => row.some(Number.isNaN))) return 'gaps';
  if (!counts.some((row) => row.subarray(1).some((count) => count > 0))) return 'too-few-reports';
  const options: Hhh4Options = {
    period: season,
    harmonics: season > 1 ? Math.min(harmonics, Math.floor((season - 1) / 2)) : 0,
    trend,
    own: true,
    neighbours,
    neighbourPopulation: false,
    maxlag: FARTHEST,
    populationOffset: asRates,
  };
  const people = population.reduce((sum, count) => sum + count, 0);
  const fractions = asRates ? population.map((count) => count / people) : population.map(() => 1 / population.length);
  const model = hhh4Model(
    {
      counts: periods.map((_, t) => Float64Array.from(counts, (row) => row[t]!)),
      population: periods.map(() => fractions),
      orders: neighbourOrders(data.neighbours),
    },
    options,
    2,
    periods.length,
  );
  const { names, coefficients, standardErrors, converged } = fitEpidemicModel(model);
  const parts = Array.from({ length: model.observations }, (_, i) => i).map(model.partsAt(coefficients));
  const sum = (part: 'endemic' | 'own' | 'neighbours') => parts.reduce((total, one) => total + one[part], 0);
  const all = sum('endemic') + sum('own') + sum('neighbours');
  const effect = (name: string): Estimate => {
    const at = names.indexOf(name);
    const bound = (steps: number) => Math.exp(coefficients[at]! + steps * Z_95 * standardErrors[at]!);
    return { estimate: bound(0), low: bound(-1), high: bound(1) };
  };
  return {
    own: effect('ar.1'),
    beside: neighbours === 'none' ? null : effect('ne.1'),
    growth: epidemicGrowth(
      { counts: [], population: [fractions], orders: neighbourOrders(data.neighbours) },
      options,
      names,
      coefficients,
    ),
    shares: { endemic: sum('endemic') / all, own: sum('own') / all, beside: sum('neighbours') / all },
    parameters: names.length,
    observations: model.observations,
    converged,
  };
}
