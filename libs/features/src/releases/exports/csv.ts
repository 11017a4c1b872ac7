import type { ReleaseValue } from '@datalab/domain';
import { releaseFacts, type Given, type Language } from './release-facts.js';

/** Byte order mark: without it a spreadsheet takes the file for another encoding. */
const BOM = '\uFEFF';
/** What a spreadsheet would take for the beginning of a formula; a tab or a line break can hide one. */
const FORMULA = /^[\s]*[=+\-@\t\r]/;

export interface CsvOptions {
  language: Language;
  /** A comma by the standard; a semicolon for spreadsheets that are set to Dutch. */
  separator: ',' | ';';
}

/** A text that a spreadsheet shows and never runs, in quotes where it must be. */
export function csvText(text: string, separator: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return new RegExp(`["\\r\\n${separator}]`).test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

function csvValue(value: ReleaseValue, { separator }: CsvOptions): string {
  if (value === null) return '';
  if (typeof value === 'string') return csvText(value, separator);
  // With a semicolon the reader is set to Dutch, where the comma stands before the decimals.
  const digits = String(value);
  return separator === ';' ? digits.replace('.', ',') : digits;
}

/**
 * The tables of a release as one file for a spreadsheet: first what it is, each fact on a line of its own behind a #, then each table under its
 * columns. UTF-8 with a byte order mark, lines end in CRLF.
 */
export function releaseCsv(given: Given, options: CsvOptions): string {
  const { separator, language } = options;
  const facts = releaseFacts(given, language).map(({ name, value }) => csvText(`# ${name}: ${value}`, separator));
  const tables = given.document.tables.flatMap(({ columns, rows, title }, i) => [
    ...(i > 0 ? ['', csvText(`# ${title}`, separator)] : []),
    columns
      .map((column) => csvText(column.unit === null ? column.key : `${column.key} (${column.unit})`, separator))
      .join(separator),
    ...rows.map((row) => row.map((value) => csvValue(value, options)).join(separator)),
  ]);
  return BOM + [...facts, ...tables, ''].join('\r\n');
}
