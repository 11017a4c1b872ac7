import { describe, expect, it } from '@jest/globals';
import type { QualityReport } from './quality-report.js';
import { qualitySummarySchema, summaryOf } from './quality-summary.js';

const report: QualityReport = {
  version: 1,
  reports: 1_000,
  coverage: { delivered: 11, partial: 1, gaps: 2, months: [{ month: '2024-01', delivered: 'full', reports: 80 }] },
  late: { reports: 1_000, before: 0, medianDays: 3, p90Days: 40, shareOver30: 0.12 },
  duplicates: { identical: 20, elsewhere: 10 },
  drift: {
    from: '2024-03-01',
    to: '2024-05-31',
    categories: [{ category: 'noise', shareNow: 0.5, shareBefore: 0.4, p: 0.001, isFlagged: true }],
  },
  keys: {
    needed: 500,
    present: 400,
    missingInRegion: 90,
    missingOutsideRegion: 5,
    missingNoArea: 5,
    notAboutHousehold: 400,
    notDwelling: 100,
    causes: null,
  },
  missedMatches: { withSecondKey: 450, matched: 200, missed: 1, rate: 1 / 201 },
};

describe('a quality summary', () => {
  it('puts every figure in its band', () => {
    expect(summaryOf(report)).toEqual({
      version: 1,
      coverage: { delivered: 11, partial: 1, gaps: 2 },
      median: 'within_week',
      late: 'under_20',
      duplicates: 'under_5',
      drift: 'changed',
      keys: 'over_70',
      missedMatches: 'under_1',
    });
    expect(qualitySummarySchema.safeParse(summaryOf(report)).success).toBe(true);
  });

  it('names no category and no number of reports', () => {
    const text = JSON.stringify(summaryOf(report));
    for (const secret of ['noise', '1000', '500', '400', '80', '0.12']) expect(text).not.toContain(secret);
  });

  it('says nothing but coverage of a load of few reports', () => {
    const { version, coverage, ...bands } = summaryOf({ ...report, reports: 49 });
    expect([version, coverage.gaps]).toEqual([1, 2]);
    expect(new Set(Object.values(bands))).toEqual(new Set(['unknown']));
  });

  it('calls unknown what was not measured', () => {
    const bare = { ...report, late: null, drift: null, keys: null, missedMatches: null };
    expect(summaryOf(bare)).toMatchObject({ median: 'unknown', late: 'unknown', drift: 'unknown', keys: 'unknown' });
    expect(summaryOf(bare).missedMatches).toBe('unknown');
  });
});
