import { AREAS_PER_INDICATOR, reportingPropensity, type ReportingPropensity } from '@datalab/analysis';
import type { RunTable, RunWarning } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod } from '../method.js';
import { indicatorsOption } from '../run-option.js';
import { AREA_FIELDS } from './area-counts.js';
import { inWords, NEVER, percent } from './words-of.js';

const params = z.strictObject({
  /** Codes of context indicators that are known to change how readily people report: education, density, tenure. */
  indicators: indicatorsOption(1, 5),
});
type Params = z.infer<typeof params>;

interface Data {
  /** Exact: the gate looks at the model, not at its data. */
  counts: Float64Array;
  population: Float64Array;
  indicators: { name: string; title: { nl: string; en: string }; values: Float64Array }[];
}

/** How much of the difference between areas goes with who reports readily: a warning for beside every map. */
export const reportingPropensityMethod = defineMethod<
  Params,
  Data,
  ReportingPropensity | null,
  ReportingPropensity | null
>({
  name: 'reporting-propensity',
  version: 1,
  kind: 'diagnostic',
  label: 'association',
  title: { nl: 'Wie meldt er sneller?', en: 'Who reports sooner?' },
  explanation: {
    nl: 'In de ene buurt melden mensen sneller dan in de andere. We kijken welk deel van de verschillen tussen gebieden samengaat met opleiding, dichtheid en woningbezit.',
    en: 'In one neighbourhood people report sooner than in another. We look which share of the differences between areas goes with education, density and tenure.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: AREA_FIELDS, linksBy: null }),
  async read(rows, _, { indicators }) {
    const found = await rows.query<{ area_code: string; n: bigint | number }>(
      'select area_code, sum(n) as n from "rows" group by area_code',
    );
    const reports = new Map(found.map(({ area_code, n }) => [area_code, Number(n)]));
    return {
      counts: Float64Array.from(rows.areas, ({ code }) => reports.get(code) ?? 0),
      population: Float64Array.from(rows.areas, ({ population }) => population ?? Number.NaN),
      indicators: rows.indicators(indicators).map(({ code, title, values }) => ({
        name: code,
        title,
        values: Float64Array.from(rows.areas, (area) => values.get(area.code) ?? Number.NaN),
      })),
    };
  },
  parts: () => 1,
  run({ counts, population, indicators }) {
    const complete = counts.filter(
      (_, i) => population[i]! > 0 && indicators.every(({ values }) => !Number.isNaN(values[i]!)),
    );
    if (complete.length < AREAS_PER_INDICATOR * indicators.length) return null;
    return reportingPropensity(counts, population, indicators);
  },
  merge: ([outcome]) => outcome!,
  present(outcome, data, _, gate) {
    if (outcome === null) return { refused: 'too-few-areas' };
    const model = gate.model({
      estimates: [
        ...outcome.indicators.map(({ name, ratioPerDeviation, low, high, p }) => ({
          name,
          estimate: ratioPerDeviation,
          low,
          high,
          p,
        })),
        {
          name: ' share',
          estimate: Number.isNaN(outcome.shareExplained) ? null : outcome.shareExplained,
          low: null,
          high: null,
          p: null,
        },
      ],
      n: outcome.areas,
      residualDegreesOfFreedom: outcome.areas - outcome.indicators.length - 1,
      unitsPerLevel: [],
    });
    if ('refused' in model) return model;
    const rows = data.indicators.map(({ name, title }) => ({ name, title, ...model.estimates.get(name)! }));
    const table: RunTable = {
      key: 'coefficients',
      title: { nl: 'Kenmerken en meldingen', en: 'Traits and reports' },
      columns: [
        { key: 'trait', title: { nl: 'Kenmerk', en: 'Trait' }, unit: null },
        { key: 'ratio', title: { nl: 'Verhouding', en: 'Ratio' }, unit: 'ratio' },
        { key: 'low', title: { nl: 'Van', en: 'From' }, unit: 'ratio' },
        { key: 'high', title: { nl: 'Tot', en: 'To' }, unit: 'ratio' },
        { key: 'p', title: { nl: 'Kans op toeval (p)', en: 'Chance (p)' }, unit: 'p' },
      ],
      rows: rows.map(({ title, estimate, low, high, p }) => ({ trait: title, ratio: estimate, low, high, p })),
    };
    const share = model.estimates.get(' share')!.estimate;
    const part = percent(share ?? 0);
    const warnings: RunWarning[] = [
      { code: 'skewed_reporting' },
      ...(outcome.converged ? [] : [{ code: 'not_converged' as const }]),
      ...(outcome.areasLeftOut > 0 ? [{ code: 'gaps' as const }] : []),
    ];
    return {
      n: model.n,
      warnings,
      text: {
        nl: {
          what:
            share === null
              ? 'De gebieden verschillen niet meer dan toeval: er is niets te verklaren.'
              : `Ongeveer ${part.nl}% van de verschillen tussen gebieden gaat samen met deze kenmerken.`,
          comparedWith: 'Met hetzelfde model zonder deze kenmerken, per inwoner.',
          howSure: `Bij elk kenmerk staan grenzen met 95% zekerheid. Er doen ${inWords(model.n).nl} gebieden mee.`,
          notToConclude: `Trek dit niet van een kaart af: waar armoede samengaat met melden én met overlast, haalt u weg wat u zoekt. ${NEVER.nl}`,
        },
        en: {
          what:
            share === null
              ? 'The areas differ no more than chance gives: there is nothing to explain.'
              : `Some ${part.en}% of the differences between areas goes with these traits.`,
          comparedWith: 'With the same model without these traits, per inhabitant.',
          howSure: `With each trait stand bounds with 95% certainty. ${inWords(model.n).en} areas take part.`,
          notToConclude: `Do not subtract this from a map: where poverty goes with reporting and with nuisance, you take away what you look for. ${NEVER.en}`,
        },
      },
      picture: { kind: 'coefficients', scale: 'ratio', rows },
      tables: [table],
    };
  },
});
