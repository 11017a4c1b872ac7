import { describe, expect, it } from '@jest/globals';
import { gridNeighbours } from './grid-neighbours.js';
import { moranGlobal } from './moran-global.js';
import { AREAS_PER_STREAM, moranLocalPermutations } from './moran-local-permutation.js';
import { moranLocal } from './moran-local.js';
import { moranPermutations, permutationTest } from './moran-permutation.js';
import { neighboursFromLinks, neighboursFromPairs } from './neighbours.js';

const line = neighboursFromPairs(4, [0, 1, 2], [1, 2, 3]);
const side = 10;
const grid = gridNeighbours(
  Array.from({ length: side * side }, (_, k) => k % side),
  Array.from({ length: side * side }, (_, k) => Math.floor(k / side)),
);
const smooth = Array.from({ length: side * side }, (_, k) => (k % side) + Math.floor(k / side) + ((k * 37) % 7));

describe('global Moran', () => {
  it('hand-worked: 1, 2, 3, 4 in a row', () => {
    // z = −1.5 −.5 .5 1.5, Σz² = 5; Σ over both directions of z_i z_j = 2 (.75 − .25 + .75) = 2.5; S0 = 6: I = 4/6 · 2.5/5
    const { i, expectation, s0, used } = moranGlobal([1, 2, 3, 4], line, { style: 'B' });
    expect(i).toBeCloseTo(1 / 3, 14);
    expect([expectation, s0, used]).toEqual([-1 / 3, 6, 4]);
  });

  it('has the variance of all orders of the values: 24 permutations of four, counted out', () => {
    const orders = (left: number[]): number[][] =>
      left.length === 0 ? [[]] : left.flatMap((v, k) => orders(left.toSpliced(k, 1)).map((rest) => [v, ...rest]));
    const all = orders([1, 2, 3, 9]).map((x) => moranGlobal(x, line).i);
    const mean = all.reduce((sum, v) => sum + v, 0) / 24;
    const variance = all.reduce((sum, v) => sum + (v - mean) ** 2, 0) / 24;
    const test = moranGlobal([1, 2, 3, 9], line);
    expect(test.expectation).toBeCloseTo(mean, 12);
    expect(test.randomisation.variance).toBeCloseTo(variance, 12);
  });

  it('leaves missing areas out and is not defined without variation, links or areas', () => {
    const masked = moranGlobal([1, 2, 3, 77], line, { missing: [0, 0, 0, 1] });
    expect(masked).toEqual(moranGlobal([1, 2, 3], neighboursFromPairs(3, [0, 1], [1, 2])));
    expect(moranGlobal([0.1, 0.1, 0.1, 0.1], line).i).toBeNaN();
    expect(moranGlobal([1, 2], neighboursFromPairs(2, [], [])).i).toBeNaN();
    expect(moranGlobal([], neighboursFromPairs(0, [], [])).i).toBeNaN();
    expect(moranGlobal([1], neighboursFromPairs(1, [], [])).randomisation.pTwoSided).toBeNaN();
  });

  it('takes links that are not mutual', () => {
    const oneWay = neighboursFromLinks(3, [0, 1], [1, 2]);
    expect(moranGlobal([1, 2, 6], oneWay, { style: 'B' }).i).toBeCloseTo(((2 / 2) * (2 * 1 + -1 * 3)) / 14, 12);
  });

  it('permutes with a stream per permutation: chunks together equal one run, another seed does not', () => {
    const run = (first: number, end: number, seed = 7) => [...moranPermutations(smooth, grid, { seed, first, end })];
    expect([...run(0, 30), ...run(30, 100)]).toEqual(run(0, 100));
    expect(run(0, 5, 8)).not.toEqual(run(0, 5));
    const simulated = Float64Array.from(run(0, 999));
    const { randomisation, expectation, i } = moranGlobal(smooth, grid);
    const test = permutationTest(i, simulated);
    expect(Math.abs(test.mean - expectation)).toBeLessThan(4 * Math.sqrt(randomisation.variance / 999));
    expect(test.standardDeviation / Math.sqrt(randomisation.variance)).toBeCloseTo(1, 0);
    expect(test.pGreater).toBe(1 / 1000);
  });

  it('never gives a p of zero and counts ties', () => {
    expect(permutationTest(1, Float64Array.of(1, 0, 0)).pGreater).toBe(2 / 4);
    expect(permutationTest(2, Float64Array.of(1, 0, 0)).pGreater).toBe(1 / 4);
    expect(permutationTest(NaN, Float64Array.of(1, 0)).pTwoSided).toBeNaN();
  });
});

