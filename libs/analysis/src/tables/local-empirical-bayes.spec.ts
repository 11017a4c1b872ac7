import { describe, expect, it } from '@jest/globals';
import { neighboursFromPairs } from '../spatial/neighbours.js';
import { localEmpiricalBayesRates } from './local-empirical-bayes.js';

const line = (n: number) =>
  neighboursFromPairs(
    n,
    Array.from({ length: n - 1 }, (_, i) => i),
    Array.from({ length: n - 1 }, (_, i) => i + 1),
  );

describe('localEmpiricalBayesRates', () => {
  it('gives what spdep 1.2 gives for a row of five areas (EBlocal, geoda = TRUE)', () => {
    const { rates } = localEmpiricalBayesRates([2, 9, 4, 0, 12], [1000, 1500, 900, 400, 2500], line(5));
    const spdep = [
      0.00423728813559322, 0.00441176470588235, 0.00464285714285714, 0.00421052631578947, 0.00413793103448276,
    ];
    rates.forEach((rate, i) => expect(rate).toBeCloseTo(spdep[i]!, 14));
  });

  it('leaves missing areas out, also as neighbours, and keeps the rate of an area on its own', () => {
    const { rates, priorMean } = localEmpiricalBayesRates([2, NaN, 4, 3], [1000, 1500, 0, 100], line(4));
    expect([...rates]).toEqual([0.002, NaN, NaN, 0.03]);
    expect(priorMean[0]).toBe(0.002);
  });

  it('keeps a cluster that the mean of the region would flatten', () => {
    const { rates } = localEmpiricalBayesRates([40, 44, 38, 2, 1, 0], Array<number>(6).fill(1000), line(6));
    expect(rates[1]).toBeGreaterThan(0.035);
    expect(() => localEmpiricalBayesRates([1], [1], line(2))).toThrow(RangeError);
  });
});
