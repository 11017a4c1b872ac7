import { describe, expect, it } from '@jest/globals';
import type { AreaFigure } from './area-figure.js';
import { rankOf } from './rank.js';

const figure = (code: string, reports: number | null, rate: number | null = reports): AreaFigure => ({
  code,
  name: code,
  parentName: undefined,
  parentCode: undefined,
  population: 1000,
  look: reports === null ? 'withheld' : 'shown',
  reports,
  rate,
  z: null,
  hotspot: undefined,
  reason: undefined,
  nearest: null,
  smoothed: null,
  compared: null,
});

describe('where an area stands', () => {
  const figures = [figure('a', 10), figure('b', 20), figure('c', 10), figure('d', null)];
  it('ranks from the highest, ties together, withheld not at all', () => {
    expect(rankOf(figures[1]!, figures)).toEqual({ rank: 1, total: 3 });
    expect(rankOf(figures[0]!, figures)).toEqual({ rank: 2, total: 3 });
    expect(rankOf(figures[3]!, figures)).toBeUndefined();
  });

  it('uses counts where a population is unknown', () => {
    const mixed = [figure('a', 10, 1), figure('b', 5, null)];
    expect(rankOf(mixed[1]!, mixed)).toEqual({ rank: 2, total: 2 });
  });

  it('does not rank one area against itself', () => expect(rankOf(figures[0]!, [figures[0]!])).toBeUndefined());
});
