import { componentStrength, mannKendall, stl, theilSen } from '@datalab/analysis';
import type { RunTable } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { PERIOD_FIELDS, readPeriodCounts, type PeriodCounts } from './period-counts.js';
import { bandInWords, inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({});
/** Two whole years at least: with less a season cannot be told from a trend. */
const FEWEST_YEARS = 2;

/** Trend and season of the whole region: STL of the reports per month or quarter, and the slope of what remains after the season. */
export const stlMethod = defineMethod<z.infer<typeof params>, PeriodCounts, null, null>({
  name: 'stl',
  version: 1,
  kind: 'descriptive',
  label: 'description',
  title: { nl: 'Trend en seizoen', en: 'Trend and season' },
  explanation: {
    nl: 'We splitsen het aantal meldingen in drie delen: de lange lijn, wat elk jaar terugkomt, en de rest.',
    en: 'We split the number of reports in three parts: the long line, what returns each year, and the rest.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: PERIOD_FIELDS, linksBy: null }),
  read: (rows) => readPeriodCounts(rows),
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, { periods, cells, season }, __, gate) {
    if (season < 2) return { refused: 'no-season' };
    const shown = cells.map((exact) => exact && gate.cell(exact));
    const values = Float64Array.from(shown, (cell) =>
      cell?.state === 'shown' ? cell.reports : cell?.state === 'zero' ? 0 : NaN,
    );
    if (values.some(Number.isNaN)) return { refused: 'gaps' };
    if (values.length < FEWEST_YEARS * season + 1) return { refused: 'too-few-periods' };
    const parts = stl(values, { period: season, seasonalWindow: 'periodic', robust: true });
    const without = values.map((value, t) => value - parts.seasonal[t]!);
    const years = values.map((_value, t) => t / season);
    const { slope } = theilSen(years, without);
    const test = mannKendall(without);
    const model = gate.model({
      estimates: [{ name: 'slope', estimate: slope, low: null, high: null, p: test.p }],
      n: values.length,
      residualDegreesOfFreedom: values.length - 2,
      unitsPerLevel: [],
    });
    if ('refused' in model) return model;
    const perYear = model.estimates.get('slope')!;
    const strength = componentStrength(parts.seasonal, parts.remainder);
    const round = (value: number): number => Math.round(value);
    const series = [
      { key: 'reports', title: { nl: 'Meldingen', en: 'Reports' }, values },
      { key: 'trend', title: { nl: 'Trend', en: 'Trend' }, values: parts.trend },
      { key: 'season', title: { nl: 'Seizoen', en: 'Season' }, values: parts.seasonal },
    ];
    const table: RunTable = {
      key: 'series',
      title: { nl: 'Trend en seizoen per periode', en: 'Trend and season by period' },
      columns: [
        { key: 'period', title: { nl: 'Periode', en: 'Period' }, unit: null },
        ...series.map(({ key, title }) => ({ key, title, unit: 'reports' })),
      ],
      rows: periods.map((period, t) => ({
        period,
        ...Object.fromEntries(series.map(({ key, values: own }) => [key, round(own[t]!)])),
      })),
    };
    const isClear = test.p <= 0.05 && perYear.estimate !== null;
    const size = inWords(Math.abs(perYear.estimate ?? 0));
    return {
      n: null,
      warnings: [{ code: 'from_protected_counts' }, { code: 'skewed_reporting' }],
      text: {
        nl: {
          what: isClear
            ? `Los van het seizoen ${slope > 0 ? 'stijgt' : 'daalt'} het aantal meldingen met ongeveer ${size.nl} per jaar. Het seizoen verklaart ${percent(strength).nl}% van de schommelingen.`
            : `Los van het seizoen zien we geen duidelijke stijging of daling. Het seizoen verklaart ${percent(strength).nl}% van de schommelingen.`,
          comparedWith: 'Elke periode met dezelfde periode in andere jaren.',
          howSure: `De kans dat toeval zo’n lijn geeft: ${bandInWords(perYear.p).nl}. De laatste periodes van de trend kunnen nog veranderen als er nieuwe bij komen.`,
          notToConclude: `Een stijging van meldingen is niet hetzelfde als een stijging van overlast. ${NEVER.nl}`,
        },
        en: {
          what: isClear
            ? `Apart from the season the number of reports ${slope > 0 ? 'rises' : 'falls'} by some ${size.en} a year. The season explains ${percent(strength).en}% of the ups and downs.`
            : `Apart from the season we see no clear rise or fall. The season explains ${percent(strength).en}% of the ups and downs.`,
          comparedWith: 'Each period with the same period in other years.',
          howSure: `The probability that chance gives such a line: ${bandInWords(perYear.p).en}. The last periods of the trend may still change when new ones come.`,
          notToConclude: `A rise of reports is not the same as a rise of nuisance. ${NEVER.en}`,
        },
      },
      picture: {
        kind: 'series',
        series: series.map(({ key, title, values: own }) => ({
          key,
          title,
          points: periods.map((period, t) => ({ period, value: round(own[t]!) })),
        })),
      },
      tables: [table],
    };
  },
});
