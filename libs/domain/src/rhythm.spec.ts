import { describe, expect, it } from '@jest/globals';
import { rhythmCellOf, rhythmGrainFor, rhythmGrainOf, rhythmPeriod, rhythmPeriods } from './rhythm.js';

/** Thursday at one in the afternoon, and Sunday at eleven at night. */
const THURSDAY_13 = 4 * 24 + 13;
const SUNDAY_23 = 7 * 24 + 23;

describe('the rhythm of the week', () => {
  it('names every hour and every block once, in order', () => {
    expect(rhythmPeriods('hour_of_week')).toHaveLength(168);
    expect([rhythmPeriods('hour_of_week')[0], rhythmPeriods('hour_of_week').at(-1)]).toEqual(['1-0', '7-23']);
    expect(rhythmPeriods('block_of_week')).toEqual(
      ['week', 'weekend'].flatMap((part) => [0, 1, 2, 3, 4, 5].map((block) => `${part}-${block}`)),
    );
    expect(rhythmPeriods('hour_of_week').every((name) => rhythmGrainOf(name) === 'hour_of_week')).toBe(true);
    expect(['2024', '2024-01', '2024-Q1', 'all', '8-1', '1-24'].map(rhythmGrainOf)).toEqual(Array(6).fill(undefined));
  });

  it('puts an hour in its cell', () => {
    const at = (hour: number, grain: 'hour_of_week' | 'block_of_week') =>
      rhythmPeriod(rhythmCellOf(hour, grain), grain);
    expect([at(THURSDAY_13, 'hour_of_week'), at(THURSDAY_13, 'block_of_week')]).toEqual(['4-13', 'week-3']);
    expect([at(SUNDAY_23, 'hour_of_week'), at(SUNDAY_23, 'block_of_week')]).toEqual(['7-23', 'weekend-5']);
  });

  it('is as fine as ten reports a cell allow, and never by the hour where an area is small', () => {
    expect([119, 120, 1_679, 1_680].map((reports) => rhythmGrainFor(reports, false))).toEqual([
      undefined,
      'block_of_week',
      'block_of_week',
      'hour_of_week',
    ]);
    expect(rhythmGrainFor(5_000, true)).toBe('block_of_week');
  });
});
