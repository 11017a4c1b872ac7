import { describe, expect, it } from '@jest/globals';
import { buildDesign, takeRows, type DesignTerm } from './design.js';
import { fitLinear } from './linear-regression.js';
import { fitPoisson } from './poisson-regression.js';
import { poissonProfileInterval } from './profile-interval.js';
import { clusterCovariance, heteroscedasticCovariance, neweyWestCovariance } from './robust-covariance.js';

const numeric = (name: string, values: number[]): DesignTerm => ({ kind: 'numeric', name, values });
const factor = (labels: (string | null)[], levels: string[]): DesignTerm => ({
  kind: 'factor',
  name: 'g',
  labels,
  levels,
});
const f64 = (...values: number[]) => Float64Array.from(values);

describe('buildDesign', () => {
  it('codes a factor against its first level and leaves out rows with a gap', () => {
    const design = buildDesign([factor(['a', 'b', null, 'c', 'x'], ['a', 'b', 'c'])], 5, [[1, NaN, 1, 1, 1]]);
    expect(design.names).toEqual(['(Intercept)', 'gb', 'gc']);
    expect([...design.rowsUsed]).toEqual([0, 3]);
    expect(design.columns.map((column) => [...column])).toEqual([
      [1, 1],
      [0, 0],
      [0, 1],
    ]);
    expect([...takeRows([5, 6, 7, 8], Uint32Array.of(0, 3))]).toEqual([5, 8]);
  });
});

describe('fitLinear', () => {
  it('equals the line worked by hand', () => {
    const design = buildDesign([numeric('x', [0, 1, 2])], 3);
    const fit = fitLinear(design, f64(1, 2, 4)); // slope 3/2, intercept 5/6, residuals 1/6, −1/3, 1/6
    expect(fit.coefficients[0]).toBeCloseTo(5 / 6, 14);
    expect(fit.coefficients[1]).toBeCloseTo(1.5, 14);
    expect(fit.sigma ** 2).toBeCloseTo(1 / 6, 14);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 12), 14);
    expect(fit.rSquared).toBeCloseTo(1 - 1 / 6 / (14 / 3), 14);
    expect([...fit.hat].reduce((sum, h) => sum + h)).toBeCloseTo(2, 14);
  });

  it('says NaN where nothing is left to estimate, and refuses no rows', () => {
    expect(fitLinear(buildDesign([], 1), f64(4)).sigma).toBeNaN();
    const dependent = buildDesign([numeric('x', [1, 2, 3]), numeric('double', [2, 4, 6])], 3);
    expect(fitLinear(dependent, f64(1, 2, 4)).coefficients[2]).toBeNaN();
    expect(() => fitLinear(buildDesign([], 0), f64())).toThrow(RangeError);
  });
});

describe('robust covariance of a mean', () => {
  const fit = fitLinear(buildDesign([], 4), f64(1, 2, 4, 9)); // mean 4, residuals −3 −2 0 5
  it('HC0, HC1 and HC3 as worked by hand', () => {
    expect(heteroscedasticCovariance(fit.scoreForm, 'HC0')[0]![0]).toBeCloseTo(38 / 16, 14);
    expect(heteroscedasticCovariance(fit.scoreForm, 'HC1')[0]![0]).toBeCloseTo(38 / 12, 14);
    expect(heteroscedasticCovariance(fit.scoreForm, 'HC3', fit.hat)[0]![0]).toBeCloseTo(38 / 9, 13);
    expect(() => heteroscedasticCovariance(fit.scoreForm, 'HC3')).toThrow(RangeError);
  });

  it('Newey–West adds weighted products of neighbours in time', () => {
    expect(neweyWestCovariance(fit.scoreForm, 0)[0]![0]).toBeCloseTo(38 / 16, 14);
    // lag 1, weight ½: 2 · ½ · (−3·−2 + −2·0 + 0·5) = 6
    expect(neweyWestCovariance(fit.scoreForm, 1)[0]![0]).toBeCloseTo(44 / 16, 14);
    expect(neweyWestCovariance(fit.scoreForm, 1, true)[0]![0]).toBeCloseTo(44 / 12, 14);
  });

  it('clusters add their scores first', () => {
    const { covariance, clusters } = clusterCovariance(fit.scoreForm, ['a', 'a', 'b', 'b'], 'CR0');
    expect(covariance[0]![0]).toBeCloseTo(50 / 16, 14); // (−5)² + 5²
    expect(clusters).toBe(2);
    expect(clusterCovariance(fit.scoreForm, [1, 1, 2, 2], 'CR1').covariance[0]![0]).toBeCloseTo(100 / 16, 14);
  });
});

