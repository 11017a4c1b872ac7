import { describe, expect, it } from '@jest/globals';
import { areaUnderHitRate, predictionAccuracy } from './prediction-accuracy.js';

const cells = { ids: ['d', 'b', 'a', 'c'], training: [5, 9, 5, 1], test: [2, 4, 1, 3], area: [1, 1, 1, 1] };

describe('predictionAccuracy', () => {
  it('hand-worked: the top half of four cells, a tie at the edge decided by id', () => {
    expect(predictionAccuracy(cells, 0.5)).toEqual({
      share: 0.5,
      cells: 2,
      areaShare: 0.5,
      hits: 5,
      hitRate: 0.5,
      pai: 1,
      paiMax: 1.4,
      pei: 5 / 7,
      rri: 0.5 / (14 / 20),
      chosen: ['b', 'a'],
      tiedAtCutoff: 2,
    });
  });

  it('takes at least one cell, and counts a share of 0.29 of a hundred cells as 29', () => {
    expect(predictionAccuracy(cells, 0.01).chosen).toEqual(['b']);
    const many = Array.from({ length: 100 }, (_, k) => k);
    const hundred = { ids: many.map(String), training: many, test: many, area: many.map(() => 1) };
    expect(predictionAccuracy(hundred, 0.29).cells).toBe(29);
    expect(predictionAccuracy(hundred, 0.29).pei).toBe(1);
  });

  it('uses the area of the cells, not their number', () => {
    expect(predictionAccuracy({ ...cells, area: [1, 7, 1, 1] }, 0.25).pai).toBeCloseTo(0.4 / 0.7, 12);
  });

  it('is not defined without events, and refuses no cells and shares outside (0, 1]', () => {
    const quiet = { ...cells, test: [0, 0, 0, 0] };
    expect([predictionAccuracy(quiet, 0.5).pai, predictionAccuracy(quiet, 0.5).pei]).toEqual([NaN, NaN]);
    expect(() => predictionAccuracy(cells, 0)).toThrow(RangeError);
    expect(() => predictionAccuracy({ ids: [], training: [], test: [], area: [] }, 0.5)).toThrow(RangeError);
    expect(() => predictionAccuracy({ ...cells, area: [1] }, 0.5)).toThrow(RangeError);
  });
});

describe('areaUnderHitRate', () => {
  it('is one half when events are everywhere alike, and hand-worked for the four cells', () => {
    expect(areaUnderHitRate({ ...cells, test: [3, 3, 3, 3] })).toBeCloseTo(0.5, 14);
    // Order b a d c: hit rates 0 .4 .5 .7 1, each a quarter of the area wide.
    expect(areaUnderHitRate(cells)).toBeCloseTo((0.4 / 2 + 0.45 + 0.6 + 0.85) / 4, 14);
  });
});
