import { describe, expect, it } from '@jest/globals';
import { captureCells, listPairs, observed, onAll, withMissedLinks } from './capture-cells.js';
import {
  fitLoglinearModel,
  fitLoglinearModels,
  hierarchicalModels,
  modelRange,
  singlePairModels,
} from './loglinear-capture.js';
import { estimateFromSingleList } from './single-list.js';
import { estimateFromTwoLists } from './two-lists.js';

const cells = (lists: string[], counts: Record<number, number>) =>
  captureCells(
    lists,
    Object.entries(counts).map(([pattern, count]) => ({ pattern: Number(pattern), count })),
  );

describe('captureCells', () => {
  const three = cells(['a', 'b', 'c'], { 1: 10, 2: 20, 3: 5, 4: 7, 7: 2 });

  it('counts persons on lists and on several at once', () => {
    expect(observed(three)).toBe(44);
    expect(onAll(three, [0])).toBe(17);
    expect(onAll(three, [0, 1])).toBe(7);
    expect(listPairs(three)).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
    ]);
  });

  it('refuses one list, seven, two of one name, and what is no number of persons', () => {
    expect(() => cells(['a'], {})).toThrow(RangeError);
    expect(() => cells(['a', 'b', 'c', 'd', 'e', 'f', 'g'], {})).toThrow(RangeError);
    expect(() => cells(['a', 'a'], {})).toThrow(RangeError);
    expect(() => cells(['a', 'b'], { 1: -1 })).toThrow(RangeError);
  });

  it('makes the links that were missed: list sizes stay, the overlap grows', () => {
    const two = cells(['a', 'b'], { 1: 100, 2: 60, 3: 19 });
    const corrected = withMissedLinks(two, 0.05);
    expect(onAll(corrected, [0, 1])).toBeCloseTo(20, 12); // 19 / 0.95
    expect(onAll(corrected, [0])).toBeCloseTo(119, 12);
    expect(onAll(corrected, [1])).toBeCloseTo(79, 12);
    expect(withMissedLinks(two, 0)).toEqual(two);
    expect(() => withMissedLinks(two, 1)).toThrow(RangeError);
  });
});

describe('estimateFromTwoLists', () => {
  it('is worked by hand', () => {
    const e = estimateFromTwoLists(cells(['a', 'b'], { 1: 20, 2: 40, 3: 10 }), 0, 1);
    expect(e).toMatchObject({ n1: 30, n2: 50, both: 10, distinct: 70, lincolnPetersen: 150, zeroOverlap: false });
    expect(e.chapman).toBeCloseTo((31 * 51) / 11 - 1, 12);
    expect(e.variance).toBeCloseTo((31 * 51 * 20 * 40) / (121 * 12), 10);
    expect(e.lognormal95[0]).toBeGreaterThan(70);
  });

  it('flags lists without overlap, and empty ones', () => {
    expect(estimateFromTwoLists(cells(['a', 'b'], { 1: 20, 2: 40 }), 0, 1)).toMatchObject({
      zeroOverlap: true,
      lincolnPetersen: undefined,
    });
    expect(estimateFromTwoLists(cells(['a', 'b'], {}), 0, 1).chapman).toBe(0);
  });
});

describe('log-linear models', () => {
  it('are as many as known: 8 for three lists, 113 for four, 6,893 for five', () => {
    expect([3, 4, 5].map((lists) => hierarchicalModels(lists).length)).toEqual([8, 113, 6893]);
    expect(singlePairModels(4)).toHaveLength(7);
  });

  it('recover a population whose lists are independent', () => {
    // 1,000 persons, each on a, b, c with chance 0.5, 0.4, 0.2: the cells are the expected counts
    const chance = [0.5, 0.4, 0.2];
    const expectedCount = (pattern: number) =>
      chance.reduce((product, p, i) => product * (pattern & (1 << i) ? p : 1 - p), 1000);
    const all = cells(['a', 'b', 'c'], Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((k) => [k, expectedCount(k)])));
    const model = fitLoglinearModel(all, []);
    expect(model.total).toBeCloseTo(1000, 6);
    expect(model.deviance).toBeCloseTo(0, 8);
    expect(model.terms).toEqual(['a', 'b', 'c']);
    expect(model.estimable).toBe(true);
  });

  it('call a dependence between lists without overlap not estimable, and leave it out of the range', () => {
    const apart = cells(['a', 'b', 'c'], { 1: 50, 2: 60, 4: 40, 5: 9, 6: 12 });
    const models = fitLoglinearModels(apart, hierarchicalModels(3));
    const withPair = models.filter((model) => model.terms.includes('a:b'));
    expect(withPair.every((model) => !model.estimable)).toBe(true);
    expect(models.map((model) => model.aic)).toEqual(models.map((model) => model.aic).toSorted((a, b) => a - b));
    const range = modelRange(models)!;
    expect(range.lowest).toBeLessThanOrEqual(range.best.total);
    expect(range.highest).toBeGreaterThanOrEqual(range.best.total);
    expect(modelRange(withPair)).toBeUndefined();
  });
});

describe('estimateFromSingleList', () => {
  it('is worked by hand for 40, 20 and 5 persons', () => {
    const e = estimateFromSingleList([40, 20, 5]);
    expect(e).toMatchObject({ observed: 65, captures: 95, once: 40, twice: 20 });
    expect(e.chao).toMatchObject({ total: 105, hidden: 40, variance: 20 * (2 + 8 + 4) });
    expect(e.chaoBiasCorrected).toBeCloseTo(65 + (40 * 39) / 42, 12);
    expect(e.zelterman.total).toBeCloseTo(65 / (1 - Math.exp(-1)), 12);
    const { lambda } = e.truncatedPoisson;
    expect(lambda / (1 - Math.exp(-lambda))).toBeCloseTo(95 / 65, 12);
  });

  it('has no bound when nobody was caught twice, except the corrected one', () => {
    const once = estimateFromSingleList([10]);
    expect(once.chao.total).toBe(Infinity);
    expect(once.chaoBiasCorrected).toBe(55);
    expect(once.truncatedPoisson.lambda).toBe(0);
    expect(estimateFromSingleList([]).observed).toBe(0);
    expect(() => estimateFromSingleList([-1])).toThrow(RangeError);
  });
});
