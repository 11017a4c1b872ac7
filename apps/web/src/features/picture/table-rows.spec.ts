import { describe, expect, it } from '@jest/globals';
import type { AreaFigure } from './area-figure.js';
import { pageOf, searchFigures, sortFigures } from './table-rows.js';

const figure = (name: string, reports: number | null, over: Partial<AreaFigure> = {}): AreaFigure => ({
  code: `BU-${name}`,
  name,
  parentName: 'Noord',
  parentCode: 'w',
  population: 1,
  look: 'shown',
  reports,
  rate: reports,
  z: null,
  hotspot: undefined,
  reason: undefined,
  nearest: null,
  smoothed: null,
  compared: null,
  ...over,
});
const figures = [figure('Café', 3), figure('Aker', null), figure('Berg', 9, { hotspot: 'hot' }), figure('Duin', 3)];
const names = (rows: readonly AreaFigure[]) => rows.map(({ name }) => name);

describe('the table', () => {
  it('sorts both ways, ties by name, without a figure last', () => {
    expect(names(sortFigures(figures, { column: 'reports', direction: 'down' }))).toEqual([
      'Berg',
      'Café',
      'Duin',
      'Aker',
    ]);
    expect(names(sortFigures(figures, { column: 'reports', direction: 'up' }))).toEqual([
      'Café',
      'Duin',
      'Berg',
      'Aker',
    ]);
  });

  it('puts hotspots on top when asked', () => {
    expect(names(sortFigures(figures, { column: 'hotspot', direction: 'down' }))[0]).toBe('Berg');
  });

  it('finds names whatever their accents, and codes', () => {
    expect(names(searchFigures(figures, 'cafe'))).toEqual(['Café']);
    expect(names(searchFigures(figures, 'bu-du'))).toEqual(['Duin']);
    expect(searchFigures(figures, ' ')).toHaveLength(4);
    expect(searchFigures(figures, 'xyz')).toEqual([]);
  });

  it('pages, also past the end and over nothing', () => {
    expect(pageOf([1, 2, 3], 2, 2)).toEqual({ rows: [3], page: 2, pages: 2 });
    expect(pageOf([1, 2, 3], 9, 2).page).toBe(2);
    expect(pageOf([], 1)).toEqual({ rows: [], page: 1, pages: 1 });
  });
});
