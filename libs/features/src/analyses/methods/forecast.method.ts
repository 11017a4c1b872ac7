import type { CountPanel } from '@datalab/analysis';
import { defineMethod } from '../method.js';
import { AREA_FIELDS, readAreaCounts } from './area-counts.js';
import {
  forecastOutcome,
  forecastParams,
  type ForecastData,
  type ForecastOutcome,
  type ForecastParams,
} from './forecast.outcome.js';
import { readAreaPeriods, readPeriodCounts } from './period-counts.js';
import { presentForecast } from './forecast.present.js';

const FEWEST_PERIODS = 24;
const SEASONS = { month: 12, quarter: 4, year: 1, all: 1 } as const;

/**
 * How many reports each area may have in the next period, beside the naive forecast that its contract holds it against, with the back-test of both and
 * the loop of attention and reports. Areas and periods alone. Where the baseline was not beaten, what is shown is the naive forecast, everywhere.
 */
export const forecastMethod = defineMethod<
  ForecastParams,
  ForecastData,
  ForecastOutcome | null,
  ForecastOutcome | null
>({
  name: 'forecast',
  version: 2,
  kind: 'predictive',
  label: 'forecast',
  title: { nl: 'Verwachting voor de volgende periode', en: 'Expectation for the next period' },
  explanation: {
    nl: 'We voorspellen het aantal meldingen per gebied, en kijken terug hoe goed dat eerder ging. Een model wordt alleen getoond waar het beter was dan een simpele regel, zoals “hetzelfde als vorige maand”.',
    en: 'We forecast the number of reports per area, and look back how well that went before. A model is shown only where it did better than a simple rule, such as “the same as last month”.',
  },
  units: ['area'],
  params: forecastParams,
  isUnderContract: true,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, scope) {
    const { periods, reports } = await readAreaPeriods(rows);
    const { cells } = await readPeriodCounts(rows);
    const counts = await readAreaCounts(rows, scope);
    const { offsets, neighbours } = counts.neighbours;
    // A last period that was not delivered is nothing to learn from, and nothing to forecast from.
    let length = periods.length;
    while (length > 0 && reports.every((row) => Number.isNaN(row[length - 1]!))) length -= 1;
    return {
      ...counts,
      periodCells: cells.slice(0, length),
      panel: {
        periods: periods.slice(0, length),
        season: SEASONS[scope.grain],
        counts: reports.map((row) => row.slice(0, length)),
        beside: reports.map((_, i) => Array.from(neighbours.subarray(offsets[i], offsets[i + 1]))),
      },
    };
  },
  parts: () => 1,
  run({ areaCodes, panel, hasMap }, params, _part, seed) {
    const { periods, season, counts, beside } = panel;
    if (periods.length < FEWEST_PERIODS || !counts.some((row) => row.some((count) => count > 0))) return null;
    const whole: CountPanel = { areas: areaCodes, periods, season, counts, ...(hasMap && { neighbours: beside }) };
    return forecastOutcome(whole, params, seed);
  },
  merge: ([outcome]) => outcome!,
  present: (outcome, data, params, gate) =>
    outcome === null ? { refused: 'too-few-periods' } : presentForecast(outcome, data, params, gate),
});
