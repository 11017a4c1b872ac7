import { strictDecoder } from './text-decoder.js';
import type { RawRow } from './tokeniser.js';
import { attribute, richText, xmlText } from './xml-text.js';
import type { Workbook } from './xlsx-workbook.js';
import { damaged, type ZipArchive } from './zip-archive.js';

/** A row with more text than this is no row of a table, and memory stays bounded. */
const MAX_ROW_LENGTH = 5_000_000;
const ROW_END = /<\/(?:\w+:)?row>/g;
const ROWS = /<(?:\w+:)?row\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?row>)/g;
const CELLS = /<(?:\w+:)?c\b([^>]*?)(?:\/>|>([\s\S]*?)<\/(?:\w+:)?c>)/g;
const VALUE = /<(?:\w+:)?v\b[^>]*>([\s\S]*?)<\/(?:\w+:)?v>/;
const MAX_COLUMNS = 16_384;

/** The rows of a sheet as the archive is inflated, each under the row number that Excel shows. Cells are as they look as data: dates in ISO. */
export function* sheetRows(archive: ZipArchive, part: string, workbook: Workbook): Generator<RawRow[]> {
  const decoder = strictDecoder('utf-8');
  let rest = '';
  let last = 0;
  for (const piece of archive.stream(part)) {
    const text = decoder.decode(piece, true);
    if (text === undefined) throw damaged();
    rest += text;
    const end = lastRowEnd(rest);
    if (end === 0) {
      if (rest.length > MAX_ROW_LENGTH) throw damaged();
      continue;
    }
    const rows: RawRow[] = [];
    for (const [, tag, cells] of rest.slice(0, end).matchAll(ROWS)) {
      last = Number(attribute(tag!, 'r') ?? last + 1);
      if (!Number.isSafeInteger(last)) throw damaged();
      rows.push({ row: last, cells: cellTexts(cells ?? '', workbook) });
    }
    rest = rest.slice(end);
    if (rows.length > 0) yield rows;
  }
}

function lastRowEnd(text: string): number {
  let end = 0;
  for (const found of text.matchAll(ROW_END)) end = found.index + found[0].length;
  return end;
}

function cellTexts(xml: string, workbook: Workbook): string[] {
  const texts: string[] = [];
  for (const [, tag, inside] of xml.matchAll(CELLS)) {
    const column = columnNumber(attribute(tag!, 'r')) ?? texts.length;
    if (column >= MAX_COLUMNS) throw damaged();
    while (texts.length < column) texts.push('');
    texts[column] = cellText(attribute(tag!, 't') ?? 'n', Number(attribute(tag!, 's') ?? 0), inside ?? '', workbook);
  }
  return texts;
}

/** `AB12` → 27. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^([A-Z]{1,3})\d+$/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function cellText(type: string, style: number, inside: string, workbook: Workbook): string {
  if (type === 'inlineStr') return richText(inside);
  const raw = VALUE.exec(inside)?.[1];
  if (raw === undefined) return '';
  switch (type) {
    case 's':
      return workbook.sharedStrings[Number(raw)] ?? '';
    case 'b':
      return raw.trim() === '1' ? 'true' : 'false';
    case 'n':
      return numberText(Number(raw), workbook.dateStyles[style] === true, workbook.from1904);
    default:
      return xmlText(raw);
  }
}

/** A float as Excel shows it (fifteen digits: 0.1 + 0.2 is 0.3), or the date that a number in a date style is. */
function numberText(value: number, isDate: boolean, from1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  if (!isDate || value < 0 || value > 2_958_465) return String(Number(value.toPrecision(15)));
  const days = value + (from1904 ? 1462 : 0);
  // Before March 1900 Excel counts a day that never was.
  const moment = new Date(Math.round((days - (days < 60 ? 25_568 : 25_569)) * 86_400) * 1000).toISOString();
  if (value < 1) return moment.slice(11, 19);
  return Number.isInteger(value) ? moment.slice(0, 10) : moment.slice(0, 19);
}
