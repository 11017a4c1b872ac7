import { contingency } from './contingency.js';
import { fisherExactP } from './fisher-exact.js';
import { adjustPValues } from './multiple-testing.js';
import { exactCountInterval } from './rates.js';

/** One source and one category. */
export interface GapCell {
  readonly source: number;
  readonly category: number;
  readonly reported: number;
  /** What the source would have if it had the categories in the same proportions as all sources together. */
  readonly expected: number;
  /** reported / expected with its 95 % interval (exact Poisson of the reported count); NaN when nothing is expected. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Fisher's exact test of this cell against the rest, Benjamini–Hochberg over all cells; NaN when nothing is expected. */
  readonly p: number;
  /** `less` and `more` only when p ≤ level: else the difference may be chance. */
  readonly gap: 'less' | 'more' | 'none';
}

export interface CrossSourceGap {
  readonly n: number;
  readonly cells: readonly GapCell[];
  /** Number of cells that were tested. */
  readonly tests: number;
  /** How strongly source and category go together, 0–1; NaN for fewer than two sources or categories with reports. */
  readonly cramersV: number;
}

/**
 * Expected versus reported by source and category: which source has far less of a category than the others, given all it has?
 * `counts[source][category]`; NaN is a category that the source does not register at all: it is left out of that cell and expects
 * nothing of it. Expected counts fit both margins over the cells that are there (iterative proportional fitting; without gaps row
 * total × column total / n). Throws RangeError for lengths that differ or a number that is not a count.
 */
export function crossSourceGap(counts: readonly ArrayLike<number>[], level = 0.05): CrossSourceGap {
  const columns = counts[0]?.length ?? 0;
  if (counts.some((row) => row.length !== columns)) throw new RangeError('the sources differ in number of categories');
  const table = counts.map((row) => Array.from(row));
  for (const cell of table.flat()) {
    if (!Number.isNaN(cell) && !(Number.isInteger(cell) && cell >= 0)) throw new RangeError(`${cell} is not a count`);
  }
  const expected = fitMargins(table);
  const cells = table.flatMap((row, source) =>
    row.map((reported, category) => ({ source, category, reported, expected: expected[source]![category]! })),
  );
  const tested = cells.filter(({ reported, expected: e }) => !Number.isNaN(reported) && e > 0);
  const p = adjustPValues(
    tested.map(({ source, category }) => cellP(table, source, category)),
    'BH',
  );
  const pOf = new Map(tested.map((cell, i) => [cell, Math.min(1, p[i]!)]));
  return {
    n: cells.reduce((sum, { reported }) => sum + (reported || 0), 0),
    tests: tested.length,
    cramersV: associationOf(table),
    cells: cells.map((cell): GapCell => {
      const own = pOf.get(cell);
      if (own === undefined) return { ...cell, ratio: NaN, low: NaN, high: NaN, p: NaN, gap: 'none' };
      const { low, high } = exactCountInterval(cell.reported);
      const ratio = cell.reported / cell.expected;
      const gap = own > level ? 'none' : ratio < 1 ? 'less' : 'more';
      return { ...cell, ratio, low: low / cell.expected, high: high / cell.expected, p: own, gap };
    }),
  };
}

/** Sources that do not register the category do not take part in its test. */
function cellP(table: readonly number[][], source: number, category: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  table.forEach((row, r) => {
    if (Number.isNaN(row[category]!)) return;
    row.forEach((cell, k) => {
      // A category that this source does not register says nothing about the proportions it has.
      if (Number.isNaN(cell) || Number.isNaN(table[source]![k]!)) return;
      if (r === source) [a, b] = k === category ? [a + cell, b] : [a, b + cell];
      else [c, d] = k === category ? [c + cell, d] : [c, d + cell];
    });
  });
  return fisherExactP(a, b, c, d);
}

/** Independence over the cells that are there: expected counts with the same row and column totals. */
function fitMargins(table: readonly number[][]): number[][] {
  const present = (cell: number): number => (Number.isNaN(cell) ? 0 : 1);
  const rows = table.map((row) => row.reduce((sum, cell) => sum + (cell || 0), 0));
  const columns = (table[0] ?? []).map((_, k) => table.reduce((sum, row) => sum + (row[k]! || 0), 0));
  const fit = table.map((row) => row.map(present));
  for (let round = 0; round < 1000; round++) {
    let move = 0;
    fit.forEach((row, r) => {
      const sum = row.reduce((a, b) => a + b, 0);
      const factor = sum > 0 ? rows[r]! / sum : 0;
      row.forEach((cell, k) => (row[k] = cell * factor));
    });
    columns.forEach((wanted, k) => {
      const sum = fit.reduce((total, row) => total + row[k]!, 0);
      const factor = sum > 0 ? wanted / sum : 0;
      move = Math.max(move, Math.abs(factor - 1) * wanted);
      fit.forEach((row) => (row[k]! *= factor));
    });
    if (move < 1e-10) break;
  }
  return fit.map((row, r) => row.map((cell, k) => (present(table[r]![k]!) ? cell : Number.NaN)));
}

function associationOf(table: readonly number[][]): number {
  const filled = table.map((row) => row.map((cell) => cell || 0)).filter((row) => row.some((cell) => cell > 0));
  const used = (filled[0] ?? []).map((_, k) => k).filter((k) => filled.some((row) => row[k]! > 0));
  if (filled.length < 2 || used.length < 2) return Number.NaN;
  return contingency(filled.map((row) => used.map((k) => row[k]!))).cramersV;
}
