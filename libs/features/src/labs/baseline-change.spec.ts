import { describe, expect, it } from '@jest/globals';
import { areaChanges, comparedPeriods } from './baseline-change.js';

const source = (...quarters: string[]) => ({
  datasetId: 'd',
  lowestLevel: 'buurt',
  grains: ['quarter' as const],
  categories: [],
  periods: quarters.map((period) => ({ grain: 'quarter' as const, period, delivered: 'full' as const })),
  householdKeyCoverage: null,
  hours: 'none' as const,
});
const BASELINE = source('2023-Q4', '2024-Q1', '2024-Q2', '2024-Q3', '2024-Q4');

describe('comparedPeriods', () => {
  it('holds the newest quarter against the same season of the baseline year', () => {
    expect(comparedPeriods(BASELINE, source('2024-Q4', '2025-Q1', '2025-Q2'))).toEqual({
      then: '2024-Q2',
      now: '2025-Q2',
    });
    // Years later it is still the baseline, not the year before.
    expect(comparedPeriods(BASELINE, source('2027-Q4'))).toEqual({ then: '2024-Q4', now: '2027-Q4' });
  });

  it('says nothing while no whole quarter followed, or the baseline lacks the season', () => {
    expect(comparedPeriods(BASELINE, source('2024-Q3', '2024-Q4'))).toBeUndefined();
    expect(comparedPeriods(source('2024-Q4'), source('2025-Q1'))).toBeUndefined();
    expect(comparedPeriods(source(), source())).toBeUndefined();
    const partial = {
      ...source(),
      periods: [{ grain: 'quarter' as const, period: '2025-Q1', delivered: 'partial' as const }],
    };
    expect(comparedPeriods(BASELINE, partial)).toBeUndefined();
  });
});

describe('areaChanges', () => {
  const cell = (areaCode: string, period: string, reports: number | null, datasetId = 'd') => ({
    areaCode,
    period,
    datasetId,
    state: reports === null ? ('withheld' as const) : ('shown' as const),
    reports,
  });
  it('tells more, less, no difference, zero and not shown apart, of this source alone', () => {
    const periods = { then: '2024-Q1', now: '2025-Q1' };
    const then = [
      cell('A', '2024-Q1', 40),
      cell('B', '2024-Q1', 40),
      cell('C', '2024-Q1', null),
      cell('D', '2024-Q1', 40, 'other'),
    ];
    const now = [cell('A', '2025-Q1', 90), cell('B', '2025-Q1', 44), cell('C', '2025-Q1', 60), cell('D', '2024-Q1', 7)];
    expect(areaChanges(['A', 'B', 'C', 'D'], 'd', periods, { then, now })).toEqual([
      { areaCode: 'A', then: 40, now: 90, change: 'more' },
      { areaCode: 'B', then: 40, now: 44, change: 'same' },
      { areaCode: 'C', then: null, now: 60, change: 'unknown' },
      { areaCode: 'D', then: 0, now: 0, change: 'same' },
    ]);
  });
});
