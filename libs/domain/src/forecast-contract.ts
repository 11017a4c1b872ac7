import type { ForecastState } from './forecast-contract.state.js';

/** What is agreed on a forecast before anything is trained. Dates are calendar dates (`YYYY-MM-DD`). */
export interface ForecastContract {
  /** What will be done differently because of it, in words. */
  readonly goal: string;
  /** The naive method that it is held against, or the best of them. */
  readonly baseline: 'last value' | 'seasonal naive' | 'mean of 8' | 'mean of 12' | 'best naive';
  /** By how much, as a fraction, its ranked probability score must lie under that of the baseline. */
  readonly leastGain: number;
  /** Most times over that the feedback loop may enlarge the reports of the areas that get attention. 1 is not at all. */
  readonly mostAmplification: number;
  /** Bounds within which the share of counts in the 80 % intervals must lie, as fractions. */
  readonly coverage: { readonly least: number; readonly most: number };
  readonly fixedOn: string;
  /** Last day on which it may be shown. */
  readonly stopsAfter: string;
}

/** What a test out of sample gave, and what it was made with. */
export interface ForecastEvidence {
  readonly testedOn: string;
  /** Counts that were compared; all after the data that the model had seen. */
  readonly compared: number;
  readonly modelScore: number;
  readonly baselineScore: number;
  readonly coverage: number;
  /** From the simulation of the feedback loop. */
  readonly amplification: number;
}

/** A model is in use at most so long before it must be agreed on again. */
const MOST_YEARS = 2;
/** Fewer counts than this prove nothing. */
const LEAST_COMPARED = 12;
const DATE = /^\d{4}-\d{2}-\d{2}$/;

/** What is missing or out of bounds in a contract; none means that it may be fixed. */
export function contractFaults(contract: ForecastContract): string[] {
  const { goal, leastGain, mostAmplification, coverage, fixedOn, stopsAfter } = contract;
  const latest = `${Number(fixedOn.slice(0, 4)) + MOST_YEARS}${fixedOn.slice(4)}`;
  const faults: [boolean, string][] = [
    [goal.trim() === '', 'no-goal'],
    [!(leastGain >= 0 && leastGain < 1), 'gain-out-of-bounds'],
    [!(mostAmplification >= 1 && mostAmplification < Infinity), 'amplification-out-of-bounds'],
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

/**
 * Why a model may not be shown, all reasons; none means that it may. A score that is not a number counts as not beaten, and a test
 * from before the contract as no test.
 */
export function activationRefusals(
  contract: ForecastContract,
  evidence: ForecastEvidence | undefined,
  today: string,
): string[] {
  const late = isPastStop(contract, today) ? ['past-stop-date'] : [];
  if (evidence === undefined) return [...contractFaults(contract), ...late, 'not-tested'];
  const { testedOn, compared, modelScore, baselineScore, coverage, amplification } = evidence;
  const beaten = modelScore < baselineScore && modelScore <= (1 - contract.leastGain) * baselineScore;
  const refusals: [boolean, string][] = [
    [testedOn < contract.fixedOn, 'tested-before-contract'],
    [testedOn > today, 'tested-in-the-future'],
    [!(compared >= LEAST_COMPARED), 'too-little-compared'],
    [!beaten, 'baseline-not-beaten'],
    [!(coverage >= contract.coverage.least && coverage <= contract.coverage.most), 'intervals-not-honest'],
    [!(amplification <= contract.mostAmplification), 'harm-above-limit'],
  ];
  return [...contractFaults(contract), ...late, ...refusals.flatMap(([refused, why]) => (refused ? [why] : []))];
}

/** Is the last day of the contract behind us? */
export function isPastStop({ stopsAfter }: ForecastContract, today: string): boolean {
  return today > stopsAfter;
}

/** May a forecast of this model be shown today? Asked at every look, so that a missed clean-up job switches nothing back on. */
export function mayShow(state: ForecastState, contract: ForecastContract, today: string): boolean {
  return state === 'active' && !isPastStop(contract, today);
}
