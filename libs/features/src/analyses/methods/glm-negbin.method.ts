import {
  buildDesign,
  fitNegativeBinomial,
  fitPoisson,
  heteroscedasticCovariance,
  moranGlobal,
  normalTwoSided,
  takeRows,
  Z_95,
  type Design,
  type DesignTerm,
  type Neighbours,
} from '@datalab/analysis';
import type { ModelEstimate } from '@datalab/disclosure';
import type { RunTable, RunWarning, Words } from '@datalab/domain';
import { z } from 'zod';
import { defineMethod, type OutcomeGate, type Presentation } from '../method.js';
import { option } from '../run-option.js';
import { inWords, NEVER } from './words-of.js';

const params = z.strictObject({
  /** Codes of context indicators of the region. */
  covariates: option(z.array(z.string().min(1).max(60)).max(8).default([]), {
    words: { nl: 'Kenmerken van gebieden', en: 'Traits of areas' },
    of: 'indicator',
  }),
});
type Params = z.infer<typeof params>;

export interface AreaModelData {
  /** One row per area and delivered period. Exact: the gate looks at the model, not at its data. */
  counts: Float64Array;
  /** Inhabitants; NaN where unknown. */
  exposure: Float64Array;
  periods: string[];
  covariates: { code: string; title: Words; values: Float64Array }[];
  areas: number;
  neighbours: Neighbours | null;
}

interface Coefficient {
  name: string;
  title: Words;
  estimate: number;
  low: number;
  high: number;
  p: number;
  estimable: boolean;
}

export interface AreaModelOutcome {
  n: number;
  degreesOfFreedom: number;
  converged: boolean;
  unitsPerLevel: number[];
  coefficients: Coefficient[];
  residualMoranP: number;
  residualMoran: number;
}

/**
 * Which traits of areas go with more reports per inhabitant: negative-binomial regression of reports on context indicators, with log inhabitants as
 * offset and a level of its own for every period. Indicators are standardised, so a ratio is per standard deviation of the areas.
 */
export const glmNegbin = defineMethod<Params, AreaModelData, AreaModelOutcome, AreaModelOutcome>({
  name: 'glm-negbin',
  version: 1,
  kind: 'diagnostic',
  label: 'association',
  title: { nl: 'Wat samengaat met meer meldingen', en: 'What goes with more reports' },
  explanation: {
    nl: 'We zetten het aantal meldingen per inwoner van elk gebied naast kenmerken van dat gebied. Het model kijkt naar alle kenmerken tegelijk, en houdt rekening met hoeveel aantallen bij toeval uiteenlopen.',
    en: 'We put the reports per inhabitant of each area beside traits of that area. The model looks at all traits at once, and allows for how much numbers differ by chance.',
  },
  units: ['report'],
  params,
  use: () => ({ fields: ['occurred_on', 'category', 'area_code', 'count', 'period'], linksBy: null }),

  async read(rows, _scope, { covariates }) {
    const periods = rows.periods().filter(({ delivered }) => delivered === 'full');
    const found = await rows.query<{ area_code: string; period: string; n: bigint | number }>(
      'select area_code, period, sum(n) as n from "rows" group by area_code, period',
    );
    const reports = new Map(found.map(({ area_code, period, n }) => [`${area_code} ${period}`, Number(n)]));
    const each = periods.flatMap(({ period }) => rows.areas.map((area) => ({ area, period })));
    return {
      counts: Float64Array.from(each, ({ area, period }) => reports.get(`${area.code} ${period}`) ?? 0),
      exposure: Float64Array.from(each, ({ area }) => ((area.population ?? 0) > 0 ? area.population! : Number.NaN)),
      periods: each.map(({ period }) => period),
      covariates: rows.indicators(covariates).map(({ code, title, values }) => ({
        code,
        title,
        values: Float64Array.from(each, ({ area }) => values.get(area.code) ?? Number.NaN),
      })),
      areas: rows.areas.length,
      neighbours: rows.neighbours() ?? null,
    };
  },

  parts: () => 1,
  run: (data) => fitAreaModel(data, 'negative binomial'),
  merge: ([outcome]) => outcome!,
  present: (outcome, data, _params, gate) => presentAreaModel(outcome, data, gate),
});

