/** Rows of indicators, row by row: value j of row i is `values[i * columns + j]`. No gaps. */
export interface Rows {
  readonly values: Float64Array;
  readonly rows: number;
  readonly columns: number;
}

/** Rows with mean 0 and standard deviation 1 per column, and what was taken out. */
export interface StandardisedRows extends Rows {
  readonly mean: Float64Array;
  /** Standard deviation with divisor n − 1; NaN for one row. */
  readonly standardDeviation: Float64Array;
}

/**
 * Z-scores per column. A column that does not vary becomes 0 everywhere: it cannot tell rows apart. Throws RangeError on columns
 * of different length and on a value that is not finite: leave out incomplete rows first and say which.
 */
export function standardise(columns: readonly ArrayLike<number>[]): StandardisedRows {
  const rows = columns[0]?.length ?? 0;
  const p = columns.length;
  const values = new Float64Array(rows * p);
  const mean = new Float64Array(p);
  const standardDeviation = new Float64Array(p);
  columns.forEach((column, j) => {
    if (column.length !== rows) throw new RangeError('columns differ in length');
    let sum = 0;
    for (let i = 0; i < rows; i++) {
      if (!Number.isFinite(column[i])) throw new RangeError(`column ${j}, row ${i} is not a finite number`);
      sum += column[i]!;
    }
    mean[j] = sum / rows;
    let squares = 0;
    for (let i = 0; i < rows; i++) squares += (column[i]! - mean[j]!) ** 2;
    const spread = Math.sqrt(squares / (rows - 1));
    standardDeviation[j] = spread;
    const still = !(spread > 4 * Number.EPSILON * Math.abs(mean[j]!));
    for (let i = 0; i < rows; i++) values[i * p + j] = still ? 0 : (column[i]! - mean[j]!) / spread;
  });
  return { values, rows, columns: p, mean, standardDeviation };
}
