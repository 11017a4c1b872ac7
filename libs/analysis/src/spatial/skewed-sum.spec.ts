import { describe, expect, it } from '@jest/globals';
import { normalTwoSided } from '../special/normal.js';
import { poissonMoments, skewedTwoSided } from './skewed-sum.js';

describe('what chance does to a rate', () => {
  it('is that of a Poisson count, by hand', () => {
    // Twelve reports among six hundred people: 0.02 each. Of 100 people: count 2 ± √2, rate variance 2 / 100².
    const { variance, third } = poissonMoments([4, 8, 99], [100, 500, 1], [0, 0, 1]);
    expect(variance[0]).toBeCloseTo(2 / 100 ** 2, 15);
    expect(third[0]).toBeCloseTo(2 / 100 ** 3, 15);
    expect(variance[1]).toBeCloseTo(10 / 500 ** 2, 15);
  });
});

describe('p of a skewed statistic', () => {
  it('is normal without skewness, and heavier above than below with it', () => {
    expect(skewedTwoSided(2.5, 0)).toBe(normalTwoSided(2.5));
    expect(skewedTwoSided(2.5, Number.NaN)).toBe(normalTwoSided(2.5));
    expect(skewedTwoSided(2.5, 1e-3)).toBeCloseTo(normalTwoSided(2.5), 4);
    expect(skewedTwoSided(2.5, 1)).toBeGreaterThan(normalTwoSided(2.5));
    expect(skewedTwoSided(-2.5, 1)).toBe(0);
    expect(skewedTwoSided(-2.5, -1)).toBeCloseTo(skewedTwoSided(2.5, 1), 12);
    expect(skewedTwoSided(Number.NaN, 1)).toBeNaN();
  });

  it('is that of the exponential distribution with skewness 2', () => {
    // Standardised: Z = E − 1, so P(Z > 2) = e⁻³.
    expect(skewedTwoSided(2, 2)).toBeCloseTo(2 * Math.exp(-3), 12);
  });
});