/**
 * Regression of reports per area and period on standardised indicators. `poisson`: errors that hold also where counts vary more than Poisson (HC1),
 * and whether they do.
 */
export function fitAreaModel(
  { counts, exposure, periods, covariates, areas, neighbours }: AreaModelData,
  family: 'negative binomial' | 'poisson',
): AreaModelOutcome {
  const levels = [...new Set(periods)];
  const terms: DesignTerm[] = covariates.map(({ code, values }) => ({
    kind: 'numeric',
    name: code,
    values: standardised(values),
  }));
  if (levels.length > 1) terms.push({ kind: 'factor', name: 'period ', labels: periods, levels });
  const design = buildDesign(terms, counts.length, [counts, exposure]);
  const y = takeRows(counts, design.rowsUsed);
  const offset = takeRows(exposure, design.rowsUsed);
  const unitsPerLevel = levels.map((level) => design.rowsUsed.filter((row) => periods[row] === level).length);
  const none = { n: design.rows, degreesOfFreedom: design.rows - design.columns.length, unitsPerLevel };
  if (none.degreesOfFreedom < 1 || covariates.length === 0)
    return { ...none, converged: false, coefficients: [], residualMoranP: Number.NaN, residualMoran: Number.NaN };
  const model =
    family === 'poisson' ? poissonWithRobustErrors(design, y, offset) : fitNegativeBinomial(design, y, offset);
  const coefficients = covariates.map(({ code, title }): Coefficient => {
    const at = model.names.indexOf(code);
    const [beta, error] = [model.coefficients[at]!, model.observedStandardErrors[at]!];
    return {
      name: code,
      title,
      estimate: Math.exp(beta),
      low: Math.exp(beta - Z_95 * error),
      high: Math.exp(beta + Z_95 * error),
      p: normalTwoSided(beta / error),
      estimable: model.estimable[at]!,
    };
  });
  const { degreesOfFreedom, converged } = model;
  const residuals = residualsPerArea(y, model.fitted, model.theta, design.rowsUsed, areas);
  const moran =
    neighbours === null ? undefined : moranGlobal(residuals.mean, neighbours, { missing: residuals.missing });
  return {
    ...none,
    degreesOfFreedom,
    converged,
    coefficients,
    residualMoran: moran?.i ?? Number.NaN,
    residualMoranP: moran?.randomisation.pTwoSided ?? Number.NaN,
  };
}

/** In the form of a negative-binomial fit, of which it is the one with θ infinite. */
function poissonWithRobustErrors(design: Design, y: Float64Array, exposure: Float64Array) {
  const fit = fitPoisson(design, y, exposure);
  const covariance = heteroscedasticCovariance(fit.scoreForm, 'HC1');
  return { ...fit, theta: Infinity, observedStandardErrors: covariance.map((row, j) => Math.sqrt(row[j]!)) };
}

/** Pearson residuals, averaged over the periods of an area. */
function residualsPerArea(y: Float64Array, mu: Float64Array, theta: number, rows: Uint32Array, areas: number) {
  const sum = new Float64Array(areas);
  const n = new Uint32Array(areas);
  rows.forEach((row, i) => {
    sum[row % areas]! += (y[i]! - mu[i]!) / Math.sqrt(mu[i]! + (mu[i]! * mu[i]!) / theta);
    n[row % areas]! += 1;
  });
  return {
    mean: sum.map((value, i) => (n[i] === 0 ? 0 : value / n[i]!)),
    missing: Uint8Array.from(n, (k) => (k === 0 ? 1 : 0)),
  };
}

