import type { GuessSums } from './guess-table.js';
import type { ToldLines } from './told-lines.js';

const NONE = new Int32Array(0);

/** The sums along one axis as trees: every line is the total of at most one of them, and a part of at most one. */
export class SumForest {
  /** Of each line the sum whose total it is, and the one that it is a part of; −1 is none. */
  private readonly sumOf: Int32Array;
  private readonly partOf: Int32Array;

  constructor(
    private readonly sums: GuessSums,
    lines: number,
  ) {
    this.sumOf = new Int32Array(lines).fill(-1);
    this.partOf = new Int32Array(lines).fill(-1);
    sums.total.forEach((line, sum) => {
      this.sumOf[line] = sum;
      for (const part of this.partsOf(sum)) this.partOf[part] = sum;
    });
  }

  get size(): number {
    return this.sums.total.length;
  }

  totalOf(sum: number): number {
    return this.sums.total[sum]!;
  }

  partsOf(sum: number): Int32Array {
    const { start, parts } = this.sums;
    return parts.subarray(start[sum]!, start[sum + 1]!);
  }

  /** The sums that a line is in. */
  sumsWith(line: number): number[] {
    return [this.sumOf[line]!, this.partOf[line]!].filter((sum) => sum >= 0);
  }

  /** Those with the same total as a line, itself included. */
  siblings(line: number): Int32Array {
    const sum = this.partOf[line]!;
    return sum < 0 ? Int32Array.of(line) : this.partsOf(sum);
  }

  /** The topmost totals. */
  tops(): number[] {
    return Array.from(this.sums.total).filter((line) => this.partOf[line]! < 0);
  }

  topOf(line: number): number {
    let at = line;
    while (this.partOf[at]! >= 0) at = this.totalOf(this.partOf[at]!);
    return at;
  }

  /** The parts of a line that are read with it: all, or none where one of them tells nothing; what is left then says next to nothing of any. */
  readParts(line: number, lines: ToldLines): Int32Array {
    const sum = this.sumOf[line]!;
    if (sum < 0) return NONE;
    const parts = this.partsOf(sum);
    return parts.every((part) => !lines.saysNothing(part) || this.readParts(part, lines).length > 0) ? parts : NONE;
  }

  /** The trees under a topmost total, by the totals that they begin with: each says something and is read with its parts. */
  *trees(line: number, lines: ToldLines): Generator<number> {
    const sum = this.sumOf[line]!;
    if (sum < 0) return;
    if (!lines.saysNothing(line) && this.readParts(line, lines).length > 0) yield line;
    else for (const part of this.partsOf(sum)) yield* this.trees(part, lines);
  }
}
