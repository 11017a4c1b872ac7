import type { ForecastState } from './forecast-contract.state.js';

/** What a model can be held against: one naive method, or whichever of them proves best. */
export const FORECAST_BASELINES = ['last value', 'seasonal naive', 'mean of 8', 'mean of 12', 'best naive'] as const;
export type ForecastBaseline = (typeof FORECAST_BASELINES)[number];

/** What is agreed on a forecast before anything is trained. Dates are calendar dates (`YYYY-MM-DD`). */
export interface ForecastTerms {
  /** What will be done differently because of it, in words. */
  readonly goal: string;
  /** The naive method that it is held against, or the best of them. */
  readonly baseline: ForecastBaseline;
  /** By how much, as a fraction, its ranked probability score must lie under that of the baseline. */
  readonly leastGain: number;
  /** Most times over that the feedback loop may enlarge the reports of the areas that get attention. 1 is not at all. */
  readonly mostAmplification: number;
  /** The world in which that harm is simulated: the share of the areas that get attention, and by what fraction attention raises their reports. */
  readonly attention: { readonly share: number; readonly sensitivity: number };
  /** Bounds within which the share of counts in the 80 % intervals must lie, as fractions. */
  readonly coverage: { readonly least: number; readonly most: number };
  /** Last day on which it may be shown. */
  readonly stopsAfter: string;
}

/** Terms that were fixed. */
export interface ForecastContract extends ForecastTerms {
  readonly fixedOn: string;
}

/** What a test out of sample gave, and what it was made with. */
export interface ForecastEvidence {
  readonly testedOn: string;
  /** Counts that were compared; all after the data that the model had seen. */
  readonly compared: number;
  /** Periods with a difference between model and baseline: what a later one is held against to see it drift. 0 where it never differed. */
  readonly periods: number;
  readonly modelScore: number;
  readonly baselineScore: number;
  readonly coverage: number;
  /** From the simulation of the feedback loop. */
  readonly amplification: number;
}

/** A test as it is judged at activation: when, and what it says against. */
export interface ForecastVerdict {
  readonly testedOn: string;
  readonly refusals: readonly string[];
}

/** A model is in use at most so long before it must be agreed on again. */
const MOST_YEARS = 2;
/** Fewer counts than this prove nothing. */
const LEAST_COMPARED = 12;
/** Fewer periods than this and nobody could tell later that it got worse. */
export const LEAST_TEST_PERIODS = 8;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is missing or out of bounds in a contract; none means that it may be fixed. */
export function contractFaults(contract: ForecastContract): string[] {
  const { goal, leastGain, mostAmplification, attention, coverage, fixedOn, stopsAfter } = contract;
  const latest = `${Number(fixedOn.slice(0, 4)) + MOST_YEARS}${fixedOn.slice(4)}`;
  const faults: [boolean, string][] = [
    [goal.trim() === '', 'no-goal'],
    [!(leastGain >= 0 && leastGain < 1), 'gain-out-of-bounds'],
    [!(mostAmplification >= 1 && mostAmplification < Infinity), 'amplification-out-of-bounds'],
    // A loop in which attention changes nothing proves nothing.
    [
      !(attention.share > 0 && attention.share <= 0.5 && attention.sensitivity > 0 && attention.sensitivity <= 2),
      'attention-out-of-bounds',
    ],
    [
      !(coverage.least > 0 && coverage.least <= 0.8 && coverage.most >= 0.8 && coverage.most < 1),
      'coverage-out-of-bounds',
    ],
    [!DATE.test(fixedOn) || !DATE.test(stopsAfter), 'no-date'],
    [stopsAfter <= fixedOn, 'stops-before-it-starts'],
    [stopsAfter > latest, 'runs-too-long'],
  ];
  return faults.flatMap(([isFault, name]) => (isFault ? [name] : []));
}

/** Did the model beat its baseline by what was agreed? A score that is not a number has beaten nothing. */
export function isBaselineBeaten(
  { leastGain }: Pick<ForecastTerms, 'leastGain'>,
  { modelScore, baselineScore }: Pick<ForecastEvidence, 'modelScore' | 'baselineScore'>,
): boolean {
  return modelScore < baselineScore && modelScore <= (1 - leastGain) * baselineScore;
}

/** All that a test says against a model, on exact figures; none means that it kept the contract. */
export function testRefusals(
  terms: Pick<ForecastTerms, 'leastGain' | 'coverage' | 'mostAmplification'>,
  evidence: Omit<ForecastEvidence, 'testedOn'>,
): string[] {
  const { compared, periods, coverage, amplification } = evidence;
  const refusals: [boolean, string][] = [
    [!(compared >= LEAST_COMPARED), 'too-little-compared'],
    [!(periods >= LEAST_TEST_PERIODS), 'too-few-periods'],
    [!isBaselineBeaten(terms, evidence), 'baseline-not-beaten'],
    [!(coverage >= terms.coverage.least && coverage <= terms.coverage.most), 'intervals-not-honest'],
    [!(amplification <= terms.mostAmplification), 'harm-above-limit'],
  ];
  return refusals.flatMap(([refused, why]) => (refused ? [why] : []));
}

/** Why a model may not be shown, all reasons; none means that it may. A test from before the contract counts as no test. */
export function activationRefusals(
  contract: ForecastContract,
  test: ForecastVerdict | undefined,
  today: string,
): string[] {
  const always = [...contractFaults(contract), ...(isPastStop(contract, today) ? ['past-stop-date'] : [])];
  if (test === undefined) return [...always, 'not-tested'];
  return [
    ...always,
    ...(test.testedOn < contract.fixedOn ? ['tested-before-contract'] : []),
    ...(test.testedOn > today ? ['tested-in-the-future'] : []),
    ...test.refusals,
  ];
}

/** Is the last day of the contract behind us? */
export function isPastStop({ stopsAfter }: Pick<ForecastTerms, 'stopsAfter'>, today: string): boolean {
  return today > stopsAfter;
}

/** May a forecast of this model be shown today? Asked at every look, so that a missed clean-up job switches nothing back on. */
export function mayShow(state: ForecastState, terms: Pick<ForecastTerms, 'stopsAfter'>, today: string): boolean {
  return state === 'active' && !isPastStop(terms, today);
}
