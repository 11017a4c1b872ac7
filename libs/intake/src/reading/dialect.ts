import { Refusal } from './refusal.js';
import { Tokeniser, type RawRow } from './tokeniser.js';

export interface Dialect {
  separator: string;
  newline: '\n' | '\r';
  /** How the numbers of this file are written; `.` where none has a decimal. */
  decimal: '.' | ',';
  /** Lines to skip before anything else: one for Excel's `sep=;`. */
  skipLines: 0 | 1;
}

const SEPARATORS = [';', ',', '\t', '|'];
const SAMPLE_RECORDS = 300;

/**
 * The dialect of a file by its first part (whole records, or the whole file): the separator under which most records have the same
 * number of cells, two or more; among equals the one that gives most cells. One column is read as comma-separated.
 */
export function detectDialect(sample: string, complete: boolean): Dialect {
  const newline = !sample.includes('\n') && sample.includes('\r') ? '\r' : '\n';
  const declared = /^sep=(.)\r?\n/i.exec(sample)?.[1];
  const separator = declared ?? bestSeparator(sample, newline, complete);
  return {
    separator,
    newline,
    decimal: decimalMark(sample, separator, newline),
    skipLines: declared === undefined ? 0 : 1,
  };
}

/** The first records of a sample under a separator; the last one may be cut off and is left out unless the sample is the whole. */
export function sampleRecords(sample: string, separator: string, newline: '\n' | '\r', complete: boolean): RawRow[] {
  const tokeniser = new Tokeniser(separator, newline);
  try {
    return tokeniser.push(sample, complete).slice(0, SAMPLE_RECORDS);
  } catch (error) {
    // An open quote under this separator: the other candidates are judged first, and reading itself will name the row.
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function bestSeparator(sample: string, newline: '\n' | '\r', complete: boolean): string {
  let best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const records = sampleRecords(sample, separator, newline, complete).filter((record) => !isBlank(record.cells));
    const { width, share } = commonWidth(records);
    if (width < 2) continue;
    const score = share + Math.min(width, 100) / 10_000;
    if (score > best.score) best = { separator, score };
  }
  return best.separator;
}

/** The most frequent number of cells (the larger where two tie) and its share of the records. */
export function commonWidth(records: readonly RawRow[]): { width: number; share: number } {
  const counts = new Map<number, number>();
  for (const { cells } of records) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let width = 0;
  for (const [candidate, count] of counts) {
    const best = counts.get(width) ?? 0;
    if (count > best || (count === best && candidate > width)) width = candidate;
  }
  return { width, share: records.length === 0 ? 0 : (counts.get(width) ?? 0) / records.length };
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

function decimalMark(sample: string, separator: string, newline: '\n' | '\r'): '.' | ',' {
  let commas = 0;
  let points = 0;
  for (const { cells } of sampleRecords(sample, separator, newline, false)) {
    for (const cell of cells) {
      if (/^\s*-?\d{1,3}(?:\.\d{3})*,\d+\s*$/.test(cell)) commas += 1;
      // 1.234 says nothing: it may be a thousand or a fraction.
      else if (/^\s*-?\d+\.\d+\s*$/.test(cell) && !/^\s*-?\d{1,3}\.\d{3}\s*$/.test(cell)) points += 1;
    }
  }
  return commas > points ? ',' : '.';
}
