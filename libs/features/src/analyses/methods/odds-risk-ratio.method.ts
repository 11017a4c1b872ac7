import { fisherExact, oddsRatioHalfAdded, riskComparison, type TwoByTwo } from '@datalab/analysis';
import { categoryWords, type RunTable, type RunWarning } from '@datalab/domain';
import { z } from 'zod';
import type { ExactGroup } from '../data/exact-cells.js';
import { defineMethod } from '../method.js';
import { areasOption, categoryOption } from '../run-option.js';
import { bandInWords, inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({
  /** The category that is looked at, among all categories of the run. */
  category: categoryOption({ nl: 'Soort melding', en: 'Kind of report' }),
  /** Areas that are compared with all others. */
  areas: areasOption({
    nl: 'Gebieden die we met de andere vergelijken',
    en: 'Areas that are compared with the others',
  }),
});
type Params = z.infer<typeof params>;

/** Exact cells: this category inside and outside, other categories inside and outside. */
type Data = Record<'inside' | 'outside' | 'otherInside' | 'otherOutside', ExactGroup>;

const SMALL = 5;

/** Is a category a larger part of the reports in some areas than in the others? Odds and risk ratio with intervals, exact for small tables. */
export const oddsRiskRatioMethod = defineMethod<Params, Data, null, null>({
  name: 'odds-risk-ratio',
  version: 2,
  kind: 'diagnostic',
  label: 'association',
  title: { nl: 'Komt het hier vaker voor?', en: 'Is it more common here?' },
  explanation: {
    nl: 'We vergelijken welk deel van de meldingen in gekozen gebieden over één soort gaat met datzelfde deel in de andere gebieden.',
    en: 'We compare which share of the reports in chosen areas is of one kind with that same share in the other areas.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: ['occurred_on', 'category', 'area_code', 'count', 'period'], linksBy: null }),
  async read(rows, _, { category, areas }) {
    const text = (value: string) => `'${value.replaceAll("'", "''")}'`;
    const found = await rows.cells(['inside', 'chosen'], {
      inside: `case when area_code in (${areas.map(text).join(', ')}) then 1 else 0 end`,
      chosen: `case when category = ${text(category)} then 1 else 0 end`,
    });
    const cell = (inside: number, chosen: number): ExactGroup =>
      found.find(({ group }) => group['inside'] === inside && group['chosen'] === chosen) ??
      rows.emptyCell({ inside, chosen });
    return { inside: cell(1, 1), outside: cell(0, 1), otherInside: cell(1, 0), otherOutside: cell(0, 0) };
  },
  parts: () => 1,
  run: () => null,
  merge: () => null,
  present(_, data, { category }, gate) {
    const cells = [data.inside, data.otherInside, data.outside, data.otherOutside] as const;
    const shown = cells.map((exact) => gate.cell(exact));
    const counts = shown.map((cell) =>
      cell.state === 'shown' ? cell.reports : cell.state === 'zero' ? 0 : Number.NaN,
    );
    const bounds = cells.flatMap((exact) => gate.bounds(exact) ?? []);
    if (counts.some(Number.isNaN) || bounds.length < cells.length) return { refused: 'too-few-to-show' };
    const [a, b, c, d] = counts as [number, number, number, number];
    if (a + b === 0 || c + d === 0) return { refused: 'nothing-to-compare' };
    const { ratio, exposed, unexposed } = riskComparison(tableOf([a, b, c, d]));
    const odds = oddsRatioHalfAdded(tableOf([a, b, c, d]));
    const held = heldByNoise(bounds);
    const model = gate.model({
      estimates: [
        { name: 'risk', estimate: ratio.estimate, ...held.risk, p: held.p },
        { name: 'odds', estimate: odds.estimate, ...held.odds, p: held.p },
      ],
      n: a + b + c + d,
      residualDegreesOfFreedom: a + b + c + d - 2,
      unitsPerLevel: [],
    });
    if ('refused' in model) return model;
    const risk = model.estimates.get('risk')!;
    const titles = {
      risk: { nl: 'Verhouding van de delen', en: 'Ratio of the shares' },
      odds: { nl: 'Verhouding van de kansen (odds)', en: 'Odds ratio' },
    };
    const rows = (['risk', 'odds'] as const).map((name) => ({
      name,
      title: titles[name],
      ...model.estimates.get(name)!,
    }));
    const table: RunTable = {
      key: 'ratios',
      title: { nl: 'Verhoudingen', en: 'Ratios' },
      columns: [
        { key: 'what', title: { nl: 'Maat', en: 'Measure' }, unit: null },
        { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'ratio' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'ratio' },
        { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
      ],
      rows: rows.map(({ title, estimate, low, high, p: band }) => ({
        what: title,
        ratio: estimate,
        low,
        high,
        p: band,
      })),
    };
    const isClear = risk.low !== null && risk.high !== null && (risk.low > 1 || risk.high < 1);
    const [inside, outside] = [percent(gate.share(exposed) ?? 0), percent(gate.share(unexposed) ?? 0)];
    const kind = categoryWords(category);
    const times = inWords(risk.estimate ?? Number.NaN, 1);
    const warnings: RunWarning[] = [
      { code: 'from_protected_counts' },
      { code: 'skewed_reporting' },
      ...(Math.min(a, b, c, d) < SMALL ? [{ code: 'sparse_table' as const }] : []),
    ];
    return {
      n: model.n,
      warnings,
      text: {
        nl: {
          what: isClear
            ? `In de gekozen gebieden gaat ${inside.nl}% van de meldingen over “${kind.nl}”, daarbuiten ${outside.nl}%: ${times.nl} keer zo vaak.`
            : `Het deel “${kind.nl}” verschilt niet duidelijk: ${inside.nl}% in de gekozen gebieden en ${outside.nl}% daarbuiten.`,
          comparedWith: 'Met alle andere gebieden van de regio.',
          howSure: `De kans op toeval: ${bandInWords(risk.p).nl}. In de tabel staan de grenzen met 95% zekerheid; zij houden er rekening mee dat de getallen iets zijn veranderd om mensen te beschermen.`,
          notToConclude: `Een groter deel is niet hetzelfde als meer: als iets anders minder gemeld wordt, stijgt dit deel vanzelf. ${NEVER.nl}`,
        },
        en: {
          what: isClear
            ? `In the chosen areas ${inside.en}% of the reports is about “${kind.en}”, outside ${outside.en}%: ${times.en} times as often.`
            : `The share of “${kind.en}” does not clearly differ: ${inside.en}% in the chosen areas and ${outside.en}% outside.`,
          comparedWith: 'With all other areas of the region.',
          howSure: `The probability of chance: ${bandInWords(risk.p).en}. The table has the bounds with 95% certainty; they allow for the small changes to the numbers that protect people.`,
          notToConclude: `A larger share is not the same as more: where something else is reported less this share rises of itself. ${NEVER.en}`,
        },
      },
      picture: { kind: 'coefficients', scale: 'ratio', rows },
      tables: [table],
    };
  },
});

/** This kind and other kinds in the chosen areas, then in the others. */
const tableOf = ([a, b, c, d]: readonly number[]): TwoByTwo => ({
  exposedCases: a!,
  exposedNoncases: b!,
  unexposedCases: c!,
  unexposedNoncases: d!,
});

/**
 * Intervals and probability that hold whatever the noise on the four counts was: the interval for chance at both ends of what the counts can be,
 * and the probability at the end nearest to no difference, 1 where no difference lies between them.
 */
function heldByNoise(bounds: readonly { low: number; high: number }[]) {
  const [a, b, c, d] = bounds as [Bounds, Bounds, Bounds, Bounds];
  const least = [a.low, b.high, c.high, d.low] as const;
  const most = [a.high, b.low, c.low, d.high] as const;
  const [from, to] = [riskComparison(tableOf(least)).ratio, riskComparison(tableOf(most)).ratio];
  const isAbove = from.estimate > 1;
  const isBelow = to.estimate < 1;
  return {
    // Of nobody in the chosen areas a ratio has no interval on the log scale: it begins at nought.
    risk: { low: Number.isNaN(from.low) ? 0 : from.low, high: to.high },
    odds: { low: oddsRatioHalfAdded(tableOf(least)).low, high: oddsRatioHalfAdded(tableOf(most)).high },
    p: isAbove ? fisherExact(...least).p : isBelow ? fisherExact(...most).p : 1,
  };
}

type Bounds = { low: number; high: number };
