import { describe, expect, it } from '@jest/globals';
import { negativeBinomialLogProbability } from '../special/negative-binomial.js';
import { buildDesign } from './design.js';
import { fitNegativeBinomial } from './negative-binomial-regression.js';
import { negativeBinomialProfileInterval } from './profile-interval.js';

/** Red mites on 150 apple leaves, Bliss & Fisher, Biometrics 9 (1953) 176–200, who give k = 1.0246. */
const mites = [70, 38, 17, 10, 9, 3, 2, 1].flatMap((leaves, count) => new Array<number>(leaves).fill(count));
const f64 = (values: number[]) => Float64Array.from(values);
const numeric = (values: number[]) => ({ kind: 'numeric' as const, name: 'x', values });

describe('fitNegativeBinomial', () => {
  it('finds the published maximum of Bliss & Fisher', () => {
    const fit = fitNegativeBinomial(buildDesign([], 150), f64(mites));
    expect(fit.theta).toBeCloseTo(1.0246, 4);
    expect(Math.exp(fit.coefficients[0]!)).toBeCloseTo(172 / 150, 10);
    const direct = mites.reduce((sum, y) => sum + negativeBinomialLogProbability(y, fit.theta, 172 / 150), 0);
    expect(fit.logLikelihood).toBeCloseTo(direct, 9);
    expect(fit.standardErrors[0]).toBeCloseTo(Math.sqrt((150 / 172 + 1 / fit.theta) / 150), 10);
    expect(fit.converged).toBe(true);
  });

  it('stands at a maximum: any other coefficient or θ is less likely', () => {
    const x = Array.from({ length: 60 }, (_, i) => (i % 10) / 10);
    const y = x.map((value, i) => Math.round(3 * Math.exp(value) * (0.2 + ((i * 7) % 13) / 6)));
    const fit = fitNegativeBinomial(buildDesign([numeric(x)], 60), f64(y));
    const likelihood = (b0: number, b1: number, theta: number) =>
      y.reduce((sum, count, i) => sum + negativeBinomialLogProbability(count, theta, Math.exp(b0 + b1 * x[i]!)), 0);
    const [b0, b1] = fit.coefficients as unknown as [number, number];
    expect(likelihood(b0, b1, fit.theta)).toBeCloseTo(fit.logLikelihood, 8);
    for (const d of [-1e-3, 1e-3]) {
      expect(likelihood(b0 + d, b1, fit.theta)).toBeLessThan(fit.logLikelihood);
      expect(likelihood(b0, b1 + d, fit.theta)).toBeLessThan(fit.logLikelihood);
      expect(likelihood(b0, b1, fit.theta * (1 + 10 * d))).toBeLessThan(fit.logLikelihood);
    }
  });

  it('is the Poisson fit, θ infinite, where the counts vary less than Poisson', () => {
    const fit = fitNegativeBinomial(buildDesign([], 4), f64([3, 4, 4, 5]));
    expect(fit.theta).toBe(Infinity);
    expect(fit.logLikelihood).toBe(fit.poissonLogLikelihood);
    expect(fit.standardErrors[0]).toBeCloseTo(1 / 4, 10); // 1 / √Σy
    expect(fit.thetaStandardError).toBeNaN();
  });

  it('calls a group without events not estimable and still fits the others', () => {
    const group = mites.map(() => 0).concat(new Array<number>(20).fill(1));
    const fit = fitNegativeBinomial(
      buildDesign([numeric(group)], 170),
      f64([...mites, ...new Array<number>(20).fill(0)]),
    );
    expect(fit.estimable).toEqual([true, false]);
    expect(fit.theta).toBeCloseTo(1.0246, 4);
  });

  it('takes an exposure, one row, and refuses none', () => {
    const doubled = fitNegativeBinomial(buildDesign([], 150), f64(mites), new Float64Array(150).fill(2));
    expect(doubled.coefficients[0]).toBeCloseTo(Math.log(172 / 300), 10);
    expect(fitNegativeBinomial(buildDesign([], 1), f64([3])).theta).toBe(Infinity);
    expect(() => fitNegativeBinomial(buildDesign([], 0), f64([]))).toThrow(RangeError);
  });

  it('gives the same maximum for counts beyond the run length of the sums', () => {
    const big = [19_000, 25_000, 31_000, 12_000, 44_000, 21_500, 20_100];
    const fit = fitNegativeBinomial(buildDesign([], 7), f64(big));
    const at = (theta: number) =>
      big.reduce((sum, y) => sum + negativeBinomialLogProbability(y, theta, Math.exp(fit.coefficients[0]!)), 0);
    expect(fit.logLikelihood).toBeCloseTo(at(fit.theta), 6);
    expect(at(fit.theta * 1.02)).toBeLessThan(at(fit.theta));
    expect(at(fit.theta * 0.98)).toBeLessThan(at(fit.theta));
  });
});

describe('negativeBinomialProfileInterval', () => {
  const counts = f64(mites);
  const x = mites.map((_, i) => i % 3);

  it('gives the ends that R gives (MASS, θ held, deviance 3.8415 above its minimum)', () => {
    const design = buildDesign([numeric(x)], 150);
    const fit = fitNegativeBinomial(design, counts);
    const { low, high } = negativeBinomialProfileInterval(fit, design, counts, undefined, 1);
    expect(low).toBeCloseTo(-0.240350684128, 6);
    expect(high).toBeCloseTo(0.292897017761, 6);
  });

  it('is the Poisson interval where the counts vary no more than Poisson', () => {
    const design = buildDesign([], 4);
    const y = f64([3, 4, 4, 5]);
    const { low, high } = negativeBinomialProfileInterval(fitNegativeBinomial(design, y), design, y, undefined, 0);
    // Mean m with 2 (16 log(4/m) − 16 + 4 m) = 3.8415.
    for (const end of [low, high])
      expect(2 * (16 * (Math.log(4) - end) - 16 + 4 * Math.exp(end))).toBeCloseTo(3.841459, 5);
    expect(low).toBeLessThan(Math.log(4));
  });

  it('has no lower end for a group without events', () => {
    const group = [...mites.map(() => 0), ...new Array<number>(20).fill(1)];
    const y = f64([...mites, ...new Array<number>(20).fill(0)]);
    const design = buildDesign([numeric(group)], 170);
    const { low, high } = negativeBinomialProfileInterval(fitNegativeBinomial(design, y), design, y, undefined, 1);
    expect(low).toBe(-Infinity);
    expect(high).toBeLessThan(0);
  });
});
