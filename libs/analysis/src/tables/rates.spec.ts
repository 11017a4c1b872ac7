import { describe, expect, it } from '@jest/globals';
import { poissonTails } from '../special/poisson.js';
import { byarCountInterval, empiricalBayesRates, exactCountInterval, midPTwoSided, wilsonInterval } from './rates.js';

describe('exactCountInterval', () => {
  it('equals the published table for 0, 1 and 10 events', () => {
    expect(exactCountInterval(0)).toEqual({ low: 0, high: expect.closeTo(3.688879, 6) }); // −log 0.025
    expect(exactCountInterval(1)).toEqual({ low: expect.closeTo(0.025318, 6), high: expect.closeTo(5.571643, 6) });
    expect(exactCountInterval(10)).toEqual({ low: expect.closeTo(4.795389, 6), high: expect.closeTo(18.390356, 6) });
  });

  it('leaves exactly half of the rest in each tail', () => {
    const { low, high } = exactCountInterval(7, 0.9);
    expect(poissonTails(6, low).upper).toBeCloseTo(0.05, 12);
    expect(poissonTails(7, high).lower).toBeCloseTo(0.05, 12);
  });

  it('is near Byar from a few events on', () => {
    for (const count of [5, 20, 300]) {
      const exact = exactCountInterval(count);
      const byar = byarCountInterval(count);
      expect(byar.low / exact.low).toBeCloseTo(1, 1);
      expect(byar.high / exact.high).toBeCloseTo(1, 2);
    }
    expect(byarCountInterval(0).low).toBe(0);
  });
});

describe('wilsonInterval', () => {
  it('stays within 0 and 1 and is symmetric', () => {
    const none = wilsonInterval(0, 10);
    expect(none.low).toBe(0);
    expect(none.high).toBeCloseTo(0.27753279, 7);
    expect(wilsonInterval(10, 10).low).toBeCloseTo(1 - none.high, 12);
    expect(wilsonInterval(0, 0).high).toBeNaN();
  });
});

describe('midPTwoSided', () => {
  it('is worked by hand for an expectation of 1', () => {
    expect(midPTwoSided(3, 1)).toBeCloseTo(2 * (1 - Math.exp(-1) * 2.5 - (0.5 * Math.exp(-1)) / 6), 12);
    expect(midPTwoSided(0, 0)).toBe(1);
  });
});

describe('empiricalBayesRates', () => {
  it('draws each rate to the overall one, small areas most', () => {
    // overall 40 / 400 = 0.1; spread (100 · 0.1² + 200 · 0.05² + 100 · 0) / 400 = 0.00375; minus 0.1 / (400 / 3) = 0.003
    const { rates, priorMean, priorVariance } = empiricalBayesRates([20, 10, 10], [100, 200, 100]);
    expect(priorMean).toBeCloseTo(0.1, 14);
    expect(priorVariance).toBeCloseTo(0.003, 14);
    expect(rates[0]).toBeCloseTo(0.1 + (0.003 / (0.003 + 0.001)) * 0.1, 14);
    expect(rates[2]).toBeCloseTo(0.1, 14);
  });

  it('gives the overall rate where rates differ no more than chance, and NaN to missing areas', () => {
    const { rates, priorVariance } = empiricalBayesRates([10, 11, NaN, 4], [100, 100, 50, 0]);
    expect(priorVariance).toBe(0);
    expect([...rates]).toEqual([0.105, 0.105, NaN, NaN]);
    expect(empiricalBayesRates([], []).rates).toHaveLength(0);
  });
});
