import {
  CaseInputError,
  getTable,
  optionalNumberColumn,
  textColumn,
  type CaseTable,
  type CaseTables,
} from '../case/case-table.js';
import { neighboursFromLinks, type Neighbours } from './neighbours.js';

/** Areas of a case with their neighbours: `areas.csv` (column id) and `neighbours.csv` (directed links from, to). */
export interface AreaCase {
  readonly table: CaseTable;
  /** Numbers where all ids are numbers, as the expected results write them. */
  readonly ids: readonly (string | number)[];
  readonly neighbours: Neighbours;
}

/** Reads the areas of a case; a link to an area that is not in the file is dropped. Throws CaseInputError on a doubled id. */
export function readAreaCase(tables: CaseTables): AreaCase {
  const table = getTable(tables, 'areas.csv');
  const texts = textColumn(table, 'id').map((id) => id ?? '');
  const place = new Map(texts.map((id, k) => [id, k]));
  if (place.size !== texts.length) throw new CaseInputError('areas.csv: an id occurs twice');
  const links = getTable(tables, 'neighbours.csv');
  const [from, to] = ['from', 'to'].map((name) => textColumn(links, name).map((id) => place.get(id ?? '') ?? -1));
  const known = from!.map((_, k) => k).filter((k) => from![k]! >= 0 && to![k]! >= 0);
  const neighbours = neighboursFromLinks(
    texts.length,
    known.map((k) => from![k]!),
    known.map((k) => to![k]!),
  );
  const numeric = texts.every((id) => id !== '' && String(Number(id)) === id);
  return { table, ids: numeric ? texts.map(Number) : texts, neighbours };
}

/** Values of a column with a mask of what is missing (empty cells), as the spatial methods take them. */
export function readAreaValues(table: CaseTable, name: string): { values: Float64Array; missing: Uint8Array } {
  const cells = optionalNumberColumn(table, name);
  return {
    values: Float64Array.from(cells, (v) => v ?? NaN),
    missing: Uint8Array.from(cells, (v) => (v === null ? 1 : 0)),
  };
}
