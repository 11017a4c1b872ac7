import { estimateEffect, fixedEffectsDesign, studentTwoSided } from '@datalab/analysis';
import type { RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { areasOption, sinceOption } from '../run-option.js';
import { AREA_FIELDS } from './area-counts.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** Areas with the measure; all others are compared with. */
  areas: areasOption({ nl: 'Gebieden met de maatregel', en: 'Areas with the measure' }),
  /** The first period with the measure, at the grain of the run. */
  since: sinceOption(),
});
type Params = z.infer<typeof params>;

interface Data {
  /** Exact reports `[area][period]`, NaN a gap: the gate looks at the model, not at its data. */
  counts: Float64Array[];
  treated: Uint8Array;
  periods: string[];
}

interface Outcome {
  estimate: number;
  low: number;
  high: number;
  p: number;
  rows: number;
  degreesOfFreedom: number;
  treated: number;
  others: number;
}

const FEWEST_PERIODS = 4;
const FEW_CLUSTERS = 40;

/** What changed in areas with a measure beside what changed elsewhere: two-way fixed effects, errors that allow for areas being like themselves. */
export const differenceInDifferencesMethod = defineMethod<Params, Data, Outcome | null, Outcome | null>({
  name: 'difference-in-differences',
  version: 1,
  kind: 'diagnostic',
  label: 'indication',
  title: { nl: 'Verschil met gebieden zonder maatregel', en: 'Difference with areas without the measure' },
  explanation: {
    nl: 'We vergelijken hoeveel het aantal meldingen veranderde in gebieden met de maatregel met hoeveel het in dezelfde tijd elders veranderde.',
    en: 'We compare how much the number of reports changed in areas with the measure with how much it changed elsewhere in the same time.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, _, { areas }) {
    const found = await rows.query<{ area_code: string; period: string; n: bigint | number }>(
      'select area_code, period, sum(n) as n from "rows" group by area_code, period',
    );
    const reports = new Map(found.map(({ area_code, period, n }) => [`${area_code} ${period}`, Number(n)]));
    const periods = rows.periods();
    return {
      periods: periods.map(({ period }) => period),
      treated: Uint8Array.from(rows.areas, ({ code }) => Number(areas.includes(code))),
      counts: rows.areas.map(({ code }) =>
        Float64Array.from(periods, ({ period, delivered }) =>
          delivered === 'full' ? (reports.get(`${code} ${period}`) ?? 0) : Number.NaN,
        ),
      ),
    };
  },
  parts: () => 1,
  run: (data, { since }) => measure(data, since),
  merge: ([outcome]) => outcome!,
  present(outcome, data, { since }, gate) {
    if (outcome === null) return { refused: 'nothing-to-compare' };
    const { estimate, low, high, p, treated, others } = outcome;
    const model = gate.model({
      estimates: [{ name: 'effect', estimate, low, high, p }],
      n: outcome.rows,
      residualDegreesOfFreedom: outcome.degreesOfFreedom,
      unitsPerLevel: [],
    });
    if ('refused' in model) return model;
    const effect = model.estimates.get('effect')!;
    const title = { nl: 'Verschil in verandering', en: 'Difference in change' };
    const table: RunTable = {
      key: 'effect',
      title: { nl: 'Meldingen per gebied en periode', en: 'Reports per area and period' },
      columns: [
        { key: 'what', title: { nl: 'Wat', en: 'What' }, unit: null },
        { key: 'effect', title: { nl: 'Verschil', en: 'Difference' }, unit: 'reports' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'reports' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'reports' },
        { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
      ],
      rows: [{ what: title, effect: effect.estimate, low: effect.low, high: effect.high, p: effect.p }],
    };
    const isClear = effect.low !== null && effect.high !== null && (effect.low > 0 || effect.high < 0);
    const [size, from, to] = [
      Math.abs(effect.estimate ?? Number.NaN),
      effect.low ?? Number.NaN,
      effect.high ?? Number.NaN,
    ].map((value) => inWords(value, 1)) as [
      ReturnType<typeof inWords>,
      ReturnType<typeof inWords>,
      ReturnType<typeof inWords>,
    ];
    const warnings: RunWarning[] = [
      { code: 'skewed_reporting' },
      ...(treated + others < FEW_CLUSTERS ? [{ code: 'small_n' as const }] : []),
      ...(data.counts.some((row) => row.some(Number.isNaN)) ? [{ code: 'gaps' as const }] : []),
    ];
    return {
      n: model.n,
      warnings,
      text: {
        nl: {
          what: isClear
            ? `Vanaf ${since} kwamen er in de ${inWords(treated).nl} gebieden met de maatregel per periode ${size.nl} meldingen ${estimate < 0 ? 'minder' : 'meer'} dan je op grond van de andere gebieden zou verwachten.`
            : `We kunnen niet zeggen of de maatregel verschil maakt: het verschil ligt tussen ${from.nl} en ${to.nl} meldingen per gebied en periode.`,
          comparedWith: `Met de verandering in ${inWords(others).nl} gebieden zonder maatregel.`,
          howSure:
            'De grenzen gelden met 95% zekerheid, als beide groepen zonder maatregel gelijk waren veranderd. Met weinig gebieden zijn ze te smal.',
          notToConclude: `Overlast kan zijn verschoven naar de gebieden ernaast: dan lijkt de maatregel beter dan hij is. ${NEVER.nl}`,
        },
        en: {
          what: isClear
            ? `From ${since} on the ${inWords(treated).en} areas with the measure had ${size.en} ${estimate < 0 ? 'fewer' : 'more'} reports per period than the other areas make one expect.`
            : `We cannot say whether the measure makes a difference: it lies between ${from.en} and ${to.en} reports per area and period.`,
          comparedWith: `With the change in ${inWords(others).en} areas without the measure.`,
          howSure:
            'The bounds hold with 95% certainty, if both groups would have changed alike without the measure. With few areas they are too narrow.',
          notToConclude: `Nuisance may have moved to the areas beside: then the measure looks better than it is. ${NEVER.en}`,
        },
      },
      picture: { kind: 'coefficients', scale: 'difference', rows: [{ name: 'effect', title, ...effect }] },
      tables: [table],
    };
  },
});

function measure({ counts, treated, periods }: Data, since: string): Outcome | null {
  const used = periods.map((_, t) => t).filter((t) => counts.every((row) => !Number.isNaN(row[t]!)));
  const after = used.filter((t) => periods[t]! >= since);
  const group = treated.reduce((sum, one) => sum + one, 0);
  const others = treated.length - group;
  if (used.length < FEWEST_PERIODS || after.length === 0 || after.length === used.length || group === 0 || others === 0)
    return null;
  const each = counts.flatMap((row, area) => used.map((t) => ({ area, t, count: row[t]! })));
  const x = Float64Array.from(each, ({ area, t }) => Number(treated[area] === 1 && periods[t]! >= since));
  const areas = each.map(({ area }) => area);
  const design = fixedEffectsDesign(
    x,
    each.map(({ t }) => t),
  );
  const effect = estimateEffect(
    design,
    Float64Array.from(each, ({ count }) => count),
    areas,
    0,
    areas,
  );
  const { estimate, standardErrorCR1, cluster95, clusters, rows, parameters } = effect;
  return {
    estimate,
    low: cluster95[0],
    high: cluster95[1],
    p: studentTwoSided(estimate / standardErrorCR1, clusters - 1),
    rows,
    degreesOfFreedom: rows - parameters,
    treated: group,
    others,
  };
}
