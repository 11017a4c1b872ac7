import { describe, expect, it } from '@jest/globals';
import { crossSourceGap } from './cross-source-gap.js';
import { fisherExact } from './fisher-exact.js';

describe('crossSourceGap', () => {
  it('is worked by hand: expected = row total × column total / n, and the silent source stands out', () => {
    const { cells, n, tests } = crossSourceGap([
      [40, 60],
      [45, 55],
      [0, 50],
    ]);
    expect([n, tests]).toEqual([250, 6]);
    const silent = cells.find(({ source, category }) => source === 2 && category === 0)!;
    expect(silent.expected).toBeCloseTo((50 * 85) / 250, 10);
    expect([silent.ratio, silent.low, silent.gap]).toEqual([0, 0, 'less']);
    // Garwood's upper limit of a count of 0 is −log(0.025) = 3.6889.
    expect(silent.high).toBeCloseTo(3.688879 / 17, 6);
    expect(silent.p).toBeGreaterThanOrEqual(fisherExact(0, 50, 85, 115).p);
    expect(cells[0]!.gap === 'more' || cells[0]!.gap === 'none').toBe(true);
  });

  it('finds no gap where all sources have the same mix', () => {
    const { cells, cramersV } = crossSourceGap([
      [20, 40, 10],
      [10, 20, 5],
    ]);
    expect(new Set(cells.map(({ gap }) => gap))).toEqual(new Set(['none']));
    expect(cramersV).toBeCloseTo(0, 12);
  });

  it('expects nothing of a category that a source does not register', () => {
    const { cells, tests } = crossSourceGap([
      [20, 40],
      [10, 20],
      [NaN, 70],
    ]);
    const gap = cells.find(({ source, category }) => source === 2 && category === 0)!;
    expect([gap.expected, gap.p, gap.gap]).toEqual([NaN, NaN, 'none']);
    expect(tests).toBe(5);
    // The others keep their own proportions: 1 : 2 in both.
    expect(cells[0]!.expected).toBeCloseTo(20, 6);
  });

  it('leaves empty rows and columns untested and refuses what is not a count', () => {
    expect(crossSourceGap([[0, 0, 0], [1, 2, 0]]).tests).toBe(2); // prettier-ignore
    expect(crossSourceGap([]).cells).toEqual([]);
    expect(() => crossSourceGap([[1, 2], [1]])).toThrow(RangeError);
    expect(() => crossSourceGap([[-1, 2]])).toThrow(RangeError);
  });
});
