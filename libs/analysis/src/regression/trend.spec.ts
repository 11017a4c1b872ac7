import { describe, expect, it } from '@jest/globals';
import { mannKendall } from './mann-kendall.js';
import { theilSen } from './theil-sen.js';

describe('mannKendall', () => {
  it('is worked by hand: 9 of 10 pairs rise, one falls', () => {
    const test = mannKendall([1, 2, 4, 3, 5]); // S = 9 − 1 = 8, variance 5 · 4 · 15 / 18
    expect(test).toMatchObject({ n: 5, s: 8, variance: expect.closeTo(50 / 3, 12), tau: expect.closeTo(0.8, 12) });
    expect(test.z).toBeCloseTo(7 / Math.sqrt(50 / 3), 12);
    expect(test.p).toBeCloseTo(0.0864, 4);
  });

  it('corrects for ties and skips gaps', () => {
    const tied = mannKendall([2, 2, NaN, 3, 3]); // 4 rising pairs, variance (4·3·13 − 2·2·1·9) / 18
    expect(tied).toMatchObject({ n: 4, s: 4, variance: expect.closeTo((156 - 36) / 18, 12) });
    expect(tied.tau).toBeCloseTo(4 / Math.sqrt(6 * 4), 12);
  });

  it('sees no trend in what does not move, and says NaN for too little', () => {
    expect(mannKendall([3, 3, 3])).toMatchObject({ s: 0, z: 0, p: 1, tau: NaN });
    expect(mannKendall([1, 2]).p).toBeNaN();
    expect(mannKendall([]).n).toBe(0);
  });

  it('turns its sign when time runs backwards', () => {
    const values = [5, 1, 4, 9, 6, 8];
    expect(mannKendall(values.toReversed()).s).toBe(-mannKendall(values).s);
  });
});

describe('theilSen', () => {
  it('is worked by hand, and not moved by one odd period', () => {
    expect(theilSen([0, 1, 2], [1, 3, 4])).toMatchObject({ slope: 1.5, intercept: 1 }); // slopes 2, 1.5, 1
    const steady = theilSen([1, 2, 3, 4, 5, 6, 7], [2, 4, 6, 8, 10, 12, 999]);
    expect(steady.slope).toBe(2);
    expect(steady.low).toBeLessThanOrEqual(2);
    expect(steady.high).toBeGreaterThanOrEqual(2);
  });

  it('keeps the times of the periods around a gap', () => {
    expect(theilSen([0, 1, 2, 3], [0, NaN, 4, 6]).slope).toBe(2);
    expect(theilSen([3, 0, 2], [6, 0, 4]).slope).toBe(2);
  });

  it('says NaN where there is no slope', () => {
    expect(theilSen([1], [5]).slope).toBeNaN();
    expect(theilSen([2, 2], [1, 5]).slope).toBeNaN();
    expect(theilSen([0, 1], [1, 2])).toMatchObject({ slope: 1, low: NaN, high: NaN });
    expect(() => theilSen([0], [])).toThrow(RangeError);
  });
});
