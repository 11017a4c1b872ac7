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

function isMissing(term: DesignTerm, row: number): boolean {
  if (term.kind === 'numeric') return Number.isNaN(term.values[row]!);
  const label = term.labels[row] ?? null;
  return label === null || !term.levels.includes(label);
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
  const used: number[] = [];
  for (let row = 0; row < totalRows; row++) {
    const gap = terms.some((term) => isMissing(term, row)) || alongside.some((values) => Number.isNaN(values[row]!));
    if (!gap) used.push(row);
  }
  const names = ['(Intercept)'];
  const columns = [new Float64Array(used.length).fill(1)];
  for (const term of terms) {
    if (term.kind === 'numeric') {
      names.push(term.name);
      columns.push(Float64Array.from(used, (row) => term.values[row]!));
    } else {
      for (const level of term.levels.slice(1)) {
        names.push(term.name + level);
        columns.push(Float64Array.from(used, (row) => (term.labels[row] === level ? 1 : 0)));
      }
    }
  }
  return { rows: used.length, names, columns, rowsUsed: Uint32Array.from(used) };
}

/** The values of the given rows. */
export function takeRows(values: ArrayLike<number>, rows: Uint32Array): Float64Array {
  return Float64Array.from(rows, (row) => values[row]!);
}
