/**
 * A table as read from a file: raw text per cell, so that "01" stays "01" and no number is guessed.
 * `null` is a missing cell (empty or NA in the file); missing is never zero.
 */
export interface CaseTable {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly (string | null)[]>;
}

/** The tables of one case by file name, for example `input.csv`, `areas.csv`, `neighbours.csv`. */
export type CaseTables = Readonly<Record<string, CaseTable>>;

/** What is wrong with an input or its parameters, in words that the person who made the file understands. */
export class CaseInputError extends Error {
  override readonly name = 'CaseInputError';
}

/** The table of that file name. Throws CaseInputError when the case has no such file. */
export function getTable(tables: CaseTables, file = 'input.csv'): CaseTable {
  const table = tables[file];
  if (!table) throw new CaseInputError(`the case has no file ${file}`);
  return table;
}

/** Text cells of a column; `null` where missing. Throws CaseInputError when the column does not exist. */
export function textColumn(table: CaseTable, name: string): readonly (string | null)[] {
  const cells = table.columns.get(name);
  if (!cells) throw new CaseInputError(`there is no column ${name}`);
  return cells;
}

/** Numbers of a column; `null` where missing. Throws CaseInputError on a cell that is no number. */
export function optionalNumberColumn(table: CaseTable, name: string): (number | null)[] {
  return textColumn(table, name).map((cell, row) => {
    if (cell === null || cell.trim() === '') return null;
    const value = Number(cell);
    if (!Number.isFinite(value)) throw new CaseInputError(`column ${name}, row ${row + 1}: "${cell}" is not a number`);
    return value;
  });
}

/** Numbers of a column without gaps. Throws CaseInputError on a missing cell: the method has no policy for it. */
export function numberColumn(table: CaseTable, name: string): Float64Array {
  const values = optionalNumberColumn(table, name);
  const out = new Float64Array(values.length);
  values.forEach((value, row) => {
    if (value === null) throw new CaseInputError(`column ${name}, row ${row + 1} is missing`);
    out[row] = value;
  });
  return out;
}
