import { chiSquareTails } from '../special/chi-square.js';

/** A test of independence of rows and columns, and how strong the association is. */
export interface Contingency {
  readonly n: number;
  readonly degreesOfFreedom: number;
  /** Pearson's X² without continuity correction. */
  readonly chi2: number;
  readonly p: number;
  /** log10 of p: p itself underflows on large tables. */
  readonly log10P: number;
  /** Yates' correction, for 2 × 2 tables only. */
  readonly yates: { readonly chi2: number; readonly p: number } | undefined;
  /** Likelihood-ratio statistic. */
  readonly g2: number;
  readonly pOfG2: number;
  readonly expected: readonly Float64Array[];
  readonly pearsonResiduals: readonly Float64Array[];
  /** Standardised residuals (Haberman 1973): about normal when rows and columns are independent. */
  readonly adjustedResiduals: readonly Float64Array[];
  readonly phi: number;
  readonly contingencyCoefficient: number;
  /** From the uncorrected X², 0–1. */
  readonly cramersV: number;
  /** Bergsma 2013: less bias in small samples. */
  readonly cramersVCorrected: number;
  readonly minExpected: number;
  /** Share of cells with an expected count under 5; above 0.2 the chi-square distribution is doubtful. */
  readonly shareExpectedBelow5: number;
}

const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);

/**
 * Chi-square test and Cramér's V of a table of counts, `table[row][column]`. NaN when a whole row or column is empty: leave it
 * out before. Throws RangeError for fewer than two rows or columns, or a cell that is not a count. Same numbers as R's
 * `chisq.test` and `vcd::assocstats`.
 */
export function contingency(table: readonly ArrayLike<number>[]): Contingency {
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  if (rows < 2 || columns < 2) throw new RangeError('a table needs two rows and two columns');
  if (table.some((row) => row.length !== columns || Array.from(row).some((cell) => !(cell >= 0 && cell < Infinity)))) {
    throw new RangeError('the cells of the table must be counts');
  }
  const rowSums = table.map(sum);
  const columnSums = Array.from({ length: columns }, (_, j) => sum(table.map((row) => row[j]!)));
  const n = sum(rowSums);
  const each = (f: (cell: number, e: number, i: number, j: number) => number) =>
    table.map((row, i) => Float64Array.from(row, (cell, j) => f(cell, (rowSums[i]! * columnSums[j]!) / n, i, j)));
  const total = (f: (cell: number, e: number) => number) => sum(each((cell, e) => f(cell, e)).map(sum));

  const expected = each((_, e) => e);
  const chi2 = total((cell, e) => (cell - e) ** 2 / e);
  const g2 = 2 * total((cell, e) => (cell === 0 ? 0 : cell * Math.log(cell / e)));
  const degreesOfFreedom = (rows - 1) * (columns - 1);
  const tails = chiSquareTails(chi2, degreesOfFreedom);
  const smallest = Math.min(...each((cell, e) => Math.abs(cell - e)).flatMap((row) => Array.from(row)), 0.5);
  const yates = total((cell, e) => (Math.abs(cell - e) - smallest) ** 2 / e);
  const shorter = Math.min(rows - 1, columns - 1);
  const corrected = Math.max(0, chi2 / n - degreesOfFreedom / (n - 1));
  const correctedSize = (size: number) => size - (size - 1) ** 2 / (n - 1);
  const allExpected = expected.flatMap((row) => Array.from(row));
  return {
    n,
    degreesOfFreedom,
    chi2,
    p: tails.upper,
    log10P: tails.logUpper / Math.LN10,
    yates: rows === 2 && columns === 2 ? { chi2: yates, p: chiSquareTails(yates, 1).upper } : undefined,
    g2,
    pOfG2: chiSquareTails(g2, degreesOfFreedom).upper,
    expected,
    pearsonResiduals: each((cell, e) => (cell - e) / Math.sqrt(e)),
    adjustedResiduals: each(
      (cell, e, i, j) => (cell - e) / Math.sqrt(e * (1 - rowSums[i]! / n) * (1 - columnSums[j]! / n)),
    ),
    phi: Math.sqrt(chi2 / n),
    contingencyCoefficient: Math.sqrt(chi2 / (n + chi2)),
    cramersV: Math.sqrt(chi2 / n / shorter),
    cramersVCorrected: Math.sqrt(corrected / (Math.min(correctedSize(rows), correctedSize(columns)) - 1)),
    minExpected: Math.min(...allExpected),
    shareExpectedBelow5: allExpected.filter((e) => e < 5).length / allExpected.length,
  };
}
