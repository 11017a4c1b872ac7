import { describe, expect, it } from '@jest/globals';
import { EVERY_SOURCE } from '@datalab/data';
import { GRID_LEVEL } from '@datalab/domain';
import type { BaseGroup } from '@datalab/snapshot';
import { assembleLines, axesOf, type PlacedSheet } from './assemble-lines.js';

const group = (areaCode: string, month: string, category: string, places: [number, string][]): BaseGroup => ({
  organisationId: 'org',
  areaCode,
  month,
  category,
  weekHour: null,
  gridCell: null,
  places: places.map(([snapshot, datasetId]) => ({ snapshot, datasetId })),
  reports: 3,
});
const GROUPS = [
  group('B1', '2024-01', 'noise', [[0, 'd']]),
  group('B2', '2024-02', 'youth', [
    [0, 'd'],
    [1, 'd'],
  ]),
  group('B2', '2024-04', 'noise', [[1, 'e']]),
];
const ground = {
  groups: GROUPS,
  lineages: new Map([
    ['B1', ['B1', 'W1']],
    ['B2', ['B2', 'W1']],
  ]),
  combined: new Set(['d', 'e']),
};
const sheet = (of: Partial<PlacedSheet>): PlacedSheet => ({
  id: 'm',
  snapshot: 0,
  tier: 'lab',
  datasetId: 'd',
  level: 'wijk',
  grain: 'quarter',
  period: '2024-Q1',
  category: 'all',
  areaCodes: ['W1'],
  lows: [5],
  highs: [null],
  ...of,
});

describe('the lines of the ledger as sums', () => {
  it('add up areas, periods and categories of their own snapshot', () => {
    const of = (change: Partial<PlacedSheet>) => assembleLines([sheet(change)], ground)[0]?.members;
    expect(of({})).toEqual([0, 1]);
    expect(of({ category: 'noise' })).toEqual([0]);
    expect(of({ snapshot: 1 })).toEqual([1]);
    expect(of({ snapshot: 1, datasetId: EVERY_SOURCE, period: '2024' })).toEqual([1, 2]);
    expect(of({ level: 'buurt', areaCodes: ['B2'], period: 'all' })).toEqual([1]);
  });

  it('add up a square of its own reports, whatever area they are of', () => {
    const groups = [...GROUPS, { ...GROUPS[0]!, gridCell: 'E1' }, { ...GROUPS[1]!, gridCell: 'E1' }];
    const at = { level: GRID_LEVEL, grain: 'year', period: '2024', areaCodes: ['E1'] };
    const of = (change: Partial<PlacedSheet>) =>
      assembleLines([sheet({ ...at, ...change })], { ...ground, groups })[0]?.members;
    expect(of({})).toEqual([3, 4]);
    expect(of({ category: 'youth' })).toEqual([4]);
    expect(axesOf([sheet(at)])).toEqual({ rhythm: false, grid: true });
    expect(axesOf([sheet({})])).toEqual({ rhythm: false, grid: false });
  });

  it('keep what is known, and leave out a cell of which nothing can be told apart any more', () => {
    const lines = assembleLines([sheet({ areaCodes: ['W1', 'W9'], lows: [5, 1], highs: [12, null] })], ground);
    expect(lines).toEqual([{ id: 'm W1', members: [0, 1], known: { low: 5, high: 12 }, tier: 'lab' }]);
  });
});
