import type { SumRow } from './ledger-line.js';

/**
 * One table that is being changed step by step, with the sums of all rows kept up to date, so that a change costs only
 * the rows it touches. `violated` holds the rows whose sum lies outside what is known.
 */
export class TableState {
  readonly values: Float64Array;
  readonly violated = new Set<number>();
  private readonly sums: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly start: Int32Array;
  private readonly rowsOf: Int32Array;
  private readonly log: { group: number; by: number }[] = [];

  constructor(
    truth: readonly number[],
    readonly rows: readonly SumRow[],
  ) {
    this.values = Float64Array.from(truth);
    this.sums = new Float64Array(rows.length);
    this.lows = Float64Array.from(rows, ({ low }) => low);
    this.highs = Float64Array.from(rows, ({ high }) => high);
    this.start = new Int32Array(truth.length + 1);
    for (const { members } of rows) for (const group of members) this.start[group + 1]! += 1;
    for (let group = 0; group < truth.length; group++) this.start[group + 1]! += this.start[group]!;
    this.rowsOf = new Int32Array(this.start[truth.length]!);
    const filled = this.start.slice();
    rows.forEach(({ members }, row) => {
      for (const group of members) {
        this.rowsOf[filled[group]!++] = row;
        this.sums[row]! += truth[group]!;
      }
    });
  }

  /** How far this row is outside what is known of it: above 0 too much, below 0 too little, 0 inside. */
  excess(row: number): number {
    const sum = this.sums[row]!;
    if (sum > this.highs[row]!) return sum - this.highs[row]!;
    return sum < this.lows[row]! ? sum - this.lows[row]! : 0;
  }

  /**
   * By how much the rows together would be further outside (above 0) or less far outside (below 0) after the change.
   * The audit spends its time here: numbers in flat arrays, and no global name (`Math`), which costs twenty times the
   * rest of the loop inside the sandbox of the tests.
   */
  costOf(group: number, by: number): number {
    const { rowsOf, sums, lows, highs } = this;
    const end = this.start[group + 1]!;
    let cost = 0;
    for (let at = this.start[group]!; at < end; at++) {
      const row = rowsOf[at]!;
      const low = lows[row]!;
      const high = highs[row]!;
      const sum = sums[row]!;
      const then = sum + by;
      cost += then > high ? then - high : then < low ? low - then : 0;
      cost -= sum > high ? sum - high : sum < low ? low - sum : 0;
    }
    return cost;
  }

  change(group: number, by: number): void {
    this.log.push({ group, by });
    this.apply(group, by);
  }

  /** Takes back every change since the start. */
  reset(): void {
    for (let last = this.log.pop(); last !== undefined; last = this.log.pop()) this.apply(last.group, -last.by);
  }

  private apply(group: number, by: number): void {
    this.values[group]! += by;
    for (let at = this.start[group]!; at < this.start[group + 1]!; at++) {
      const row = this.rowsOf[at]!;
      this.sums[row]! += by;
      if (this.excess(row) === 0) this.violated.delete(row);
      else this.violated.add(row);
    }
  }
}
