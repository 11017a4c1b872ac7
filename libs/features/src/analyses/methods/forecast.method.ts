import {
  backTest,
  NAIVE_METHODS,
  nextPeriod,
  type BackTest,
  type CountPanel,
  type NextPeriod,
  type TestedMethod,
} from '@datalab/analysis';
import type { RunTable, RunWarning, Words } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { AREA_FIELDS, readAreaCounts, type AreaCounts } from './area-counts.js';
import { readAreaPeriods } from './period-counts.js';
import { inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({
  /** Periods of the first history that is learnt from; left out: 36, or two thirds of what there is. */
  firstOrigin: z.number().int().min(13).max(240).optional(),
});
type Params = z.infer<typeof params>;

interface Data extends AreaCounts {
  panel: { periods: string[]; season: number; counts: Float64Array[]; beside: number[][] };
}

interface Outcome {
  test: BackTest;
  next: NextPeriod[];
}

const FEWEST_PERIODS = 24;
const SEASONS = { month: 12, quarter: 4, year: 1, all: 1 } as const;
const TITLES: Readonly<Record<TestedMethod, Words>> = {
  'last value': { nl: 'Zelfde als vorige periode', en: 'Same as the last period' },
  'seasonal naive': { nl: 'Zelfde als vorig jaar', en: 'Same as last year' },
  'mean of 8': { nl: 'Gemiddelde van 8 periodes', en: 'Mean of 8 periods' },
  'mean of 12': { nl: 'Gemiddelde van 12 periodes', en: 'Mean of 12 periods' },
  smoothing: { nl: 'Gladgemaakt met seizoen', en: 'Smoothed with season' },
  'level regression': { nl: 'Regressie op niveau', en: 'Regression on level' },
  'endemic-epidemic': { nl: 'Eigen en buurgebieden', en: 'Own and neighbouring areas' },
  mixture: { nl: 'Mengsel van alle', en: 'Mixture of all' },
  automatic: { nl: 'Automatische keuze', en: 'Automatic choice' },
};
const NAIVE: ReadonlySet<string> = new Set(NAIVE_METHODS);

/** How many reports each area may have in the next period, beside the best naive forecast, with the back-test of both. Areas and periods alone. */
export const forecastMethod = defineMethod<Params, Data, Outcome | null, Outcome | null>({
  name: 'forecast',
  version: 1,
  kind: 'predictive',
  label: 'forecast',
  title: { nl: 'Verwachting voor de volgende periode', en: 'Expectation for the next period' },
  explanation: {
    nl: 'We voorspellen het aantal meldingen per gebied, en kijken terug hoe goed dat eerder ging. Een model wordt alleen getoond waar het beter was dan een simpele regel, zoals “hetzelfde als vorige maand”.',
    en: 'We forecast the number of reports per area, and look back how well that went before. A model is shown only where it did better than a simple rule, such as “the same as last month”.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope) {
    const { periods, reports } = await readAreaPeriods(rows);
    const counts = await readAreaCounts(rows, scope);
    const { offsets, neighbours } = counts.neighbours;
    // A last period that was not delivered is nothing to learn from, and nothing to forecast from.
    let length = periods.length;
    while (length > 0 && reports.every((row) => Number.isNaN(row[length - 1]!))) length -= 1;
    return {
      ...counts,
      panel: {
        periods: periods.slice(0, length),
        season: SEASONS[scope.grain],
        counts: reports.map((row) => row.slice(0, length)),
        beside: reports.map((_, i) => Array.from(neighbours.subarray(offsets[i], offsets[i + 1]))),
      },
    };
  },
  parts: () => 1,
  run({ areaCodes, panel, hasMap }, { firstOrigin }) {
    const { periods, season, counts, beside } = panel;
    if (periods.length < FEWEST_PERIODS || !counts.some((row) => row.some((count) => count > 0))) return null;
    const whole: CountPanel = { areas: areaCodes, periods, season, counts, ...(hasMap && { neighbours: beside }) };
    const origin = Math.min(firstOrigin ?? 36, Math.floor((2 * periods.length) / 3));
    return { test: backTest(whole, { firstOrigin: origin }), next: nextPeriod(whole) };
  },
  merge: ([outcome]) => outcome!,
  present(outcome, data, _, gate) {
    if (outcome === null) return { refused: 'too-few-periods' };
    const { test, next } = outcome;
    const places = new Map(data.areaCodes.map((code, i) => [code, i]));
    const rows = next.flatMap(({ area, forecast, naive, shown }) => {
      const i = places.get(area)!;
      if (gate.cell(data.cells[i]!).state !== 'shown') return [];
      const { lower, upper, median } = shown === 'model' ? forecast : naive;
      return [
        {
          area: data.names[i]!,
          expected: median,
          low: lower,
          high: upper,
          naive: naive.median,
          by: TITLES[shown === 'model' ? forecast.method : naive.method],
        },
      ];
    });
    if (rows.length === 0) return { refused: 'too-few-to-show' };
    const beaten = test.automatic.rps < test.bestNaive.rps;
    const byModel = next.filter(({ shown }) => shown === 'model').length;
    const score = (value: number): number | null => (Number.isFinite(value) ? Number(value.toPrecision(2)) : null);
    const scores = test.methods.map((one) => ({
      method: one.method,
      title: TITLES[one.method],
      isBaseline: NAIVE.has(one.method),
      chosen: one.method === 'automatic',
      scores: {
        rps: score(one.rps),
        wape: score(one.wape),
        mase: score(one.mase),
        coverage: score(one.coverage),
        hitRate: score(one.hitRate),
      },
    }));
    const tables: RunTable[] = [
      {
        key: 'next',
        title: { nl: 'Volgende periode', en: 'Next period' },
        columns: [
          { key: 'area', title: { nl: 'Gebied', en: 'Area' }, unit: null },
          { key: 'expected', title: { nl: 'Verwacht', en: 'Expected' }, unit: 'reports' },
          { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'reports' },
          { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'reports' },
          { key: 'naive', title: { nl: 'Simpele regel', en: 'Simple rule' }, unit: 'reports' },
          { key: 'by', title: { nl: 'Volgens', en: 'By' }, unit: null },
        ],
        rows,
      },
      {
        key: 'back-test',
        title: { nl: 'Hoe goed het eerder ging', en: 'How well it went before' },
        columns: [
          { key: 'method', title: { nl: 'Manier', en: 'Method' }, unit: null },
          { key: 'rps', title: { nl: 'Fout (RPS)', en: 'Error (RPS)' }, unit: 'reports' },
          { key: 'wape', title: { nl: 'Fout als deel (WAPE)', en: 'Error as share (WAPE)' }, unit: 'share' },
          { key: 'coverage', title: { nl: 'Binnen de grenzen', en: 'Within the bounds' }, unit: 'share' },
        ],
        rows: scores.map(({ title, scores: own }) => ({
          method: title,
          rps: own.rps,
          wape: own.wape,
          coverage: own.coverage,
        })),
      },
    ];
    const better = percent(Math.abs(1 - test.automatic.rps / test.bestNaive.rps));
    const held = percent(test.automatic.coverage);
    const warnings: RunWarning[] = [
      { code: 'from_protected_counts' },
      { code: 'skewed_reporting' },
      ...(beaten ? [] : [{ code: 'baseline_not_beaten' as const }]),
      ...(rows.length < next.length ? [{ code: 'partly_withheld' as const }] : []),
      ...(data.panel.counts.some((row) => row.some(Number.isNaN)) ? [{ code: 'gaps' as const }] : []),
    ];
    return {
      n: data.panel.periods.length,
      warnings,
      text: {
        nl: {
          what: beaten
            ? `Voor ${inWords(byModel).nl} gebieden is de verwachting die van een model, voor de andere die van een simpele regel. In het verleden was de fout ${better.nl}% kleiner dan die van de beste simpele regel.`
            : 'Het model was niet beter dan een simpele regel. Waar dat zo is, staat de simpele regel er.',
          comparedWith: `Met “${TITLES[test.bestNaive.method].nl.toLowerCase()}”, de simpele regel die achteraf het beste was, over ${inWords(test.origins).nl} periodes.`,
          howSure: `Van de vorige keren viel ${held.nl}% binnen de grenzen; 80% was de bedoeling.`,
          notToConclude: `Het zegt hoeveel er gemeld wordt, niet waarom, en het is geen opdracht om ergens heen te gaan: wie ergens vaker kijkt, krijgt daar meer meldingen. ${NEVER.nl}`,
        },
        en: {
          what: beaten
            ? `For ${inWords(byModel).en} areas the expectation is that of a model, for the others that of a simple rule. In the past the error was ${better.en}% smaller than that of the best simple rule.`
            : 'The model was not better than a simple rule. Where that is so, the simple rule stands there.',
          comparedWith: `With “${TITLES[test.bestNaive.method].en.toLowerCase()}”, the simple rule that proved best afterwards, over ${inWords(test.origins).en} periods.`,
          howSure: `Of the earlier times ${held.en}% fell within the bounds; 80% was meant.`,
          notToConclude: `It says how much is reported, not why, and it is no order to go anywhere: who looks somewhere more often gets more reports there. ${NEVER.en}`,
        },
      },
      picture: { kind: 'back-test', methods: scores },
      tables,
    };
  },
});
