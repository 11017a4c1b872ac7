import { describe, expect, it } from '@jest/globals';
import { deliveredPeriods } from './delivered-periods.js';

const range = (from: string, to: string) => ({ from, to });
const told = (...args: Parameters<typeof deliveredPeriods>) =>
  Object.fromEntries(deliveredPeriods(...args).map(({ period, delivered }) => [period, delivered]));

describe('deliveredPeriods', () => {
  it('tells a whole period from a part, and a gap from both', () => {
    expect(told([range('2024-01-01', '2024-02-28'), range('2024-04-01', '2024-04-30')], ['month', 'quarter'])).toEqual({
      '2024-01': 'full',
      '2024-02': 'partial',
      '2024-03': 'none',
      '2024-04': 'full',
      '2024-Q1': 'partial',
      '2024-Q2': 'partial',
    });
  });

  it('makes one of ranges that touch, in whatever order they come', () => {
    const days = [
      range('2024-01-11', '2024-01-31'),
      range('2024-02-01', '2024-02-29'),
      range('2024-01-01', '2024-01-10'),
    ];
    expect(told(days, ['month'])).toEqual({ '2024-01': 'full', '2024-02': 'full' });
  });

  it('does not count a day twice that two ranges hold', () => {
    expect(told([range('2024-01-01', '2024-01-16'), range('2024-01-01', '2024-01-16')], ['month'])).toEqual({
      '2024-01': 'partial',
    });
    expect(told([range('2024-01-01', '2024-01-31'), range('2024-01-10', '2024-01-12')], ['month'])).toEqual({
      '2024-01': 'full',
    });
  });

  it('lists nothing before the first and after the last covered day, and no period for all', () => {
    expect(told([range('2024-02-29', '2024-02-29')], ['all', 'year', 'month'])).toEqual({
      '2024': 'partial',
      '2024-02': 'partial',
    });
    expect(told([], ['month'])).toEqual({});
  });
});
