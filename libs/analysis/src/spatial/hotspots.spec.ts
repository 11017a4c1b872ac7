import { describe, expect, it } from '@jest/globals';
import { gridNeighbours } from './grid-neighbours.js';
import { hotspots } from './hotspots.js';
import { neighboursFromPairs } from './neighbours.js';

/** A 12 × 12 grid of ones and twos in turn, with a planted block of nine high cells and one of nine zeros. */
const side = 12;
const column = Array.from({ length: side * side }, (_, k) => k % side);
const row = Array.from({ length: side * side }, (_, k) => Math.floor(k / side));
const inBlock = (k: number, at: number): boolean => Math.abs(column[k]! - at) <= 1 && Math.abs(row[k]! - at) <= 1;
const values = column.map((c, k) => (inBlock(k, 2) ? 30 : inBlock(k, 9) ? 0 : 14 + ((c + row[k]!) % 2)));
const none = new Uint8Array(values.length);
const neighbours = gridNeighbours(column, row);

describe('hotspots', () => {
  it('finds the planted high block as hot and the planted low block as cold, and says how many tests that were', () => {
    const { klass, q, tests } = hotspots(values, none, neighbours, { level: 0.05 });
    expect([klass[2 * side + 2], klass[9 * side + 9], klass[2 * side + 9]]).toEqual(['hot', 'cold', 'none']);
    expect(klass.every((k, i) => (k === 'none') === q[i]! >= 0.05)).toBe(true);
    expect(tests).toBe(144);
  });

  it('calls a missing area missing, and does not test it', () => {
    const missing = none.slice();
    missing[2 * side + 2] = 1;
    const { klass, z, p, q, tests } = hotspots(values, missing, neighbours, { level: 0.05 });
    expect(klass[2 * side + 2]).toBe('missing');
    expect([z, p, q].every((column) => Number.isNaN(column[2 * side + 2]))).toBe(true);
    expect(tests).toBe(143);
    expect(klass[2 * side + 1]).toBe('hot');
  });

  it('finds nothing where nothing varies, and handles no areas and one area', () => {
    expect(new Set(hotspots(none, none, neighbours, { level: 0.05 }).klass)).toEqual(new Set(['none']));
    expect(hotspots([], [], neighboursFromPairs(0, [], []), { level: 0.05 }).klass).toEqual([]);
    expect(hotspots([5], [0], neighboursFromPairs(1, [], []), { level: 0.05 }).klass).toEqual(['none']);
  });

  it('refuses a level outside (0, 1) and a mask of another length', () => {
    expect(() => hotspots(values, none, neighbours, { level: 0 })).toThrow(RangeError);
    expect(() => hotspots(values, [0], neighbours, { level: 0.05 })).toThrow(RangeError);
  });
});
