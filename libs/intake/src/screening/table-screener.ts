import { householdColumns } from '../mapping/columns.js';
import type { KeyRule, Mapping } from '../mapping/mapping.js';
import { cleanText } from '../reading/layout.js';
import type { RawRow } from '../reading/tokeniser.js';
import { ColumnScreener } from './column-screener.js';
import { FINDING_MESSAGES, type Finding } from './finding.js';
import { foldName } from '../region/fold-name.js';
import { canonicalPostcode } from '../region/canonical-address.js';

/**
 * Screens the raw rows of a file, at the partner. Columns that the mapping uses to find the area or to make a key are left alone: they
 * are dropped before anything leaves. All others are judged, also those that the mapping does not use: a file with more than is needed
 * should not have been exported.
 */
export class TableScreener {
  readonly #columns: { screener: ColumnScreener; position: number }[];
  readonly #pair: { postcode: number; column: string } | undefined;
  #pairRow: number | undefined;
  #pairCount = 0;

  constructor(header: readonly string[], headerRow: number, mapping?: Mapping) {
    const used = new Set([...identifierColumns(mapping)].map(form));
    this.#columns = header.flatMap((column, position) =>
      used.has(form(column)) ? [] : [{ screener: new ColumnScreener(column, headerRow), position }],
    );
    const free = header
      .map((column, position) => ({ column, position }))
      .filter(({ column }) => !used.has(form(column)));
    const postcode = free.find(({ column }) => /^(?:postcode|pc6|postcode6|zip code)\b/.test(foldName(column)));
    const number = free.find(({ column }) => /^(?:huisnummer|huisnr|nr|house number)\b/.test(foldName(column)));
    if (postcode !== undefined && number !== undefined)
      this.#pair = { postcode: postcode.position, column: postcode.column };
  }

  add(rows: readonly RawRow[]): void {
    for (const { row, cells } of rows) {
      for (const { screener, position } of this.#columns) {
        const cell = cells[position];
        if (cell !== undefined) screener.add(cell.trim(), row);
      }
      if (this.#pair !== undefined && canonicalPostcode(cells[this.#pair.postcode] ?? '') !== undefined) {
        this.#pairRow ??= row;
        this.#pairCount += 1;
      }
    }
  }

  /** In the order of the columns. */
  findings(): Finding[] {
    const findings = this.#columns.flatMap(({ screener }) => screener.findings());
    if (this.#pairRow === undefined) return findings;
    const pair: Finding = {
      column: this.#pair!.column,
      kind: 'address',
      row: this.#pairRow,
      count: this.#pairCount,
      message: FINDING_MESSAGES.address,
    };
    return [...findings, pair];
  }
}

/** A column of BSNs becomes pseudonyms; any other code of persons is judged as every column is. */
const bsnOf = (rule: KeyRule | undefined): string | undefined => (rule?.from === 'bsn' ? rule.column : undefined);

const form = (column: string): string => cleanText(column).toLowerCase();

/** Columns that hold an address, point or person on purpose, and those whose special nature the mapping declares. */
function identifierColumns(mapping: Mapping | undefined): Set<string> {
  const columns = new Set<string>();
  const add = (...names: (string | undefined)[]) => names.forEach((name) => name !== undefined && columns.add(name));
  const area = mapping?.area;
  if (area?.by === 'address') add(area.postcode, area.number, area.letter, area.addition);
  if (area?.by === 'postcode') add(area.column);
  if (mapping?.kind === 'records') add(mapping.confusedBehaviour?.column, bsnOf(mapping.reporterKey));
  if (mapping !== undefined && mapping.kind !== 'counts') add(...householdColumns(mapping), bsnOf(mapping.personKey));
  for (const point of [
    area?.by === 'point' ? area.point : undefined,
    mapping?.kind === 'records' ? mapping.point : undefined,
  ]) {
    if (point?.in === 'rd') add(point.x, point.y);
    else if (point !== undefined) add(point.longitude, point.latitude);
  }
  return columns;
}
