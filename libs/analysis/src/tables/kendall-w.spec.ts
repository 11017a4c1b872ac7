import { describe, expect, it } from '@jest/globals';
import { kendallW } from './kendall-w.js';
import { averageRanks } from './ranks.js';

const options = { seed: 1, permutations: 199 };

describe('averageRanks', () => {
  it('shares ranks between ties', () => {
    expect(averageRanks([10, 30, 10, 20])).toEqual({ ranks: Float64Array.of(1.5, 4, 1.5, 3), tieTerm: 6 });
    expect(averageRanks([]).tieTerm).toBe(0);
  });
});

describe('kendallW', () => {
  it('is worked by hand for three raters of four items', () => {
    // rank sums 4 6 9 11, mean 7.5: S = 12.25 + 2.25 + 2.25 + 12.25 = 29; W = 12 · 29 / (9 · 60)
    const result = kendallW(
      [
        [1, 2, 3, 4],
        [1, 3, 2, 4],
        [2, 1, 4, 3],
      ],
      options,
    );
    expect(result.w).toBeCloseTo(348 / 540, 12);
    expect(result.chi2).toBeCloseTo((9 * 348) / 540, 12);
    expect(result.p).toBeCloseTo(0.1218, 3);
    expect(result.permutationP).toBeGreaterThan(0.02);
  });

  it('is 1 for one order, 0 for opposite orders, and NaN when nobody distinguishes', () => {
    const same = kendallW(
      [
        [1, 5, 9, 12, 20],
        [2, 3, 4, 5, 6],
        [1, 2, 3, 4, 5],
      ],
      options,
    );
    expect(same.w).toBe(1);
    expect(same.permutationP).toBe(1 / 200);
    expect(
      kendallW(
        [
          [1, 2, 3],
          [3, 2, 1],
        ],
        options,
      ).w,
    ).toBe(0);
    expect(
      kendallW(
        [
          [1, 1],
          [2, 2],
        ],
        options,
      ).w,
    ).toBeNaN();
    expect(
      kendallW(
        [
          [1, 1],
          [2, 2],
        ],
        options,
      ).permutationP,
    ).toBeNaN();
  });

  it('corrects for ties', () => {
    // ranks 1.5 1.5 3 and 1 2 3: rank sums 2.5 3.5 6, S = 6.5; W = 78 / (4 · 24 − 2 · 6)
    expect(
      kendallW(
        [
          [1, 1, 2],
          [1, 2, 3],
        ],
        options,
      ).w,
    ).toBeCloseTo(78 / 84, 12);
  });

  it('leaves out a rater with a missing score, and gives the same p for the same seed', () => {
    const scores = [
      [1, 2, 3, 4],
      [NaN, 2, 3, 4],
      [1, 3, 2, 4],
    ];
    expect(kendallW(scores, options)).toMatchObject({ raters: 2, ratersLeftOut: 1 });
    expect(kendallW(scores, options)).toEqual(kendallW(scores, options));
    expect(() => kendallW([[1]], options)).toThrow(RangeError);
  });
});
