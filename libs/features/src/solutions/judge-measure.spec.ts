import { describe, expect, it } from '@jest/globals';
import type { EvaluationPlan } from '@datalab/domain';
import type { MonthlyAnswer } from '@datalab/snapshot';
import { judgeMeasure } from './judge-measure.js';

const MONTHS = Array.from(
  { length: 42 },
  (_, i) => `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
);
const plan: EvaluationPlan = {
  datasetId: 'd',
  category: 'noise',
  level: 'buurt',
  areaCodes: ['B1'],
  comparisonAreaCodes: [],
  firstMonth: '2024-07',
  expectedChange: -0.3,
  harm: 'overlast verschuift',
};
/** A steady number with a small wave that no season explains, and what remains of it from the first month on. */
const answer = (level: number, left: number, units = 200): MonthlyAnswer => ({
  units,
  reports: new Map(
    MONTHS.map((month, i) => [month, Math.round((level + ((i * 7) % 5) - 2) * (month >= plan.firstMonth ? left : 1))]),
  ),
});
const judge = (measured: MonthlyAnswer, change: Partial<Parameters<typeof judgeMeasure>[1]> = {}) =>
  judgeMeasure(plan, { delivered: MONTHS, measured, comparison: undefined, ...change });

describe('judgeMeasure', () => {
  it('says what came of it in two digits, beside what was expected', () => {
    const found = judge(answer(120, 0.6));
    expect(found).toMatchObject({ state: 'evaluated', method: 'interrupted-time-series', verdict: 'as_expected' });
    if (found.state !== 'evaluated') throw new Error('not evaluated');
    for (const value of [found.ratio, found.low, found.high]) expect(value).toBe(Number(value.toPrecision(2)));
    expect(found.low).toBeLessThanOrEqual(0.6);
    expect(found.high).toBeGreaterThanOrEqual(0.6);
    expect([found.monthsBefore, found.monthsAfter]).toEqual([30, 12]);
  });

  it('sees no effect where the same happened elsewhere', () => {
    const found = judge(answer(120, 0.6), { comparison: answer(140, 0.6) });
    expect(found).toMatchObject({
      state: 'evaluated',
      method: 'controlled-interrupted-time-series',
      verdict: 'no_effect_seen',
    });
  });

  it('is too early with too few months, and with so few reports that the effect would not show', () => {
    expect(judge(answer(120, 0.6), { delivered: MONTHS.slice(0, 34) })).toEqual({
      state: 'too_early',
      monthsBefore: 30,
      monthsAfter: 4,
      why: 'too-few-months',
    });
    expect(judge(answer(6, 0.6))).toMatchObject({ state: 'too_early', why: 'effect-not-visible-yet' });
  });

  it('refuses what rests on fewer households than a model may', () => {
    expect(judge(answer(120, 0.6, 9))).toEqual({ state: 'refused', why: 'too-few-reports' });
    expect(judge(answer(120, 0.6), { comparison: answer(120, 1, 3) })).toEqual({
      state: 'refused',
      why: 'too-few-reports',
    });
  });

  it('takes a month that was not delivered for a gap, never for a month without reports', () => {
    const gap = MONTHS.filter((month) => month !== '2023-05');
    const withGap = judge(answer(120, 0.6), { delivered: gap });
    expect(withGap).toMatchObject({ state: 'evaluated', monthsBefore: 29 });
    const asZero = answer(120, 0.6);
    asZero.reports.delete('2023-05');
    expect(judge(asZero)).not.toEqual(withGap);
  });
});
