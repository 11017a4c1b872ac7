import { cleanText } from '../reading/layout.js';
import { Refusal } from '../reading/refusal.js';
import { parsePeriodLabel } from './period-label.js';
import type { Mapping } from './mapping.js';
import { grainOf } from '@datalab/domain';

/** Gives the trimmed text of a column in a row; blank where the row is too short. */
export type CellReader = (cells: readonly string[]) => string;

const SPACE = /[\s\u200B-\u200D\u2060\uFEFF]/;
/** Nearly every cell begins and ends with a letter or digit, and that is seen by its number. */
const isSpace = (cell: string, at: number): boolean => {
  const code = cell.charCodeAt(at);
  return (code <= 0x20 || code >= 0x7f) && SPACE.test(cell[at]!);
};

/** Letter by letter from both ends: a pattern that ends in `$` would take minutes of a cell with a hundred thousand spaces inside. */
function trimmed(cell: string | undefined): string {
  if (cell === undefined) return '';
  let [from, to] = [0, cell.length];
  while (from < to && isSpace(cell, from)) from += 1;
  while (to > from && isSpace(cell, to - 1)) to -= 1;
  return from === 0 && to === cell.length ? cell : cell.slice(from, to);
}

/**
 * Finds the columns of a mapping in the header of a file. Names are compared without case and superfluous white space. Throws Refusal
 * (`layout.columns-missing`) that names what is missing: then this is a file of another layout.
 */
export class Columns {
  readonly #index = new Map<string, number>();

  constructor(
    readonly header: readonly string[],
    /** How the numbers of this file are written. */
    readonly decimal: '.' | ',' = '.',
  ) {
    header.forEach((name, i) => this.#index.set(columnForm(name), i));
  }

  has(column: string): boolean {
    return this.#index.has(columnForm(column));
  }

  /** Position of a column; throws Refusal where the file does not have it. */
  position(column: string): number {
    const found = this.#index.get(columnForm(column));
    if (found === undefined) throw missing([column]);
    return found;
  }

  reader(column: string): CellReader {
    const position = this.position(column);
    return (cells) => trimmed(cells[position]);
  }

  optionalReader(source: { column: string } | undefined): CellReader | undefined {
    return source === undefined ? undefined : this.reader(source.column);
  }
}

/** Throws Refusal where the file lacks a column that the mapping names, listing all of them at once. */
export function requireColumns(mapping: Mapping, columns: Columns): void {
  const absent = [...namedColumns(mapping)].filter((column) => !columns.has(column));
  if (absent.length > 0) throw missing(absent);
  if (
    mapping.kind === 'counts' &&
    mapping.wide?.of === 'period' &&
    periodColumns(columns.header, mapping.wide.grain).length === 0
  )
    throw new Refusal(
      'layout.no-period-columns',
      'Geen enkele kolomnaam is een periode, terwijl de opgeslagen vertaling die verwacht.',
    );
}

/** The columns whose name is a period of this grain, with that period. Those of another grain (year totals) are not among them. */
export function periodColumns(
  header: readonly string[],
  grain: 'year' | 'quarter' | 'month',
): { position: number; period: string }[] {
  return header.flatMap((name, position) => {
    const period = parsePeriodLabel(name);
    return period !== undefined && grainOf(period) === grain ? [{ position, period }] : [];
  });
}

/** Every column name in the document, wherever it stands. */
export function namedColumns(mapping: Mapping): Set<string> {
  const names = new Set<string>();
  const point = (rule: { in: 'wgs84'; longitude: string; latitude: string } | { in: 'rd'; x: string; y: string }) =>
    rule.in === 'rd' ? [rule.x, rule.y] : [rule.longitude, rule.latitude];
  for (const value of Object.values(mapping)) {
    if (typeof value === 'object' && value !== null && 'column' in value) names.add(String(value.column));
  }
  for (const only of mapping.only ?? []) names.add(only.column);
  if (mapping.area?.by === 'address') {
    const { postcode, number, letter, addition } = mapping.area;
    for (const name of [postcode, number, letter, addition]) if (name !== undefined) names.add(name);
  }
  for (const name of householdColumns(mapping)) names.add(name);
  if (mapping.area?.by === 'point') point(mapping.area.point).forEach((name) => names.add(name));
  if (mapping.kind === 'records' && mapping.point !== undefined)
    point(mapping.point).forEach((name) => names.add(name));
  if (mapping.kind === 'counts' && mapping.wide?.of === 'category')
    mapping.wide.columns.forEach((name) => names.add(name));
  return names;
}

/** The columns of an address of its own that household keys are made of. */
export function householdColumns(mapping: Mapping): string[] {
  const rule = mapping.kind === 'counts' ? undefined : mapping.householdKey;
  if (rule?.from !== 'address' || rule.columns === undefined) return [];
  return Object.values(rule.columns).filter((name) => name !== undefined);
}

const columnForm = (name: string): string => cleanText(name).toLowerCase();

function missing(columns: readonly string[]): Refusal {
  const names = columns.map((column) => `“${column}”`).join(', ');
  return new Refusal(
    'layout.columns-missing',
    `Dit bestand heeft een andere indeling: ${columns.length === 1 ? 'de kolom' : 'de kolommen'} ${names} ontbreken.`.replace(
      /(de kolom “.*”) ontbreken\.$/,
      '$1 ontbreekt.',
    ),
    { row: 1, column: columns[0] },
  );
}
