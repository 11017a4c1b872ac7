import { describe, expect, it } from '@jest/globals';
import type { ReleaseTable } from '@datalab/domain';
import fc from 'fast-check';
import { checkOf, decisionsOf } from './decisions.js';
import { TABLE_COLUMNS } from './table-document.js';

const FLOOR = 10;
const tableOf = (shown: readonly number[]): ReleaseTable => ({
  key: 'table',
  title: 'Meldingen',
  columns: TABLE_COLUMNS,
  rows: [
    ...shown.map((reports, i) => [`W${i}`, `wijk ${i}`, '2024', 'shown', reports, null]),
    ['B1', 'buurt', '2024', 'withheld', null, null],
    ['B2', 'buurt', '2024', 'withheld', null, null],
  ],
});

describe('what checkers are told of the rules', () => {
  it('is the same for all exact numbers that could stand behind what is given', () => {
    const cell = fc.record({ exact: fc.integer({ min: FLOOR, max: 120 }), noise: fc.integer({ min: -5, max: 5 }) });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const shown = cells.map(({ exact, noise }) => Math.max(FLOOR, exact + noise));
        const told = (exactOf: (i: number) => number) => {
          const exact = shown.map((_, i) => ({ areaCode: `W${i}`, period: '2024', reports: exactOf(i) }));
          return checkOf(decisionsOf(tableOf(shown), exact, FLOOR), [], tableOf(shown));
        };
        expect(told((i) => cells[i]!.exact)).toEqual(told((i) => shown[i]!));
      }),
    );
  });

  it('tells apart what is near the floor, clear of it and far from it, and names the rule of what is withheld', () => {
    const exact = [
      { areaCode: 'B1', period: '2024', reports: 4 },
      { areaCode: 'B2', period: '2024', reports: 14 },
    ];
    const { cells } = checkOf(decisionsOf(tableOf([15, 25, 80]), exact, FLOOR), [], tableOf([15, 25, 80]));
    expect(cells.map(({ rule, margin }) => margin ?? rule)).toEqual([
      'near',
      'clear',
      'far',
      'too_few_reports',
      'households_or_dominance',
    ]);
    const without = decisionsOf(tableOf([15]), exact, FLOOR, [{ areaCode: 'B2', period: '2024' }]);
    expect(without.get('B2 2024')?.rule).toBe('left_out');
  });
});