describe('fitPoisson', () => {
  const design = buildDesign([factor(['a', 'a', 'b', 'b'], ['a', 'b'])], 4);
  const counts = f64(4, 6, 9, 21);
  const exposure = [100, 100, 150, 50];

  it('gives the log rate and log rate ratio of two groups with their textbook errors', () => {
    const fit = fitPoisson(design, counts, exposure);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(10 / 200), 12);
    expect(fit.coefficients[1]).toBeCloseTo(Math.log(30 / 200 / (10 / 200)), 12);
    expect(fit.standardErrors[1]).toBeCloseTo(Math.sqrt(1 / 10 + 1 / 30), 12);
    expect(fit.estimable).toEqual([true, true]);
    expect([...fit.fitted].reduce((sum, mu) => sum + mu)).toBeCloseTo(40, 10);
  });

  it('profile interval of a single rate solves its likelihood equation', () => {
    const one = buildDesign([], 1);
    const fit = fitPoisson(one, f64(7));
    const { low, high } = poissonProfileInterval(fit, one, f64(7), undefined, 0);
    for (const end of [low, high]) {
      const mu = Math.exp(end);
      expect(2 * (7 * Math.log(7 / mu) - (7 - mu))).toBeCloseTo(3.841458820694124, 8);
    }
    expect(low).toBeLessThan(Math.log(7));
    expect(high).toBeGreaterThan(Math.log(7));
  });

  it('calls a group without events not estimable and does not fail on it', () => {
    const fit = fitPoisson(design, f64(4, 6, 0, 0), exposure);
    expect(fit.estimable).toEqual([true, false]);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(10 / 200), 8);
    const { low, high } = poissonProfileInterval(fit, design, f64(4, 6, 0, 0), exposure, 1);
    expect(low).toBe(-Infinity);
    expect(high).toBeLessThan(0);
  });

  it('does not depend on the order of rows or the scale of a covariate', () => {
    const x = [1, 2, 3, 4, 5, 6];
    const y = f64(2, 3, 6, 7, 8, 9);
    const plain = fitPoisson(buildDesign([numeric('x', x)], 6), y);
    const scaled = fitPoisson(
      buildDesign(
        [
          numeric(
            'x',
            x.map((v) => v * 1e6),
          ),
        ],
        6,
      ),
      y,
    );
    expect(scaled.coefficients[1]! * 1e6).toBeCloseTo(plain.coefficients[1]!, 12);
    const reversed = fitPoisson(buildDesign([numeric('x', x.toReversed())], 6), y.toReversed());
    expect(reversed.coefficients[1]).toBeCloseTo(plain.coefficients[1]!, 12);
    expect(reversed.logLikelihood).toBeCloseTo(plain.logLikelihood, 10);
  });

  it('refuses no rows, what is not a count, and an exposure of zero', () => {
    expect(() => fitPoisson(buildDesign([], 0), f64())).toThrow('no complete row');
    expect(() => fitPoisson(buildDesign([], 1), f64(1.5))).toThrow('not a count');
    expect(() => fitPoisson(buildDesign([], 1), f64(1), [0])).toThrow('not positive');
  });
});
