import { describe, expect, it } from '@jest/globals';
import { mantelHaenszelRisk, serviceUseGap } from './service-use-gap.js';
import { riskComparison } from './two-by-two.js';

const repeat = (value: number, times: number) => Array<number>(times).fill(value);
/** 10 of 40 in the group and 30 of 60 outside it use the provision. */
const group = [...repeat(1, 40), ...repeat(0, 60)];
const uses = [...repeat(1, 10), ...repeat(0, 30), ...repeat(1, 30), ...repeat(0, 30)];

describe('serviceUseGap', () => {
  it('is worked by hand: 25 % against 50 %, ratio 0.5', () => {
    const gap = serviceUseGap({ group, uses });
    expect([gap.comparison.exposed, gap.comparison.unexposed, gap.comparison.ratio.estimate]).toEqual([0.25, 0.5, 0.5]);
    // log SE = √(1/10 − 1/40 + 1/30 − 1/60)
    expect(gap.comparison.ratio.logStandardError).toBeCloseTo(Math.sqrt(0.075 + 1 / 60), 12);
    expect(gap.adjusted).toBeUndefined();
    expect(gap.p).toBeLessThan(0.02);
    expect(gap.whateverTheUnlinked).toEqual({ lowest: 0.5, highest: 0.5 });
  });

  it('never takes an unlinked household for one without the provision, and says what they could change', () => {
    const gap = serviceUseGap({ group: [...group, 1, 1, 0], uses: [...uses, NaN, NaN, NaN] });
    expect(gap.comparison.ratio.estimate).toBe(0.5);
    expect(gap.unlinked).toEqual({ group: 2, comparison: 1 });
    expect(gap.whateverTheUnlinked.lowest).toBeCloseTo(10 / 42 / (31 / 61), 12);
    expect(gap.whateverTheUnlinked.highest).toBeCloseTo(12 / 42 / (30 / 61), 12);
  });

  it('compares like with like: a difference between strata is not one within them', () => {
    // In either stratum both groups use it alike (80 % and 20 %), but the group lives mostly in the second.
    const strata = [
      { exposedCases: 8, exposedNoncases: 2, unexposedCases: 64, unexposedNoncases: 16 },
      { exposedCases: 16, exposedNoncases: 64, unexposedCases: 2, unexposedNoncases: 8 },
    ];
    const rows = strata.flatMap((t, stratum) => [
      ...repeat(0, t.exposedCases).map(() => [1, 1, stratum]),
      ...repeat(0, t.exposedNoncases).map(() => [1, 0, stratum]),
      ...repeat(0, t.unexposedCases).map(() => [0, 1, stratum]),
      ...repeat(0, t.unexposedNoncases).map(() => [0, 0, stratum]),
    ]);
    const column = (k: number) => rows.map((row) => row[k]!);
    const gap = serviceUseGap({ group: column(0), uses: column(1), stratum: column(2) });
    expect(gap.comparison.ratio.estimate).toBeLessThan(0.4);
    expect(gap.adjusted!.estimate).toBeCloseTo(1, 12);
    expect(gap.adjusted!.low).toBeLessThan(1);
  });

  it('is the crude ratio for one stratum, up to the variance, and refuses other values', () => {
    const table = { exposedCases: 10, exposedNoncases: 30, unexposedCases: 30, unexposedNoncases: 30 };
    const one = mantelHaenszelRisk([table, { ...table, exposedCases: 0, exposedNoncases: 0 }]);
    expect(one.estimate).toBeCloseTo(0.5, 12);
    expect(one.logStandardError).toBeCloseTo(riskComparison(table).ratio.logStandardError, 10);
    expect(() => serviceUseGap({ group: [2], uses: [1] })).toThrow(RangeError);
    expect(() => serviceUseGap({ group: [1], uses: [] })).toThrow(RangeError);
  });
});
