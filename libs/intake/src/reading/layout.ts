import { commonWidth, isBlank } from './dialect.js';
import type { RawRow } from './tokeniser.js';

/** Where the table is among the lines of the file. */
export interface Layout {
  header: string[];
  /** Row of the header as a person counts. */
  headerRow: number;
  /** Row after which the data begins (the header, or the row of units below it). */
  lastHeaderRow: number;
  /** Lines above the header that hold a title, a filter or a remark. */
  preamble: number;
}

const UNITS = new Set([
  'aantal',
  'number',
  'x 1 000',
  '%',
  'index',
  'per 1 000 inwoners',
  'per 1 000 inw.',
  'euro',
  'jaar',
]);

/**
 * Finds the header among the first records. Lines above it that have fewer cells, or are mostly empty, are a preamble, as CBS
 * StatLine and many reports write it; a row of units right below it ("aantal";"aantal") is merged. A blank name becomes `kolom 3`, a name that
 * occurs twice gets a number: `naam (2)`.
 */
export function findLayout(records: readonly RawRow[]): Layout | undefined {
  const filled = records.filter((record) => !isBlank(record.cells));
  const { width } = commonWidth(filled);
  const index = filled.findIndex(
    ({ cells }) =>
      trimmedLength(cells) >= Math.min(2, width) && occupied(cells) * 2 >= width && cells.length <= width * 2,
  );
  const at = index === -1 ? 0 : index;
  const first = filled[at];
  if (first === undefined) return undefined;
  const units = filled[at + 1];
  const merged = units !== undefined && isUnitRow(first.cells, units.cells);
  const names = merged ? first.cells.map((name, i) => (name.trim() === '' ? units.cells[i]! : name)) : first.cells;
  return {
    header: headerNames(names, width),
    headerRow: first.row,
    lastHeaderRow: merged ? units.row : first.row,
    preamble: at,
  };
}

const occupied = (cells: readonly string[]): number => cells.filter((cell) => cell.trim() !== '').length;

function trimmedLength(cells: readonly string[]): number {
  let length = cells.length;
  while (length > 0 && cells[length - 1]!.trim() === '') length -= 1;
  return length;
}

function isUnitRow(header: readonly string[], cells: readonly string[]): boolean {
  if (cells.length !== header.length || cells.length < 2) return false;
  const rest = cells
    .slice(1)
    .map((cell) => cell.trim().toLowerCase())
    .filter((cell) => cell !== '');
  return (
    rest.length > 0 && rest.every((cell) => UNITS.has(cell)) && (header[0]!.trim() === '' || cells[0]!.trim() === '')
  );
}

function headerNames(cells: readonly string[], width: number): string[] {
  // Separators at the end of the header line that no row uses name no column.
  const length = Math.max(trimmedLength(cells), Math.min(width, cells.length));
  const seen = new Map<string, number>();
  return cells.slice(0, length).map((cell, i) => {
    const name = cleanText(cell) || `kolom ${i + 1}`;
    const before = seen.get(name) ?? 0;
    seen.set(name, before + 1);
    return before === 0 ? name : `${name} (${before + 1})`;
  });
}

/** Text as a person reads it: no zero-width characters, every run of white space one space, none at the ends. */
export function cleanText(text: string): string {
  return text
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