function standardised(values: Float64Array): Float64Array {
  const known = values.filter((value) => !Number.isNaN(value));
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  const spread = Math.sqrt(known.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (known.length - 1));
  return values.map((value) => (spread > 0 ? (value - mean) / spread : 0));
}

const SIGNIFICANT = 0.05;

export function presentAreaModel(outcome: AreaModelOutcome, data: AreaModelData, gate: OutcomeGate): Presentation {
  if (data.covariates.length === 0) return { refused: 'no-indicators' };
  const estimates = outcome.coefficients.map(({ name, estimate, low, high, p, estimable }): ModelEstimate =>
    estimable ? { name, estimate, low, high, p } : { name, estimate: null, low: null, high: null, p: null },
  );
  const model = gate.model({
    estimates,
    n: outcome.n,
    residualDegreesOfFreedom: outcome.degreesOfFreedom,
    unitsPerLevel: outcome.unitsPerLevel,
  });
  if ('refused' in model) return model;
  const rows = outcome.coefficients.map(({ name, title }) => ({ name, title, ...model.estimates.get(name)! }));
  const clear = rows.filter(({ low, high }) => low !== null && high !== null && (low > 1 || high < 1));
  const warnings: RunWarning[] = [
    { code: 'skewed_reporting' },
    ...(outcome.converged ? [] : [{ code: 'not_converged' as const }]),
    ...(outcome.coefficients.every(({ estimable }) => estimable) ? [] : [{ code: 'separation' as const }]),
    ...(outcome.residualMoranP < SIGNIFICANT ? [{ code: 'residual_autocorrelation' as const }] : []),
  ];
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
  return {
    n: model.n,
    warnings,
    text: { nl: textOf('nl', clear, rows.length), en: textOf('en', clear, rows.length) },
    picture: { kind: 'coefficients', scale: 'ratio', rows },
    tables: [table],
  };
}

type ShownRow = { title: Words; estimate: number | null; low: number | null; high: number | null };

function textOf(language: 'nl' | 'en', clear: readonly ShownRow[], tried: number) {
  const nl = language === 'nl';
  const named = clear.map(({ title, estimate }) => {
    const more = (estimate ?? 1) > 1;
    const ratio = inWords(estimate ?? 1, 2)[language];
    return nl
      ? `meer ${title.nl} gaat samen met ${more ? 'meer' : 'minder'} meldingen (${ratio} keer per stap)`
      : `more ${title.en} goes with ${more ? 'more' : 'fewer'} reports (${ratio} times per step)`;
  });
  return {
    what:
      clear.length === 0
        ? nl
          ? `Van de ${tried} kenmerken gaat er geen duidelijk samen met het aantal meldingen.`
          : `None of the ${tried} traits clearly goes with the number of reports.`
        : nl
          ? `Van de ${tried} kenmerken gaan er ${clear.length} duidelijk samen met het aantal meldingen: ${named.join('; ')}.`
          : `${clear.length} of the ${tried} traits clearly go with the number of reports: ${named.join('; ')}.`,
    comparedWith: nl
      ? 'Gebieden met elkaar, per inwoner, als de andere kenmerken gelijk zijn. Eén stap is één standaardafwijking tussen de gebieden.'
      : 'Areas with each other, per inhabitant, with the other traits equal. One step is one standard deviation between the areas.',
    howSure: nl
      ? 'Bij elk getal staat tussen welke grenzen het met 95% zekerheid ligt. Liggen die aan twee kanten van 1, dan weten we niet of er verschil is.'
      : 'With each number stand the bounds within which it lies with 95% certainty. Where they lie on both sides of 1, we do not know whether there is a difference.',
    notToConclude: nl
      ? `Samengaan is geen oorzaak, en wat voor gebieden geldt hoeft niet voor de mensen erin te gelden. ${NEVER.nl}`
      : `Going together is not causing, and what holds for areas need not hold for the people in them. ${NEVER.en}`,
  };
}
