import { describe, expect, it } from '@jest/globals';
import { chooseGroups } from './choose-groups.js';
import { principalComponents, symmetricEigen } from './principal-components.js';
import { standardise } from './standardise.js';

/** Correlations of R's USArrests: Murder, Assault, UrbanPop, Rape (McNeil 1977). */
const arrests = [
  [1, 0.8018733117249404, 0.06957262173599343, 0.5635788329577193],
  [0.8018733117249404, 1, 0.2588717019529994, 0.6652412297004081],
  [0.06957262173599343, 0.2588717019529994, 1, 0.4113412356240993],
  [0.5635788329577193, 0.6652412297004081, 0.4113412356240993, 1],
].map((row) => Float64Array.from(row));

describe('symmetricEigen', () => {
  it('gives what R 4 gives for the arrests (prcomp, scaled)', () => {
    const { eigenvalues, vectors } = symmetricEigen(arrests);
    const sdev = [1.57487827439123, 0.994869414817764, 0.597129115502527, 0.41644938195396];
    eigenvalues.forEach((value, i) => expect(Math.sqrt(value)).toBeCloseTo(sdev[i]!, 12));
    const first = [0.535899474938155, 0.58318363490967, 0.278190874619433, 0.543432091445683];
    vectors[0]!.forEach((value, j) => expect(value).toBeCloseTo(first[j]!, 11));
    expect(vectors[1]![2]).toBeCloseTo(0.872806193060425, 11);
    expect(vectors[2]![3]).toBeCloseTo(0.817777907626166, 11);
  });
});

describe('principalComponents', () => {
  it('is worked by hand for two indicators: variances 1 ± r, loadings 1/√2', () => {
    // x = 1 2 3 4, y = 1 3 2 4: r = 0.8
    const { standardDeviations, shares, loadings, scores } = principalComponents(
      standardise([
        [1, 2, 3, 4],
        [1, 3, 2, 4],
      ]),
      { share: 0.9 },
    );
    expect(standardDeviations[0]! ** 2).toBeCloseTo(1.8, 12);
    expect(standardDeviations[1]! ** 2).toBeCloseTo(0.2, 12);
    expect(shares[0]).toBeCloseTo(0.9, 12);
    loadings[0]!.forEach((value) => expect(value).toBeCloseTo(Math.SQRT1_2, 12));
    expect([scores.columns, scores.rows]).toEqual([1, 4]);
    const variance = scores.values.reduce((sum, x) => sum + x * x, 0) / 3;
    expect(variance).toBeCloseTo(1.8, 12);
  });

  it('gives an indicator that does not vary no part, and refuses impossible numbers', () => {
    const points = standardise([
      [1, 2, 4],
      [7, 7, 7],
    ]);
    const { loadings, standardDeviations } = principalComponents(points, { components: 2 });
    expect([loadings[0]![1], standardDeviations[1]]).toEqual([0, 0]);
    expect(() => principalComponents(points, { components: 3 })).toThrow(RangeError);
    expect(() => principalComponents(points, { share: 0 })).toThrow(RangeError);
    expect(() => principalComponents(standardise([]), { components: 1 })).toThrow(RangeError);
  });
});

describe('chooseGroups', () => {
  it('finds the three groups that are there', () => {
    const points = standardise([[0, 1, 2, 20, 21, 22, 50, 51, 52]]);
    const { best, tried } = chooseGroups(points, { most: 5, seed: 1, starts: 10 });
    expect([...best.labels]).toEqual([0, 0, 0, 1, 1, 1, 2, 2, 2]);
    expect(tried.map(({ k }) => k)).toEqual([2, 3, 4, 5]);
    expect(tried[1]!.silhouette).toBeGreaterThan(0.9);
    expect(() => chooseGroups(points, { most: 10, seed: 1 })).toThrow(RangeError);
  });
});
