import { describe, expect, it } from '@jest/globals';
import { captureCells } from './capture-cells.js';
import { hiddenPopulation } from './hidden-population.js';

const cellsOf = (lists: readonly string[], counts: readonly number[]) =>
  captureCells(
    lists,
    counts.map((count, i) => ({ pattern: i + 1, count })),
  );

describe('hiddenPopulation', () => {
  it('is Chapman for two lists, by hand: 31 × 21 / 11 − 1', () => {
    const found = hiddenPopulation(cellsOf(['a', 'b'], [20, 10, 10]), [1, 0.7]);
    if (found.refused) throw new Error(found.refused);
    expect(found.observed).toBe(40);
    expect(found.estimate.total).toBeCloseTo((31 * 21) / 11 - 1, 12);
    expect(found.estimate.low).toBeGreaterThan(40);
    // More links found means fewer persons: 5 % missed lowers more than 1 %.
    const [one, five] = found.ifMissed.map(({ estimate }) => estimate!.total);
    expect(one).toBeLessThan(found.estimate.total);
    expect(five).toBeLessThan(one!);
  });

  it('holds the truth within its range for three independent lists', () => {
    // 1,000 persons, each list sees half, independently: 125 in every cell, so 125 hidden.
    const found = hiddenPopulation(cellsOf(['a', 'b', 'c'], Array<number>(7).fill(125)), [1, 1, 1]);
    if (found.refused) throw new Error(found.refused);
    expect(found.estimate.total).toBeCloseTo(1000, 6);
    expect(found.estimate.dependences).toEqual([]);
    expect(found.estimate.lowestModel).toBeLessThanOrEqual(1000 + 1e-6);
    expect(found.estimate.highestModel).toBeGreaterThanOrEqual(1000 - 1e-6);
    expect(found.estimate.models).toBeGreaterThan(1);
  });

  it('refuses under 70 % key coverage, by name, and where nothing overlaps', () => {
    const cells = cellsOf(['a', 'b'], [20, 10, 10]);
    expect(hiddenPopulation(cells, [0.69, NaN])).toEqual({ refused: 'key_coverage', lists: ['a', 'b'] });
    expect(hiddenPopulation(cellsOf(['a', 'b'], [20, 10, 0]), [1, 1])).toEqual({ refused: 'no_overlap' });
    expect(() => hiddenPopulation(cells, [1])).toThrow(RangeError);
  });

  it('says that nobody is hidden when both lists are the same', () => {
    const found = hiddenPopulation(cellsOf(['a', 'b'], [0, 0, 12]), [1, 1]);
    expect(found).toMatchObject({ observed: 12, estimate: { total: 12, low: 12, high: 12 } });
  });
});
