import { describe, expect, it } from '@jest/globals';
import type { Words } from '../../app/i18n/use-words.js';
import { formatMeasure, formatNumber } from '../../app/i18n/format.js';
import { cellWords, isInWords } from './cell-words.js';

const dutch = {
  language: 'nl',
  t: (key: string) => key,
  number: (value: number) => formatNumber(value, 'nl'),
  measure: (value: number) => formatMeasure(value, 'nl'),
  category: (code: string) => (code === 'noise' ? 'Geluid' : code),
} as unknown as Words;

describe('a value of a table', () => {
  it('keeps the decimals that it was given with', () => {
    expect(cellWords(0.34, 'ratio', dutch)).toBe('0,34');
    expect(cellWords(1_827, 'reports', dutch)).toBe('1.827');
    expect(cellWords(0.156, 'share', dutch)).toBe('16%');
  });

  it('is in the words and signs of the reader', () => {
    expect(cellWords('noise', 'category', dutch)).toBe('Geluid');
    expect(cellWords('< 0.001', 'p', dutch)).toBe('< 0,001');
    expect(cellWords({ nl: 'Alle adressen', en: 'All addresses' }, null, dutch)).toBe('Alle adressen');
  });

  it('is a dash where it is not defined, and said to be withheld where it is', () => {
    expect(cellWords(null, 'ratio', dutch)).toBe('–');
    expect(cellWords({ withheld: true }, 'reports', dutch)).toBe('analyses.withheld');
  });

  it('begins at the left where it is words', () => {
    expect([null, 'category', 'ratio', 'p'].map((unit) => isInWords(unit))).toEqual([true, true, false, false]);
  });
});
