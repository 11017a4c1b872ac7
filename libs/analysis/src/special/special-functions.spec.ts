import { describe, expect, it } from '@jest/globals';
import { betaQuantile } from './beta-quantile.js';
import { binomialQuantile, binomialTails } from './binomial.js';
import { chiSquareQuantile, chiSquareTails } from './chi-square.js';
import { fisherTails } from './fisher-f.js';
import { betaTails } from './incomplete-beta.js';
import { gammaTails } from './incomplete-gamma.js';
import { logGamma, logGammaRatio } from './log-gamma.js';
import {
  negativeBinomialLogProbability,
  negativeBinomialQuantile,
  negativeBinomialTails,
} from './negative-binomial.js';
import { normalLogQuantile, normalQuantile } from './normal-quantile.js';
import { erfc, normalTails } from './normal.js';
import { poissonQuantile, poissonTails } from './poisson.js';
import { digamma, trigamma } from './polygamma.js';
import { studentQuantile, studentTails } from './student-t.js';

/** Equal to 1e-12 of the value; the expected values were computed with 60 digits. */
function expectClose(actual: number, expected: number): void {
  expect(Math.abs(actual - expected) / Math.abs(expected)).toBeLessThan(1e-12);
}

describe('log gamma and its derivatives', () => {
  it('knows factorials, halves and the neighbourhood of its zeros', () => {
    expectClose(logGamma(5), Math.log(24));
    expectClose(logGamma(0.5), Math.log(Math.PI) / 2);
    expect(logGamma(1)).toBe(0);
    expect(logGamma(2)).toBe(0);
    expectClose(logGamma(1 + 2 ** -30) * 2 ** 30, -0.5772156641355507);
    expectClose(logGamma(171), 706.5730622457874);
    expect(logGamma(0)).toBeNaN();
    expect(logGamma(Infinity)).toBe(Infinity);
  });

  it('differs by one recurrence step', () => {
    for (const x of [1e-6, 0.3, 1.7, 9.5, 15.99, 17.2, 1e5]) {
      expectClose(logGamma(x), logGamma(x + 1) - Math.log(x));
      expectClose(digamma(x), digamma(x + 1) - 1 / x);
      expectClose(trigamma(x + 1) + 1 / (x * x), trigamma(x));
    }
    expectClose(digamma(1), -0.5772156649015329);
    expectClose(trigamma(1), Math.PI ** 2 / 6);
    expectClose(logGammaRatio(1e8, 1e-5), 1e-5 * digamma(1e8));
  });
});

describe('tails that 1 − cdf would lose', () => {
  it('normal', () => {
    expectClose(normalTails(12.447717798915122).upper, 7.195065204164188e-36);
    expectClose(normalTails(-37).lower, 5.725571222524577e-300);
    expectClose(normalTails(188.2308220277293).logUpper, -17721.577816359033);
    expect(normalTails(0)).toMatchObject({ lower: 0.5, upper: 0.5 });
    expect(normalTails(Infinity)).toMatchObject({ lower: 1, upper: 0, logUpper: -Infinity });
    expectClose(erfc(1), 0.15729920705028513);
    expectClose(erfc(-1), 1.8427007929497148);
  });

  it('gamma, beta and Student far out', () => {
    expectClose(gammaTails(1580.94641079404, 2959.0250995106785).upper, 8.950349558944313e-171);
    expectClose(gammaTails(617.0267994707922, 136.00040054537558).lower, 9.545545866106135e-199);
    expectClose(betaTails(1881.9616570428968, 0.01104731231189933, 0.7613795906943471).lower, 3.983773773623818e-228);
    expectClose(studentTails(2132.5543425503056, 23.21659308529501).upper, 3.0351885709159655e-63);
  });

  it('keeps the logarithm where the probability underflows', () => {
    expectClose(chiSquareTails(2756.8814427929337, 7).logUpper / Math.LN10, -591.3215171078149);
    expect(chiSquareTails(2756.8814427929337, 7).upper).toBe(0);
    expectClose(normalTails(normalLogQuantile(-1e8)).logLower, -1e8);
  });

  it('reduces to closed forms', () => {
    expectClose(chiSquareTails(7, 2).upper, Math.exp(-3.5));
    expectClose(studentTails(1, 1).upper, 0.25);
    expectClose(fisherTails(3, 2, 10).upper, (1 + 6 / 10) ** -5);
    expectClose(poissonTails(0, 2).lower, Math.exp(-2));
    expectClose(binomialTails(1, 3, 0.5).lower, 0.5);
    expectClose(negativeBinomialTails(0, 2, 2).lower, 0.25);
    expectClose(negativeBinomialLogProbability(3, 1, 1), Math.log(1 / 16));
  });
});

describe('limits and parameters outside the domain', () => {
  it('answers NaN for impossible parameters and never throws', () => {
    expect(gammaTails(-1, 2).lower).toBeNaN();
    expect(betaTails(0, 1, 0.5).lower).toBeNaN();
    expect(studentTails(1, 0).upper).toBeNaN();
    expect(normalQuantile(1.1)).toBeNaN();
    expect(poissonQuantile(0.5, -1)).toBeNaN();
    expect(negativeBinomialLogProbability(1, 0, 1)).toBeNaN();
  });

  it('handles the ends', () => {
    expect(gammaTails(0, 1).lower).toBe(1);
    expect(chiSquareTails(0, 3).upper).toBe(1);
    expect(poissonTails(3, 0).lower).toBe(1);
    expect(poissonTails(-1, 4).lower).toBe(0);
    expect(binomialTails(3, 3, 0.2).lower).toBe(1);
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(chiSquareQuantile(0, 4)).toBe(0);
    expect(studentQuantile(0.5, 3)).toBe(0);
    expect(negativeBinomialTails(2, Infinity, 3)).toEqual(poissonTails(2, 3));
  });
});

describe('quantiles', () => {
  const levels = [1e-300, 1e-20, 1e-5, 0.025, 0.3, 0.5, 0.7, 0.975, 1 - 1e-12];

  it('are the inverse of the tails', () => {
    for (const p of levels) {
      expectClose(normalTails(normalQuantile(p)).logLower || -1e-12, Math.log(p) || -1e-12);
      for (const df of [0.1, 1, 2.5, 40, 5000]) {
        const x = chiSquareQuantile(p, df);
        if (x > 1e-300) expect(chiSquareTails(x, df).lower / p).toBeCloseTo(1, 10);
        const t = studentQuantile(p, df);
        if (t > -Infinity) expect(studentTails(t, df).lower / p).toBeCloseTo(1, 10);
        expect(betaTails(df + 1, 2, betaQuantile(p, df + 1, 2)).lower / p).toBeCloseTo(1, 8);
      }
    }
  });

  it('of counts are the smallest count that reaches the level, also on a step', () => {
    expect(binomialQuantile(0.5, 3, 0.5)).toBe(1);
    expect(binomialQuantile(0.5 + 1e-9, 3, 0.5)).toBe(2);
    expect(binomialQuantile(1, 3, 0.5)).toBe(3);
    expect(negativeBinomialQuantile(0.25, 2, 2)).toBe(0);
    expect(poissonQuantile(0, 5)).toBe(0);
    for (const p of levels) {
      const k = poissonQuantile(p, 20);
      expect(poissonTails(k, 20).lower).toBeGreaterThanOrEqual(p * (1 - 1e-12));
      expect(poissonTails(k - 1, 20).lower).toBeLessThan(p);
    }
  });
});
