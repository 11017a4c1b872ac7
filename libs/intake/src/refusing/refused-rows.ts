import type { RawRow } from '../reading/tokeniser.js';
import type { RowIssue } from '../schema/row-issue.js';

/** A spreadsheet runs a cell that begins so as a formula, also after white space; an apostrophe makes it text. */
const FORMULA = /^\s*[=+\-@|%\t\r]/;
/** A plain number may begin with a sign: it is no formula, and must stay a number. */
const NUMBER = /^[+-]?\d+(?:[.,]\d+)?$/;

/** A cell of a CSV file that opens safely in Excel: always quoted, never a formula, no control characters. */
export function safeCell(value: string | number): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is taken out
  const text = String(value).replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '');
  const inert = FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${inert.replaceAll('"', '""')}"`;
}

/** A line of a CSV file that opens safely in Excel. */
export const safeLine = (cells: readonly (string | number)[]): string => `${cells.map(safeCell).join(';')}\r\n`;

/** First line of the file of refused rows, with the BOM by which Excel knows UTF-8. */
export const refusedRowsHead = (header: readonly string[]): string =>
  `\uFEFF${safeLine(['rij', 'waarom geweigerd', ...header])}`;

/**
 * Lines for the file of refused rows: row number, reasons and the row itself, to be repaired and delivered again. It holds what the row
 * held, so it is written where the partner's own file is and never sent anywhere.
 */
export function refusedRowsLines(rows: readonly RawRow[], issues: readonly RowIssue[]): string {
  const reasons = new Map<number, string[]>();
  for (const { row, column, message } of issues) {
    const known = reasons.get(row);
    if (known === undefined) reasons.set(row, [`${column}: ${message}`]);
    else known.push(`${column}: ${message}`);
  }
  return rows.map(({ row, cells }) => safeLine([row, (reasons.get(row) ?? []).join(' | '), ...cells])).join('');
}
