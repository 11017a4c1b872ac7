/** One explaining variable. Missing values are NaN in numbers and `null` in labels. */
export type DesignTerm =
  | { readonly kind: 'numeric'; readonly name: string; readonly values: ArrayLike<number> }
  | {
      readonly kind: 'factor';
      readonly name: string;
      readonly labels: ArrayLike<string | null>;
      /** The first level is the reference; a label that is not a level counts as missing. */
      readonly levels: readonly string[];
    };

/** A design matrix by columns, with a name for each column. */
export interface Design {
  readonly rows: number;
  readonly names: readonly string[];
  readonly columns: readonly Float64Array[];
}

/** A design with the rows that it was made from. */
export interface CompleteDesign extends Design {
  /** Positions of the complete rows among all rows, ascending. */
  readonly rowsUsed: Uint32Array;
}

/** Position of each row's level, −1 where missing. */
function levelPositions(labels: ArrayLike<string | null>, levels: readonly string[], rows: number): Int32Array {
  const positions = new Map(levels.map((level, k) => [level, k]));
  const out = new Int32Array(rows);
  for (let row = 0; row < rows; row++) out[row] = positions.get(labels[row] ?? '\0') ?? -1;
  return out;
}

/**
 * The design of an intercept and the given terms, over the rows in which every term and every value of `alongside` (response,
 * exposure: NaN is missing) is present. A factor becomes one 0/1 column per level after the first, named term + level.
 */
export function buildDesign(
  terms: readonly DesignTerm[],
  totalRows: number,
  alongside: readonly ArrayLike<number>[] = [],
): CompleteDesign {
  const gap = new Uint8Array(totalRows);
  const markMissing = (values: ArrayLike<number>) => {
    for (let row = 0; row < totalRows; row++) if (Number.isNaN(values[row]!)) gap[row] = 1;
  };
  alongside.forEach(markMissing);
  const coded = terms.map((term) => {
    if (term.kind === 'numeric') {
      markMissing(term.values);
      return { term, positions: undefined };
    }
    const positions = levelPositions(term.labels, term.levels, totalRows);
    for (let row = 0; row < totalRows; row++) if (positions[row]! < 0) gap[row] = 1;
    return { term, positions };
  });
  let complete = 0;
  const rowsUsed = new Uint32Array(totalRows);
  for (let row = 0; row < totalRows; row++) if (gap[row] === 0) rowsUsed[complete++] = row;
  const used = rowsUsed.slice(0, complete);

  const names = ['(Intercept)'];
  const columns: Float64Array[] = [new Float64Array(complete).fill(1)];
  for (const { term, positions } of coded) {
    if (term.kind === 'numeric') {
      names.push(term.name);
      columns.push(takeRows(term.values, used));
    } else {
      term.levels.forEach((level, k) => {
        if (k === 0) return;
        const column = new Float64Array(complete);
        for (let i = 0; i < complete; i++) if (positions![used[i]!] === k) column[i] = 1;
        names.push(term.name + level);
        columns.push(column);
      });
    }
  }
  return { rows: complete, names, columns, rowsUsed: used };
}

/** The values of the given rows. */
export function takeRows(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  const out = new Float64Array(rows.length);
  for (let i = 0; i < out.length; i++) out[i] = values[rows[i]!]!;
  return out;
}
