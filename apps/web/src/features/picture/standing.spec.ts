import { describe, expect, it } from '@jest/globals';
import type { AreaFigure } from './area-figure.js';
import { compareRates, standingOf } from './standing.js';

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
});

describe('where an area stands', () => {
  const figures = [figure('a', 10), figure('b', 20), figure('c', 10), figure('d', null)];
  it('ranks from the highest, ties together, withheld not at all', () => {
    expect(standingOf(figures[1]!, figures)).toEqual({ rank: 1, total: 3 });
    expect(standingOf(figures[0]!, figures)).toEqual({ rank: 2, total: 3 });
    expect(standingOf(figures[3]!, figures)).toBeUndefined();
  });

  it('uses counts where a population is unknown', () => {
    const mixed = [figure('a', 10, 1), figure('b', 5, null)];
    expect(standingOf(mixed[1]!, mixed)).toEqual({ rank: 2, total: 2 });
  });

  it('does not rank one area against itself', () => expect(standingOf(figures[0]!, [figures[0]!])).toBeUndefined());
});

describe('two rates', () => {
  it.each([
    [12, 10, 'higher'],
    [10.5, 10, 'equal'],
    [8, 10, 'lower'],
    [0, 0, 'equal'],
    [1, 0, 'higher'],
  ])('%d against %d is %s', (own, other, expected) => expect(compareRates(own, other)).toBe(expected));
});
