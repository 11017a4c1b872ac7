import { describe, expect, it } from '@jest/globals';
import { chooseSeriesGrain, mayShowGrain } from './series-grain.js';

const cells = (answered: number, withheld: number, gaps = 0) => [
  ...Array.from({ length: answered }, () => ({ state: 'shown' as const })),
  ...Array.from({ length: withheld }, () => ({ state: 'withheld' as const })),
  ...Array.from({ length: gaps }, () => ({ state: 'not_delivered' as const })),
];

describe('the grain of a series', () => {
  it.each([
    ['month', { month: cells(48, 12), quarter: cells(20, 0), year: cells(5, 0) }],
    ['quarter', { month: cells(47, 13), quarter: cells(16, 4), year: cells(5, 0) }],
    ['year', { month: cells(0, 60), quarter: cells(1, 19), year: cells(4, 1) }],
    ['all', { month: cells(0, 60), quarter: cells(0, 20), year: cells(1, 4) }],
    ['month', { month: cells(8, 2, 50), quarter: cells(0, 20), year: cells(0, 5) }],
    ['all', { month: cells(0, 0, 60), quarter: cells(0, 0, 20), year: cells(0, 0, 5) }],
  ] as const)('is %s', (grain, previousYear) => {
    expect(chooseSeriesGrain('public', previousYear)).toBe(grain);
  });

  it('is finer for the lab than for everybody, where half of the cells have an answer', () => {
    const year = { month: cells(30, 30), quarter: cells(20, 0), year: cells(5, 0) };
    expect(chooseSeriesGrain('lab', year)).toBe('month');
    expect(chooseSeriesGrain('lab', { ...year, month: cells(29, 31) })).toBe('quarter');
    expect(chooseSeriesGrain('public', year)).toBe('quarter');
  });

  it('counts "none or few" as no answer', () => {
    const few = Array.from({ length: 60 }, () => ({ state: 'none_or_few' as const }));
    expect(chooseSeriesGrain('public', { month: few, quarter: cells(20, 0), year: cells(5, 0) })).toBe('quarter');
  });

  it('allows itself and everything coarser', () => {
    expect((['month', 'quarter', 'year', 'all'] as const).map((grain) => mayShowGrain(grain, 'quarter'))).toEqual([
      false,
      true,
      true,
      true,
    ]);
  });
});
