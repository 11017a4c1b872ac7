import { describe, expect, it } from '@jest/globals';
import { formatBytes, formatDate, formatList, formatMeasure, formatMonth, formatNumber, formatRate } from './format.js';

describe('what people read', () => {
  it('writes a calendar date without moving it to another day', () => {
    expect(formatDate('2024-01-01', 'nl')).toBe('1 januari 2024');
    expect(formatDate('2024-12-31', 'en')).toBe('31 December 2024');
  });

  it('writes numbers the Dutch way, and the English way', () => {
    expect(formatNumber(13566, 'nl')).toBe('13.566');
    expect(formatNumber(13566, 'en')).toBe('13,566');
  });

  it('writes a ratio with the decimals that it has, and no others', () => {
    expect([1.4, 0.95, 12, -3.5].map((value) => formatMeasure(value, 'nl'))).toEqual(['1,4', '0,95', '12', '-3,5']);
  });

  it('joins names in the language of the person', () => {
    expect(formatList(['A', 'B', 'C'], 'nl')).toBe('A, B en C');
    expect(formatList(['A', 'B'], 'en')).toBe('A and B');
  });
  it('keeps a small rate apart from zero', () => {
    expect(formatRate(0.04, 'nl')).toBe('0,04');
    expect(formatRate(12.34, 'nl')).toBe('12,3');
    expect(formatRate(0, 'nl')).toBe('0,0');
  });

  it('writes bytes with the unit that fits', () => {
    expect(formatBytes(0, 'nl')).toBe('0 B');
    expect(formatBytes(999, 'nl')).toBe('999 B');
    expect(formatBytes(1_440_000, 'nl')).toBe('1,4 MB');
  });

  it('names a month', () => {
    expect(formatMonth('2018-03', 'nl')).toBe('maart 2018');
  });
});
