import type { Load } from '../../gql/types.js';

/** A cell that begins like a formula would run in a spreadsheet: a quote in front makes it text. */
const inert = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const cell = (value: string | number): string => `"${inert(String(value)).replaceAll('"', '""')}"`;

/** The reasons of a refusal for a spreadsheet: UTF-8 with a byte-order mark, semicolons as Dutch Excel wants them. */
export function issuesCsv(heads: readonly string[], issues: Load['issues']): string {
  const rows = issues.map(({ message, column, count, firstRows }) => [message, column, count, firstRows.join(' ')]);
  return `\ufeff${[heads, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
