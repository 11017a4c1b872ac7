import { describe, expect, it } from '@jest/globals';
import { daysBetween, deadlineStanding } from './deadline.js';

describe('deadlineStanding', () => {
  it.each([
    ['2026-03-01', 'overdue'],
    // On the day itself there is still time.
    ['2026-03-02', 'soon'],
    ['2026-03-09', 'soon'],
    ['2026-03-10', 'later'],
  ])('of %s on 2 March is %s', (dueOn, standing) => expect(deadlineStanding(dueOn, '2026-03-02')).toBe(standing));

  it('counts days over the change of summer time and over a leap day', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
  });
});
