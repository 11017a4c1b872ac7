import type { RunCell } from '@datalab/domain';
import type { Words } from '../../app/i18n/use-words.js';
import { codeWords, inLanguage } from './code-words.js';

/** Units of columns that hold words: these begin at the left. */
const IN_WORDS: readonly (string | null)[] = [null, 'category', 'class'];

export const isInWords = (unit: string | null): boolean => IN_WORDS.includes(unit);

/** A value as it is read: shares as percentages, what is withheld said in words, what is not defined as a dash. */
export function cellWords(cell: RunCell, unit: string | null, words: Words): string {
  if (cell === null) return '–';
  if (typeof cell === 'number')
    return unit === 'share' ? `${words.number(Math.round(cell * 100))}%` : words.measure(cell);
  if (typeof cell === 'string') return textWords(cell, unit, words);
  return 'withheld' in cell ? words.t('analyses.withheld') : inLanguage(cell, words.language);
}

function textWords(text: string, unit: string | null, words: Words): string {
  switch (unit) {
    case 'class':
      return codeWords(words, 'unit', text);
    case 'category':
      return words.category(text);
    case 'p':
      return words.language === 'en' ? text : text.replaceAll('.', ',');
    default:
      return text;
  }
}
