import type { SumRow } from './ledger-line.js';
import { SumIndex } from './sum-index.js';

/** What is known of the lines of an index, in their order. */
export interface KnownSums {
  index: SumIndex;
  lows: Float64Array;
  highs: Float64Array;
}

/** Kept of the parts of lines that are asked for again and again, in numbers. */
const MOST_KEPT = 4_000_000;

/**
 * One table that is being changed step by step, with the sums of all lines kept up to date, so that a change costs only
 * the lines it touches. `isIn` limits it to some of the base groups: all others are known exactly, and what is known of a
 * line is less what they hold. `violated` holds the lines whose sum lies outside what is known.
 */
export class TableState {
  readonly values: Float64Array;
  readonly violated = new Set<number>();
  private readonly index: SumIndex;
  private readonly sums: Float64Array;
  private readonly lows: Float64Array;
  private readonly highs: Float64Array;
  private readonly sizes: Int32Array;
  private readonly parts = new Map<number, Int32Array>();
  private kept = 0;
  private readonly log: { group: number; by: number }[] = [];

  constructor(
    truth: readonly number[],
    known: KnownSums,
    private readonly isIn?: Uint8Array,
  ) {
    const { index } = known;
    this.index = index;
    this.values = Float64Array.from(truth);
    this.sums = new Float64Array(index.lines);
    this.lows = known.lows.slice();
    this.highs = known.highs.slice();
    this.sizes = new Int32Array(index.lines);
    for (let line = 0; line < index.lines; line++) {
      let size = 0;
      let inside = 0;
      let outside = 0;
      for (const group of index.membersOf(line))
        if (isIn === undefined || isIn[group] === 1) {
          size += 1;
          inside += truth[group]!;
        } else outside += truth[group]!;
      this.sizes[line] = size;
      this.sums[line] = inside;
      this.lows[line] = Math.max(0, this.lows[line]! - outside);
      this.highs[line]! -= outside;
    }
  }

  /** A table of its own rows. */
  static of(truth: readonly number[], rows: readonly SumRow[]): TableState {
    const lows = Float64Array.from(rows, ({ low }) => low);
    const highs = Float64Array.from(rows, ({ high }) => high);
    return new TableState(truth, { index: new SumIndex(truth.length, rows), lows, highs });
  }

  /** From now on nothing is known of this line. Only for a table as it was at the start. */
  silence(line: number): void {
    this.lows[line] = 0;
    this.highs[line] = Infinity;
  }

  /** How many of the groups of a line are in the table. */
  sizeOf(line: number): number {
    return this.sizes[line]!;
  }

  /** Those groups, in the order of the line. */
  membersOf(line: number): Int32Array {
    const { isIn } = this;
    if (isIn === undefined) return this.index.membersOf(line);
    let part = this.parts.get(line);
    if (part === undefined) {
      part = this.index.membersOf(line).filter((group) => isIn[group] === 1);
      if (this.kept > MOST_KEPT) {
        this.parts.clear();
        this.kept = 0;
      }
      this.parts.set(line, part);
      this.kept += part.length;
    }
    return part;
  }

  /** How far this line is outside what is known of it: above 0 too much, below 0 too little, 0 inside. */
  excess(line: number): number {
    const sum = this.sums[line]!;
    if (sum > this.highs[line]!) return sum - this.highs[line]!;
    return sum < this.lows[line]! ? sum - this.lows[line]! : 0;
  }

  /**
   * By how much the lines together would be further outside (above 0) or less far outside (below 0) after the change.
   * The audit spends its time here: numbers in flat arrays, and no global name (`Math`), which costs twenty times the
   * rest of the loop inside the sandbox of the tests.
   */
  costOf(group: number, by: number): number {
    const { sums, lows, highs } = this;
    const { startOf, linesOf } = this.index.flat;
    const end = startOf[group + 1]!;
    let cost = 0;
    for (let at = startOf[group]!; at < end; at++) {
      const line = linesOf[at]!;
      const low = lows[line]!;
      const high = highs[line]!;
      const sum = sums[line]!;
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
    for (const line of this.index.linesWith(group)) {
      this.sums[line]! += by;
      if (this.excess(line) === 0) this.violated.delete(line);
      else this.violated.add(line);
    }
  }
}
