import { INTERVAL_LEVEL, NAIVE_METHODS, type Expectation, type TestedMethod } from '@datalab/analysis';
import { boundsOf, periodsBetween, type RunPicture, type RunTable, type RunWarning, type Words } from '@datalab/domain';
import type { OutcomeGate, Presentation } from '../method.js';
import { isBeaten, type ForecastData, type ForecastOutcome, type ForecastParams } from './forecast.outcome.js';
import { inWords, NEVER, percent } from './words-of.js';

/** What the ways of forecasting are called. */
export const FORECAST_TITLES: Readonly<Record<TestedMethod, Words>> = {
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
/** As many periods as the fan shows of the past. */
const PAST_SHOWN = 36;

/** A score in two digits: what may be said of a model (disclosure.md §2.11). Null is "not defined". */
export const shownScore = (value: number): number | null =>
  Number.isFinite(value) ? Number(value.toPrecision(2)) : null;

/** What is shown of a forecast in one tier; the naive forecast everywhere where the model did not beat its baseline. */
export function presentForecast(
  outcome: ForecastOutcome,
  data: ForecastData,
  params: ForecastParams,
  gate: OutcomeGate,
): Presentation {
  const beaten = isBeaten(outcome, params);
  const chosen = ({ forecast, naive, shown }: ForecastOutcome['next'][number]): Expectation =>
    beaten && shown === 'model' ? forecast : naive;
  const places = new Map(data.areaCodes.map((code, i) => [code, i]));
  const rows = outcome.next.flatMap((area) => {
    const i = places.get(area.area)!;
    if (gate.cell(data.cells[i]!).state !== 'shown') return [];
    const { lower, upper, median, method } = chosen(area);
    return [
      {
        area: data.names[i]!,
        expected: median,
        low: lower,
        high: upper,
        naive: area.naive.median,
        by: FORECAST_TITLES[method],
      },
    ];
  });
  if (rows.length === 0) return { refused: 'too-few-to-show' };
  const byModel = beaten ? outcome.next.filter(({ shown }) => shown === 'model').length : 0;
  const warnings: RunWarning[] = [
    { code: 'from_protected_counts' },
    { code: 'skewed_reporting' },
    ...(beaten ? [] : [{ code: 'baseline_not_beaten' as const }]),
    ...(rows.length < outcome.next.length ? [{ code: 'partly_withheld' as const }] : []),
    ...(data.panel.counts.some((row) => row.some(Number.isNaN)) ? [{ code: 'gaps' as const }] : []),
  ];
  return {
    n: data.panel.periods.length,
    warnings,
    text: textOf(outcome, beaten, byModel),
    picture: fanOf(outcome, data, gate, chosen),
    tables: [nextTable(rows), backTestTable(outcome)],
  };
}

/** All areas together: what was counted, what is expected with its margins, and the naive forecast beside it. */
function fanOf(
  { whole }: ForecastOutcome,
  { panel, periodCells }: ForecastData,
  gate: OutcomeGate,
  chosen: (area: ForecastOutcome['next'][number]) => Expectation,
): RunPicture {
  const { periods } = panel;
  const past = periods.slice(-PAST_SHOWN).map((period, i, shown) => {
    const cell = periodCells[periods.length - shown.length + i];
    const told = cell === undefined ? undefined : gate.cell(cell);
    return { period, value: told?.state === 'shown' ? told.reports : null };
  });
  const period = periodAfter(periods.at(-1)!);
  const expected = whole && chosen(whole);
  return {
    kind: 'forecast',
    areaCode: null,
    level: INTERVAL_LEVEL,
    past,
    next: expected ? [{ period, estimate: expected.median, low: expected.lower, high: expected.upper }] : [],
    baseline: whole ? [{ period, value: whole.naive.median }] : [],
  };
}

/** The period that follows a year, quarter or month. */
function periodAfter(period: string): string {
  const grain = period.length === 4 ? 'year' : period.includes('Q') ? 'quarter' : 'month';
  const { from } = boundsOf(period);
  return periodsBetween(from, `${Number(from.slice(0, 4)) + 1}-12-31`, grain)[1]!;
}

function nextTable(rows: RunTable['rows']): RunTable {
  return {
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
  };
}

/** How good every way was before, the naive ones first and the choice that is made of them last. */
function backTestTable({ test }: ForecastOutcome): RunTable {
  return {
    key: 'back-test',
    title: { nl: 'Hoe goed het eerder ging', en: 'How well it went before' },
    columns: [
      { key: 'method', title: { nl: 'Manier', en: 'Method' }, unit: null },
      { key: 'kind', title: { nl: 'Soort', en: 'Kind' }, unit: null },
      { key: 'rps', title: { nl: 'Fout (RPS)', en: 'Error (RPS)' }, unit: 'reports' },
      { key: 'wape', title: { nl: 'Fout als deel (WAPE)', en: 'Error as share (WAPE)' }, unit: 'share' },
      { key: 'mase', title: { nl: 'Fout (MASE)', en: 'Error (MASE)' }, unit: 'ratio' },
      { key: 'coverage', title: { nl: 'Binnen de grenzen', en: 'Within the bounds' }, unit: 'share' },
    ],
    rows: test.methods.map((one) => ({
      method: FORECAST_TITLES[one.method],
      kind: NAIVE.has(one.method) ? { nl: 'simpele regel', en: 'simple rule' } : { nl: 'model', en: 'model' },
      rps: shownScore(one.rps),
      wape: shownScore(one.wape),
      mase: shownScore(one.mase),
      coverage: shownScore(one.coverage),
    })),
  };
}

function textOf({ test, evidence, baseline }: ForecastOutcome, beaten: boolean, byModel: number) {
  const better = percent(Math.abs(1 - evidence.modelScore / evidence.baselineScore));
  const held = percent(evidence.coverage);
  const rule = FORECAST_TITLES[baseline];
  return {
    nl: {
      what: beaten
        ? `Voor ${inWords(byModel).nl} gebieden is de verwachting die van een model, voor de andere die van een simpele regel. In het verleden was de fout ${better.nl}% kleiner dan die van de simpele regel.`
        : 'Het model was niet genoeg beter dan een simpele regel. Daarom staat overal de simpele regel.',
      comparedWith: `Met “${rule.nl.toLowerCase()}”, over ${inWords(test.origins).nl} periodes.`,
      howSure: `Van de vorige keren viel ${held.nl}% binnen de grenzen; 80% was de bedoeling.`,
      notToConclude: `Het zegt hoeveel er gemeld wordt, niet waarom, en het is geen opdracht om ergens heen te gaan: wie ergens vaker kijkt, krijgt daar meer meldingen. ${NEVER.nl}`,
    },
    en: {
      what: beaten
        ? `For ${inWords(byModel).en} areas the expectation is that of a model, for the others that of a simple rule. In the past the error was ${better.en}% smaller than that of the simple rule.`
        : 'The model was not better enough than a simple rule. So the simple rule stands everywhere.',
      comparedWith: `With “${rule.en.toLowerCase()}”, over ${inWords(test.origins).en} periods.`,
      howSure: `Of the earlier times ${held.en}% fell within the bounds; 80% was meant.`,
      notToConclude: `It says how much is reported, not why, and it is no order to go anywhere: who looks somewhere more often gets more reports there. ${NEVER.en}`,
    },
  };
}
