import { describe, expect, it } from '@jest/globals';
import { autocorrelations, durbinWatson, ljungBox } from './autocorrelation.js';
import { estimateEffect, fixedEffectsDesign, twoByTwoDesign } from './difference-in-differences.js';
import { expectedCounts, interruptedDesign, withoutIntervention } from './interrupted-time-series.js';
import { fitPoisson } from './poisson-regression.js';

const f64 = (...values: number[]) => Float64Array.from(values);

describe('estimateEffect', () => {
  const treated = f64(0, 0, 0, 0, 1, 1, 1, 1);
  const post = f64(0, 0, 1, 1, 0, 0, 1, 1);
  const y = f64(10, 12, 13, 15, 20, 22, 30, 28);

  it('is the difference of the two differences', () => {
    const effect = estimateEffect(twoByTwoDesign(treated, post), y, [1, 1, 1, 1, 2, 2, 2, 2], 3);
    expect(effect.estimate).toBeCloseTo(29 - 21 - (14 - 11), 12);
    expect(effect.fit.sigma).toBeCloseTo(Math.sqrt(8 / 4), 12); // every value 1 from its cell mean
    expect(effect.standardErrorOls).toBeCloseTo(Math.sqrt(2 * (4 / 2)), 12);
    expect(effect.clusters).toBe(2);
  });

  it('finds the same effect with units and periods as fixed effects', () => {
    // units 1, 2 untreated and 3, 4 treated in period 2
    const units = [1, 2, 1, 2, 3, 4, 3, 4];
    const x = treated.map((t, i) => t * post[i]!);
    const effect = estimateEffect(fixedEffectsDesign(x, [...post]), y, units, 0, units);
    expect(effect.estimate).toBeCloseTo(5, 12);
    expect(effect.parameters).toBe(6);
    expect(effect.clusters).toBe(4);
  });

  it('gives with taken-out constants what a column per unit gives', () => {
    const units = ['a', 'a', 'a', 'b', 'b', 'c', 'c', 'c', 'd', 'd', 'd'];
    const times = [1, 2, 3, 1, 3, 1, 2, 3, 1, 2, 3];
    const x = f64(0, 0, 1, 0, 1, 0, 0, 0, 0, 1, 1);
    const values = f64(3, 5, 9, 2, 8, 4, 4, 7, 1, 6, 5);
    const within = estimateEffect(fixedEffectsDesign(x, times), values, units, 0, units);
    const dummies = ['b', 'c', 'd'].map((unit) => Float64Array.from(units, (u) => (u === unit ? 1 : 0)));
    const inner = fixedEffectsDesign(x, times);
    const full = {
      rows: 11,
      names: [...inner.names, 'one', 'b', 'c', 'd'],
      columns: [...inner.columns, new Float64Array(11).fill(1), ...dummies],
    };
    const direct = estimateEffect(full, values, units, 0);
    const numbers = ({ fit, ...rest }: typeof within) => [fit.sigma, ...Object.values(rest).flat()];
    numbers(within).forEach((value, i) => expect(value).toBeCloseTo(numbers(direct)[i]!, 10));
    expect(within.fit.rSquared).toBeCloseTo(direct.fit.rSquared, 12);
  });

  it('is NaN when nobody was treated', () => {
    const nobody = estimateEffect(twoByTwoDesign(new Float64Array(8), post), y, [1, 1, 1, 1, 2, 2, 2, 2], 3);
    expect(nobody.estimate).toBeNaN();
    expect(nobody.standardErrorCR1).toBeNaN();
  });
});

describe('interruptedDesign', () => {
  const settings = { period: 12, harmonics: 0, interventionAt: 3 };

  it('codes time, level and slope per year, and takes the measure out again', () => {
    const design = interruptedDesign(f64(1, 2, 3, 4), f64(0, 0, 1, 1), settings, [
      { name: 'rain', values: f64(5, 6, 7, 8) },
    ]);
    expect(design.names).toEqual(['(Intercept)', 'time', 'level', 'slope', 'rain']);
    expect([...design.columns[3]!]).toEqual([0, 0, 0, 1 / 12]);
    expect([...withoutIntervention(design).columns[2]!]).toEqual([0, 0, 0, 0]);
    expect(interruptedDesign(f64(1), f64(0), { ...settings, harmonics: 2 }).names).toHaveLength(8);
  });

  it('recovers a planted halving of the level, with what was avoided', () => {
    const time = Float64Array.from({ length: 24 }, (_, i) => i + 1);
    const after = time.map((t) => (t >= 13 ? 1 : 0));
    const design = interruptedDesign(time, after, { period: 12, harmonics: 0, interventionAt: 13 });
    const fit = fitPoisson(
      design,
      after.map((a) => (a ? 500 : 1000)),
    );
    expect(Math.exp(fit.coefficients[2]!)).toBeCloseTo(0.5, 8);
    expect(fit.coefficients[3]).toBeCloseTo(0, 8);
    const without = expectedCounts(withoutIntervention(design), fit.coefficients);
    expect(without.slice(12).reduce((sum, mu, i) => sum + mu - fit.fitted[12 + i]!, 0)).toBeCloseTo(6000, 4);
  });
});

describe('autocorrelation', () => {
  it('is worked by hand', () => {
    const series = f64(1, 3, 2, 6); // mean 3: −2 0 −1 3, variance sum 14
    expect([...autocorrelations(series, 2)]).toEqual([expect.closeTo(-3 / 14, 12), expect.closeTo(2 / 14, 12)]);
    expect(durbinWatson(f64(1, -1, 2))).toBeCloseTo(13 / 6, 12);
    expect(ljungBox(series, 1).statistic).toBeCloseTo(4 * 6 * (9 / 196 / 3), 12);
  });

  it('is NaN for a series that does not vary, and beyond its length', () => {
    expect(autocorrelations(f64(2, 2, 2), 1)[0]).toBeNaN();
    expect(autocorrelations(f64(1, 2), 3)[2]).toBeNaN();
  });
});
