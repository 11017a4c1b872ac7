import { measureEffect, type MonthlySeries } from '@datalab/analysis';
import { MODEL_LIMITS, protectModelOutput } from '@datalab/disclosure';
import { couldBeSeen, FEWEST_AFTER, FEWEST_BEFORE, verdictOf, type EvaluationPlan } from '@datalab/domain';
import type { MonthlyAnswer } from '@datalab/snapshot';
import type { Evaluation } from './evaluation-plan.js';

type TooEarly = Extract<Evaluation, { state: 'too_early' }>;

/** Exact numbers of the areas of a plan, and of those that they are compared with. */
export interface MeasuredMonths {
  /** Months that were delivered in full, ascending (`YYYY-MM`); a month outside is a gap. */
  delivered: readonly string[];
  measured: MonthlyAnswer;
  comparison: MonthlyAnswer | undefined;
}

/**
 * What may be said of a measure, as it may be seen: too early until there are enough months and an effect of the registered size could be seen; else
 * the ratio with its interval in two digits and the verdict (`protectModelOutput`, disclosure.md §2.10).
 */
export function judgeMeasure(plan: EvaluationPlan, months: MeasuredMonths): Evaluation {
  const { delivered, measured, comparison } = months;
  const monthsBefore = delivered.filter((month) => month < plan.firstMonth).length;
  const monthsAfter = delivered.length - monthsBefore;
  const early = (why: TooEarly['why']): Evaluation => ({ state: 'too_early', monthsBefore, monthsAfter, why });
  if (monthsBefore < FEWEST_BEFORE || monthsAfter < FEWEST_AFTER) return early('too-few-months');
  const parts = comparison === undefined ? [measured] : [measured, comparison];
  if (parts.some(({ units }) => units < MODEL_LIMITS.unitsPerLevel))
    return { state: 'refused', why: 'too-few-reports' };
  const first = monthNumber(plan.firstMonth);
  const effect = measureEffect(seriesOf(delivered, measured), comparison && seriesOf(delivered, comparison), first);
  if (!effect.converged) return { state: 'refused', why: 'not-converged' };
  if (!couldBeSeen(effect.logStandardError, plan.expectedChange)) return early('effect-not-visible-yet');
  const { ratio: estimate, low, high } = effect;
  const safe = protectModelOutput(
    {
      estimates: [{ name: 'level', estimate, low, high, p: null }],
      n: delivered.length,
      residualDegreesOfFreedom: effect.degreesOfFreedom,
      unitsPerLevel: parts.map(({ units }) => units),
    },
    [],
  );
  const shown = safe.state === 'shown' ? safe.estimates[0] : undefined;
  if (shown?.estimate == null || shown.low === null || shown.high === null)
    return { state: 'refused', why: 'too-few-reports' };
  return {
    state: 'evaluated',
    method: comparison === undefined ? 'interrupted-time-series' : 'controlled-interrupted-time-series',
    ratio: shown.estimate,
    low: shown.low,
    high: shown.high,
    verdict: verdictOf(low, high, plan.expectedChange),
    monthsBefore,
    monthsAfter,
  };
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

const seriesOf = (delivered: readonly string[], { reports }: MonthlyAnswer): MonthlySeries => ({
  months: Float64Array.from(delivered, monthNumber),
  counts: Float64Array.from(delivered, (month) => reports.get(month) ?? 0),
});
