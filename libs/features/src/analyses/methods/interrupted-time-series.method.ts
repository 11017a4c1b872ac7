import {
  expectedCounts,
  fitNegativeBinomial,
  interruptedDesign,
  interventionEffect,
  withoutIntervention,
  type InterventionEffect,
} from '@datalab/analysis';
import type { RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { option, sinceOption } from '../run-option.js';
import { PERIOD_FIELDS, readPeriodCounts, type PeriodCounts } from './period-counts.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** The first period with the measure, at the grain of the run. */
  since: sinceOption(),
  /** Areas with the measure; all of them where left out. */
  areas: option(z.array(z.string().min(1).max(60)).max(200).optional(), {
    words: { nl: 'Gebieden met de maatregel (leeg: alle)', en: 'Areas with the measure (empty: all)' },
    of: 'area',
  }),
});
type Params = z.infer<typeof params>;

interface Data extends PeriodCounts {
  /** Exact reports per period; NaN is a gap. The gate looks at the model, not at its data. */
  counts: Float64Array;
}

interface Outcome {
  effect: InterventionEffect | null;
  /** Expected without the measure, per period. */
  expected: Float64Array;
}

const FEWEST_EACH_SIDE = 6;

/** What changed when a measure began: segmented negative-binomial regression of one series, with season. */
export const interruptedTimeSeriesMethod = defineMethod<Params, Data, Outcome, Outcome>({
  name: 'interrupted-time-series',
  version: 1,
  kind: 'diagnostic',
  label: 'indication',
  title: { nl: 'Voor en na een maatregel', en: 'Before and after a measure' },
  explanation: {
    nl: 'We trekken de lijn van vóór de maatregel door, met het seizoen erbij, en kijken hoeveel het aantal meldingen daarna van die lijn afwijkt.',
    en: 'We carry on the line from before the measure, with the season, and look how far the number of reports departs from it afterwards.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: PERIOD_FIELDS, linksBy: null }),
  async read(rows, _, { areas }) {
    const counts = await readPeriodCounts(rows, areas);
    return { ...counts, counts: Float64Array.from(counts.cells, (cell) => cell?.reports ?? Number.NaN) };
  },
  parts: () => 1,
  run: (data, options) => measure(data, options),
  merge: ([outcome]) => outcome!,
  present({ effect, expected }, data, { since }, gate) {
    if (effect === null) return { refused: 'too-few-periods' };
    const model = gate.model({
      estimates: [{ name: 'level', estimate: effect.ratio, low: effect.low, high: effect.high, p: null }],
      n: effect.rows,
      residualDegreesOfFreedom: effect.degreesOfFreedom,
      unitsPerLevel: [],
    });
    if ('refused' in model) return model;
    const { estimate, low, high } = model.estimates.get('level')!;
    const shown = data.cells.map((exact) => exact && gate.cell(exact));
    const points = data.periods.map((period, t) => {
      const cell = shown[t];
      const observed = cell?.state === 'shown' ? cell.reports : cell?.state === 'zero' ? 0 : null;
      // Where the observed count may not be seen its expectation would stand in for it.
      return { period, observed, expected: observed === null ? null : Number(expected[t]!.toPrecision(2)) };
    });
    const table: RunTable = {
      key: 'periods',
      title: { nl: 'Gemeld en verwacht', en: 'Reported and expected' },
      columns: [
        { key: 'period', title: { nl: 'Periode', en: 'Period' }, unit: null },
        { key: 'observed', title: { nl: 'Gemeld', en: 'Reported' }, unit: 'reports' },
        {
          key: 'expected',
          title: { nl: 'Verwacht zonder maatregel', en: 'Expected without the measure' },
          unit: 'reports',
        },
      ],
      rows: points.map((point, t) => ({
        period: point.period,
        observed: shown[t] !== undefined && point.observed === null ? { withheld: true as const } : point.observed,
        expected: point.expected,
      })),
    };
    const isClear = low !== null && high !== null && (low > 1 || high < 1);
    const [ratio, from, to] = [estimate, low, high].map((value) => inWords(value ?? Number.NaN, 2)) as [
      ReturnType<typeof inWords>,
      ReturnType<typeof inWords>,
      ReturnType<typeof inWords>,
    ];
    const warnings: RunWarning[] = [
      { code: 'skewed_reporting' },
      ...(effect.converged ? [] : [{ code: 'not_converged' as const }]),
      ...(shown.includes(undefined) ? [{ code: 'gaps' as const }] : []),
    ];
    return {
      n: model.n,
      warnings,
      text: {
        nl: {
          what: isClear
            ? `Vanaf ${since} is het aantal meldingen ${ratio.nl} keer wat we zonder verandering hadden verwacht (tussen ${from.nl} en ${to.nl}).`
            : `We kunnen niet zeggen of er vanaf ${since} iets veranderd is: ${ratio.nl} keer het verwachte aantal, met grenzen ${from.nl} en ${to.nl}.`,
          comparedWith: 'Met de lijn en het seizoen van de periodes ervoor.',
          howSure: 'De grenzen gelden met 95% zekerheid, als de lijn van ervoor vanzelf zou zijn doorgelopen.',
          notToConclude: `Wat op hetzelfde moment veranderde, kan ook de oorzaak zijn: een ander meldpunt, een feest, het weer. ${NEVER.nl}`,
        },
        en: {
          what: isClear
            ? `From ${since} on the number of reports is ${ratio.en} times what we would have expected without a change (between ${from.en} and ${to.en}).`
            : `We cannot say whether anything changed from ${since} on: ${ratio.en} times the expected number, with bounds ${from.en} and ${to.en}.`,
          comparedWith: 'With the line and the season of the periods before.',
          howSure: 'The bounds hold with 95% certainty, if the line from before had gone on of itself.',
          notToConclude: `What changed at the same moment may be the cause as well: another reporting line, a festival, the weather. ${NEVER.en}`,
        },
      },
      picture: { kind: 'before-after', since, points },
      tables: [table],
    };
  },
});

function measure({ periods, counts, season }: Data, { since }: Params): Outcome {
  const none = { effect: null, expected: new Float64Array(periods.length).fill(Number.NaN) };
  const used = periods.map((_, t) => t).filter((t) => !Number.isNaN(counts[t]!));
  const interventionAt = periods.findIndex((period) => period >= since);
  const before = used.filter((t) => t < interventionAt).length;
  if (interventionAt < 0 || before < FEWEST_EACH_SIDE || used.length - before < FEWEST_EACH_SIDE) return none;
  const settings = {
    period: Math.max(2, season),
    harmonics: season >= 4 && used.length > 2 * season ? 1 : 0,
    interventionAt,
  };
  const time = Float64Array.from(used);
  const after = time.map((t) => Number(t >= interventionAt));
  const y = Float64Array.from(used, (t) => counts[t]!);
  const effect = interventionEffect(time, after, y, settings);
  const { coefficients } = fitNegativeBinomial(interruptedDesign(time, after, settings), y);
  const everywhere = Float64Array.from(periods, (_, t) => t);
  const design = interruptedDesign(
    everywhere,
    everywhere.map((t) => Number(t >= interventionAt)),
    settings,
  );
  return { effect, expected: expectedCounts(withoutIntervention(design), coefficients) };
}
