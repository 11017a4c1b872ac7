import { describe, expect, it } from '@jest/globals';
import type { NearCell } from '@datalab/data';
import { nearestAnswers, widerPeriods } from './nearest.js';

const cell = (areaCode: string, level: string, period: string, reports: number, category = 'noise'): NearCell => ({
  areaCode,
  level,
  period,
  category,
  reports,
  tier: 'lab',
  state: 'shown',
  ratePerThousand: null,
  smoothedRate: null,
  z: null,
  hotspot: null,
});
const lineages = new Map([
  ['B1', ['B1', 'W1', 'G']],
  ['B2', ['B2', 'W1', 'G']],
]);

describe('widerPeriods', () => {
  it('goes from the month by its quarter and year to all', () => {
    expect(widerPeriods('2024-05')).toEqual(['2024-Q2', '2024', 'all']);
    expect(widerPeriods('2024-Q2')).toEqual(['2024', 'all']);
    expect(widerPeriods('2024')).toEqual(['all']);
    expect(widerPeriods('all')).toEqual([]);
  });
});

describe('nearestAnswers', () => {
  const periods = ['2024-05', '2024-Q2', '2024', 'all'];
  const categories = ['noise', 'all'];

  it('rather takes the area itself over a longer time than the area above it', () => {
    const shown = [cell('W1', 'wijk', '2024-05', 9), cell('B1', 'buurt', 'all', 30), cell('B1', 'buurt', '2024', 12)];
    expect(nearestAnswers(['B1'], periods, categories, lineages, shown, () => null).get('B1')).toEqual({
      level: 'buurt',
      areaCode: 'B1',
      period: '2024',
      category: 'noise',
      reports: 12,
      ratePerThousand: null,
      compared: null,
    });
  });

  it('goes up by one level, and from the asked period on, where the area itself shows nothing', () => {
    const shown = [
      cell('G', 'gemeente', '2024-05', 90),
      cell('W1', 'wijk', '2024', 20),
      cell('W1', 'wijk', '2024-05', 9),
    ];
    expect(nearestAnswers(['B2'], periods, categories, lineages, shown, () => null).get('B2')).toMatchObject({
      areaCode: 'W1',
      reports: 9,
    });
  });

  it('is about all categories together only where the asked one gives nothing anywhere', () => {
    const all = cell('B1', 'buurt', '2024-05', 40, 'all');
    const near = (...shown: NearCell[]) =>
      nearestAnswers(['B1'], periods, categories, lineages, shown, () => null).get('B1');
    expect(near(all)).toMatchObject({ category: 'all', areaCode: 'B1', reports: 40 });
    expect(near(all, cell('G', 'gemeente', 'all', 90))).toMatchObject({ category: 'noise', areaCode: 'G' });
  });

  it('leaves out what has no answer: nothing shown, or an area that is not known', () => {
    expect(nearestAnswers(['B1', 'B9'], periods, categories, lineages, [], () => null).size).toBe(0);
    expect(nearestAnswers([], periods, categories, lineages, [cell('B1', 'buurt', '2024', 12)], () => null).size).toBe(
      0,
    );
  });
});
