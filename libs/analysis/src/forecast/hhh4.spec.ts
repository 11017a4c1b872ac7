import { describe, expect, it } from '@jest/globals';
import { fitEpidemicModel } from './endemic-epidemic.js';
import { hhh4Model, type Hhh4Options } from './hhh4.js';
import { firstOrderWeights, powerLawWeights } from './neighbour-weights.js';
import { scoreCalibration } from './score-calibration.js';

const options: Hhh4Options = {
  period: 52,
  harmonics: 0,
  trend: false,
  own: false,
  neighbours: 'none',
  neighbourPopulation: false,
  maxlag: 5,
  populationOffset: false,
};
const dataOf = (series: number[]) => ({
  counts: series.map((y) => Float64Array.of(y)),
  population: series.map(() => Float64Array.of(1)),
  orders: [Float64Array.of(0)],
});

describe('hhh4', () => {
  it('is the mean of the counts when only the endemic level is there', () => {
    const fit = fitEpidemicModel(hhh4Model(dataOf([0, 1, 9, 2, 8, 0, 4]), options, 2, 7));
    expect(fit.names).toEqual(['end.1', '-log(overdisp)']);
    expect(fit.coefficients[0]).toBeCloseTo(Math.log(4), 8);
    expect(fit.converged).toBe(true);
  });

  it('takes a mean apart by hand', () => {
    const data = { ...dataOf([]), counts: [Float64Array.of(2, 3), Float64Array.of(1, 1)] };
    const population = data.counts.map(() => Float64Array.of(0.5, 0.5));
    const orders = [Float64Array.of(0, 1), Float64Array.of(1, 0)];
    const all = { ...options, own: true, neighbours: 'first_order' as const, populationOffset: true };
    const model = hhh4Model({ ...data, population, orders }, all, 2, 2);
    const part = model.partsAt(Float64Array.of(Math.log(0.5), Math.log(0.1), Math.log(4), 0))(0);
    expect(part.endemic).toBeCloseTo(2, 12);
    expect(part.own).toBeCloseTo(1, 12);
    expect(part.neighbours).toBeCloseTo(0.3, 12);
  });

  it('refuses counts that are all zero, and no rows at all', () => {
    expect(() => fitEpidemicModel(hhh4Model(dataOf([0, 0, 0]), options, 2, 3))).toThrow('above zero');
    expect(() => fitEpidemicModel(hhh4Model(dataOf([1]), options, 2, 1))).toThrow('above zero');
  });
});

describe('neighbour weights', () => {
  const orders = [Float64Array.of(0, 1, 2), Float64Array.of(1, 0, 1), Float64Array.of(2, 1, 0)];

  it('fall with the order and add up to one', () => {
    const { value, first } = powerLawWeights(orders, 1, 5);
    expect(value[0]![1]).toBeCloseTo(2 / 3, 12);
    expect(value[0]![2]).toBeCloseTo(1 / 3, 12);
    const slope = (powerLawWeights(orders, 1 + 1e-6, 5).value[0]![1]! - value[0]![1]!) / 1e-6;
    expect(first[0]![1]).toBeCloseTo(slope, 5);
    expect(powerLawWeights(orders, 1, 1).value[0]![2]).toBe(0);
  });

  it('are plain ones for the first order', () => {
    expect(Array.from(firstOrderWeights(orders).value[0]!)).toEqual([0, 1, 0]);
  });
});

describe('scoreCalibration', () => {
  it('has mean zero when every count comes as often as forecast', () => {
    // Geometric with mean 1: scores 1/3, 1/3, 13/12 … ; only the empty list has none.
    expect(scoreCalibration([], []).z).toBeNaN();
    expect(scoreCalibration([40], [{ mean: 1, size: 1 }]).p).toBeLessThan(0.001);
    expect(
      scoreCalibration(
        [Number.NaN, 0],
        [
          { mean: 1, size: 1 },
          { mean: 1, size: 1 },
        ],
      ).z,
    ).toBeLessThan(0);
  });
});
