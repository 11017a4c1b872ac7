import { describe, expect, it } from '@jest/globals';
import { lateness } from './lateness.js';

describe('lateness', () => {
  it('worked by hand: ten reports, one wrong date', () => {
    // days 0 0 0 1 1 | 2 7 30 31 90, and one registered two days before it happened.
    const counts = [
      { days: 0, reports: 3 },
      { days: 1, reports: 2 },
      { days: 2, reports: 1 },
      { days: 7, reports: 1 },
      { days: 30, reports: 1 },
      { days: 31, reports: 1 },
      { days: 90, reports: 1 },
      { days: -2, reports: 1 },
    ];
    expect(lateness(counts)).toEqual({ reports: 11, before: 1, medianDays: 1, p90Days: 31, shareOver30: 0.2 });
    expect(lateness([...counts].reverse())).toEqual(lateness(counts));
  });

  it('adds up a day that comes twice', () => {
    expect(
      lateness([
        { days: 4, reports: 1 },
        { days: 4, reports: 1 },
      ]),
    ).toMatchObject({ reports: 2, medianDays: 4 });
  });

  it('has no quantile where no report has both dates, or all are wrong', () => {
    const none = { medianDays: null, p90Days: null, shareOver30: null };
    expect(lateness([])).toEqual({ reports: 0, before: 0, ...none });
    expect(lateness([{ days: -1, reports: 4 }])).toEqual({ reports: 4, before: 4, ...none });
  });

  it('refuses what is not a distribution of days', () => {
    expect(() => lateness([{ days: 0.5, reports: 1 }])).toThrow(RangeError);
    expect(() => lateness([{ days: 1, reports: -1 }])).toThrow(RangeError);
  });
});
