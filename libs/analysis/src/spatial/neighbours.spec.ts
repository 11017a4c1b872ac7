import { describe, expect, it } from '@jest/globals';
import { distanceBandNeighbours } from './distance-band.js';
import { gridNeighbours } from './grid-neighbours.js';
import { areaCount, neighboursFromLinks, neighboursFromPairs, type Neighbours } from './neighbours.js';

const rowsOf = ({ offsets, neighbours }: Neighbours): number[][] =>
  Array.from({ length: offsets.length - 1 }, (_, i) => [...neighbours.subarray(offsets[i], offsets[i + 1])]);

describe('neighbours from links and pairs', () => {
  it('sorts rows, drops duplicates and loops, and keeps a one-way link one-way', () => {
    expect(rowsOf(neighboursFromLinks(4, [2, 0, 0, 0, 1], [1, 3, 1, 3, 1]))).toEqual([[1, 3], [], [1], []]);
  });
  it('mirrors pairs', () => {
    expect(rowsOf(neighboursFromPairs(3, [2, 0], [0, 2]))).toEqual([[2], [], [0]]);
  });
  it('handles no areas and refuses unknown ones', () => {
    expect(areaCount(neighboursFromLinks(0, [], []))).toBe(0);
    expect(() => neighboursFromLinks(2, [0], [2])).toThrow(RangeError);
  });
});

describe('grid neighbours', () => {
  it('joins the eight cells around and skips gaps, dense and sparse alike', () => {
    const column = [0, 1, 0, 1, 3, -1];
    const row = [0, 0, 1, 1, 0, -1];
    const expected = [[1, 2, 3, 5], [0, 2, 3], [0, 1, 3], [0, 1, 2], [], [0]];
    expect(rowsOf(gridNeighbours(column, row))).toEqual(expected);
    expect(rowsOf(gridNeighbours([...column, 1e6], [...row, 1e6]))).toEqual([...expected, []]);
  });
  it('gives a 200 × 200 grid its 317,604 queen links', () => {
    const column = Int32Array.from({ length: 40_000 }, (_, k) => k % 200);
    const row = Int32Array.from({ length: 40_000 }, (_, k) => Math.floor(k / 200));
    expect(gridNeighbours(column, row).neighbours.length).toBe(317_604);
  });
  it('handles none and refuses a cell twice or a broken number', () => {
    expect(areaCount(gridNeighbours([], []))).toBe(0);
    expect(() => gridNeighbours([1, 1], [2, 2])).toThrow(RangeError);
    expect(() => gridNeighbours([0.5], [2])).toThrow(RangeError);
  });
});

describe('distance band', () => {
  it('includes the bound, joins coinciding points and leaves missing points alone', () => {
    const points = { x: [0, 3, 0, NaN, 100], y: [0, 4, 0, 0, 100] };
    expect(rowsOf(distanceBandNeighbours(points, 5))).toEqual([[1, 2], [0, 2], [0, 1], [], []]);
    expect(rowsOf(distanceBandNeighbours(points, 4.999))).toEqual([[2], [], [0], [], []]);
  });
  it('equals the direct comparison of all pairs', () => {
    const x = Float64Array.from({ length: 300 }, (_, k) => ((k * 7919) % 1000) - 500);
    const y = Float64Array.from({ length: 300 }, (_, k) => ((k * 104_729) % 997) - 500);
    const direct = Array.from(x, (px, i) =>
      Array.from(x.keys()).filter((j) => j !== i && Math.hypot(px - x[j]!, y[i]! - y[j]!) <= 80),
    );
    expect(rowsOf(distanceBandNeighbours({ x, y }, 80))).toEqual(direct);
  });
  it('refuses a distance that is not positive', () => {
    expect(() => distanceBandNeighbours({ x: [0], y: [0] }, 0)).toThrow(RangeError);
  });
});
