import { describe, expect, it } from '@jest/globals';
import type { ExactCell } from './exact-cell.js';
import { frozenOrFresh, isClosed } from './freezing.js';
import { ALL_RULES, gatePolicy } from './gate-policy.js';
import { protect } from './protect.js';

const NOT_FREEZING = gatePolicy({ version: 't', rules: ['noise'] });
const cell = (reports: number, over: Partial<ExactCell> = {}): ExactCell => ({
  source: ['police'],
  kind: 'records',
  delivered: 'full',
  reports,
  households: reports,
  largestHouseholds: [Math.min(1, reports), Math.min(1, Math.max(0, reports - 1))],
  key: reports * 77_777_777,
  presenceProtected: false,
  ...over,
});
const shown = (reports: number, over?: Partial<ExactCell>) => protect(cell(reports, over), 'lab', ALL_RULES);

describe('freezing', () => {
  it.each([
    ['one new report', 20, 21, { reports: 1, units: 1 }],
    ['ten new reports of one address', 20, 30, { reports: 10, units: 1 }],
    ['two left, two came', 20, 20, { reports: 4, units: 4 }],
    ['a withheld cell that reaches the floor', 4, 6, { reports: 2, units: 2 }],
    ['a zero that is no more', 0, 1, { reports: 1, units: 1 }],
  ])('keeps what was published after %s', (_what, before, now, change) => {
    expect(frozenOrFresh(shown(before), shown(now), change, ALL_RULES)).toEqual(shown(before));
  });

  it('takes the new value after five reports of five households, and for a cell that was never published', () => {
    const change = { reports: 5, units: 5 };
    expect(frozenOrFresh(shown(20), shown(25), change, ALL_RULES)).toEqual(shown(25));
    expect(frozenOrFresh(null, shown(25), change, ALL_RULES)).toEqual(shown(25));
  });

  it('fills a gap at once, and says at once that data were withdrawn', () => {
    const gap = shown(0, { delivered: 'none' });
    const change = { reports: 0, units: 0 };
    expect(frozenOrFresh(gap, shown(20), change, ALL_RULES)).toEqual(shown(20));
    expect(frozenOrFresh(shown(20), gap, change, ALL_RULES)).toEqual(gap);
  });

  it('is off where the policy does not name it', () => {
    expect(frozenOrFresh(shown(20), shown(21), { reports: 1, units: 1 }, NOT_FREEZING)).toEqual(shown(21));
  });

  it.each([
    ['2018-12-31', '2019-03-30', false],
    ['2018-12-31', '2019-03-31', true],
  ])('a period that ended on %s is closed on %s after 90 days: %p', (last, today, closed) => {
    expect(isClosed(last, today, 90)).toBe(closed);
  });
});
