import { strToU8, zipSync } from 'fflate';
import type { BaseTable } from './base-tables.js';

/** How a table is written to a file. */
export const DIALECTS = ['semicolon', 'comma-bom', 'tab', 'pipe', 'all-quoted', 'utf-16', 'ndjson', 'xlsx'] as const;
export type Dialect = (typeof DIALECTS)[number];

type Cells = Pick<BaseTable, 'preamble' | 'header' | 'rows'>;

const SEPARATORS: Partial<Record<Dialect, string>> = { 'comma-bom': ',', tab: '\t', pipe: '|' };

/** The bytes of a table in a dialect: CSV as programs and countries write it, NDJSON, or a workbook of one sheet. */
export function writeTable(table: Cells, dialect: Dialect): Uint8Array {
  if (dialect === 'xlsx') return workbook(table);
  if (dialect === 'ndjson') return Buffer.from(ndjson(table));
  const text = csv(table, SEPARATORS[dialect] ?? ';', dialect === 'all-quoted');
  if (dialect === 'utf-16') return Buffer.from(`\uFEFF${text}`, 'utf16le');
  if (dialect === 'semicolon') return Buffer.from(text, 'latin1');
  return Buffer.from(dialect === 'comma-bom' ? `\uFEFF${text}` : text);
}

function csv({ preamble, header, rows }: Cells, separator: string, always: boolean): string {
  const cell = (text: string): string =>
    always || text.includes(separator) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  const line = (cells: readonly string[]): string => cells.map(cell).join(separator);
  return [...preamble, line(header), ...rows.map(line), ''].join('\r\n');
}

const ndjson = ({ header, rows }: Cells): string =>
  rows.map((cells) => `${JSON.stringify(Object.fromEntries(header.map((name, i) => [name, cells[i]])))}\n`).join('');

/** What a cell may not hold in XML 1.0 is left out, as a spreadsheet leaves it out. */
const xml = (text: string): string =>
  text
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;');

function workbook({ preamble, header, rows }: Cells): Uint8Array {
  const all = [...preamble.map((line) => [line]), header, ...rows];
  const sheet = all.map((cells, i) => {
    const inside = cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`);
    return `<row r="${i + 1}">${inside.join('')}</row>`;
  });
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="blad" r:id="rId1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8(
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    ),
    'xl/worksheets/sheet1.xml': strToU8(`<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`),
  });
}
