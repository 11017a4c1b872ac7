import { describe, expect, it } from '@jest/globals';
import { checkCoverage, isCovered } from './coverage.js';
import { dateIn } from './loads.service.js';

const TODAY = '2024-06-02';
const range = (from: string, to: string) => ({ from, to });

describe('checkCoverage', () => {
  it('takes days in order, touching or apart, up to today', () => {
    const covers = [range('1990-01-01', '1990-01-01'), range('1990-01-02', '2023-12-31'), range('2024-02-29', TODAY)];
    expect(() => checkCoverage(covers, TODAY)).not.toThrow();
  });

  it.each([
    ['coverage.empty', []],
    ['coverage.not-a-date', [range('2023-02-29', '2023-03-01')]],
    ['coverage.not-a-date', [range('2024-1-1', '2024-03-01')]],
    ['coverage.not-a-date', [range('2024-01-01', '2024-04-31')]],
    ['coverage.reversed', [range('2024-02-01', '2024-01-31')]],
    ['coverage.too-early', [range('1989-12-31', '2024-01-31')]],
    ['coverage.future', [range('2024-06-01', '2024-06-03')]],
    ['coverage.overlap', [range('2024-01-01', '2024-01-31'), range('2024-01-31', '2024-02-29')]],
    ['coverage.overlap', [range('2024-02-01', '2024-02-29'), range('2024-01-01', '2024-01-31')]],
  ])('refuses with %s, and names the range', (code, covers) => {
    expect(() => checkCoverage(covers, TODAY)).toThrow(expect.objectContaining({ kind: 'InvalidInput', code }));
  });
});

describe('isCovered', () => {
  const covers = [
    range('2024-01-01', '2024-01-31'),
    range('2024-02-01', '2024-02-29'),
    range('2024-03-02', '2024-03-31'),
  ];

  it('holds for days inside one range or over ranges that touch', () => {
    expect(isCovered(covers, '2024-01-01', '2024-01-31')).toBe(true);
    expect(isCovered(covers, '2024-01-15', '2024-02-29')).toBe(true);
    expect(isCovered(covers, '2024-03-31', '2024-03-31')).toBe(true);
  });

  it('does not hold where a single day is missing', () => {
    expect(isCovered(covers, '2024-02-29', '2024-03-02')).toBe(false);
    expect(isCovered(covers, '2024-03-01', '2024-03-01')).toBe(false);
    expect(isCovered(covers, '2023-12-31', '2024-01-01')).toBe(false);
    expect(isCovered(covers, '2024-03-31', '2024-04-01')).toBe(false);
    expect(isCovered([], '2024-01-01', '2024-01-01')).toBe(false);
  });
});

describe('dateIn', () => {
  it('is the calendar day of the place, not of the server', () => {
    const lateEvening = new Date('2024-06-01T22:30:00Z');
    expect(['Europe/Amsterdam', 'Europe/London', 'America/New_York'].map((zone) => dateIn(zone, lateEvening))).toEqual([
      '2024-06-02',
      '2024-06-01',
      '2024-06-01',
    ]);
    expect(dateIn('Europe/Amsterdam', new Date('2024-12-31T23:00:00Z'))).toBe('2025-01-01');
  });
});