describe('local Moran', () => {
  it('adds up to the global statistic', () => {
    const local = moranLocal(smooth, grid).i.reduce((sum, v) => sum + v, 0) / smooth.length;
    expect(local).toBeCloseTo(moranGlobal(smooth, grid).i, 12);
  });

  it('hand-worked: area 0 of 1, 2, 3, 4 in a row', () => {
    const { i, quadrant, conditional } = moranLocal([1, 2, 3, 4], line);
    expect(i[0]).toBeCloseTo((-1.5 * -0.5) / 1.25, 14);
    expect([...quadrant]).toEqual(['Low-Low', 'Low-Low', 'High-High', 'High-High']);
    // One neighbour out of −.5, .5, 1.5: mean .5, variance 2/3.
    expect(conditional.expectation[0]).toBeCloseTo((-1.5 * 0.5) / 1.25, 14);
    expect(conditional.variance[0]).toBeCloseTo((1.5 / 1.25) ** 2 * (2 / 3), 14);
  });

  it('does not test islands and missing areas', () => {
    const island = neighboursFromPairs(4, [0, 1], [1, 2]);
    expect(moranLocal([1, 2, 4, 9], island).i[3]).toBeNaN();
    expect(moranLocal([1, 2, 4, 9], island).quadrant[3]).toBeNull();
    const masked = moranLocal([1, 2, 3, 77], line, { missing: [0, 0, 0, 1] });
    const three = moranLocal([1, 2, 3], neighboursFromPairs(3, [0, 1], [1, 2]));
    expect([...masked.i]).toEqual([...three.i, NaN]);
    expect([...moranLocalPermutations([2, 2, 2, 2], line, { seed: 1, permutations: 9 }).pTwoSided]).toEqual([
      NaN,
      NaN,
      NaN,
      NaN,
    ]);
    expect([...moranLocal([], neighboursFromPairs(0, [], [])).i]).toEqual([]);
  });

  it('draws the conditional null: mean and variance of 9,999 permutations within their chance error', () => {
    const { conditional } = moranLocal(smooth, grid);
    const drawn = moranLocalPermutations(smooth, grid, { seed: 3, permutations: 9999 });
    const errors = Array.from(
      drawn.mean,
      (m, k) => (m - conditional.expectation[k]!) / Math.sqrt(conditional.variance[k]! / 9999),
    );
    const ratios = Array.from(drawn.variance, (v, k) => v / conditional.variance[k]!);
    expect(Math.max(...errors.map(Math.abs))).toBeLessThan(4.5);
    expect([Math.min(...ratios) > 0.93, Math.max(...ratios) < 1.07]).toEqual([true, true]);
  });

  it('draws every other area alike, also where an area is drawn itself: exact p of a row of four', () => {
    // Area 0 has one neighbour out of three others; it sees the smallest of them, so 1/3 of the draws are at least so low.
    const { countLess, countGreater } = moranLocalPermutations([4, 1, 2, 3], line, {
      seed: 5,
      permutations: 30_000,
      style: 'B',
    });
    expect(Math.abs(countLess[0]! / 30_000 - 1 / 3)).toBeLessThan(4 * Math.sqrt(2 / 9 / 30_000));
    expect(countGreater[0]).toBe(30_000);
  });

  it('gives the same in one run as in chunks of blocks, and another result for another seed', () => {
    const options = { seed: 11, permutations: 99 };
    const whole = moranLocalPermutations(smooth, grid, options);
    const parts = [
      moranLocalPermutations(smooth, grid, { ...options, endBlock: 3 }),
      moranLocalPermutations(smooth, grid, { ...options, firstBlock: 3 }),
    ];
    const border = 3 * AREAS_PER_STREAM;
    expect([...parts[0]!.mean.subarray(0, border), ...parts[1]!.mean.subarray(border)]).toEqual([...whole.mean]);
    expect(parts[0]!.mean[border]).toBeNaN();
    expect([...moranLocalPermutations(smooth, grid, { ...options, seed: 12 }).mean]).not.toEqual([...whole.mean]);
  });
});
