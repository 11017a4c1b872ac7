import { AXES, isTreeAxis, type Axis } from './axes.js';
import { ENDLESS, frequencies, sureOf } from './guess-tree.js';
import { NO_FAMILY, type GuessTable } from './guess-table.js';
import { SumForest } from './sum-forest.js';
import type { SumNode } from './sum-tree.js';
import { ToldLines } from './told-lines.js';

/** Hidden lines that are known, and the lines from which that follows. */
interface Found {
  known: Iterable<number>;
  goes: Iterable<number>;
}

/** An axis with what of it has to be read again: sums by their number, trees by their topmost total. */
interface AxisToRead {
  axis: Axis;
  forest: SumForest;
  sums: Uint8Array;
  trees: Set<number>;
}

/** Of a kind of line that is nowhere hidden in what is read alone: each number is as likely. */
const UNHEARD_OF: readonly number[] = Array.from({ length: ENDLESS }, () => 1);

/**
 * The best guesser at work on one table, which loses what it knows: sums one by one along every axis, and whole trees along areas and periods,
 * each by `sureOf`. Of lines without a number it knows how often those of the same kind hold how many. A round reads only what has lost lines since.
 */
export class Guesser {
  private readonly lines: ToldLines;
  private readonly axes: readonly AxisToRead[];
  private priors: readonly (readonly number[])[] = [];
  /** Every hidden line that was known at some time. */
  readonly known = new Set<number>();
  /** What is known of the parts of sums that were read; those that look the same are read once. */
  private readonly guessed = new Map<string, ReadonlyMap<number, number>>();

  constructor(
    private readonly table: GuessTable,
    out: Iterable<number>,
  ) {
    this.lines = new ToldLines(table, out);
    this.axes = AXES.map((axis) => {
      const forest = new SumForest(table.sums[axis], table.state.length);
      return { axis, forest, sums: new Uint8Array(forest.size), trees: new Set<number>() };
    });
  }

  /** Counts anew how often hidden lines hold how many; the next round reads everything. */
  readEverything(): void {
    const hidden: number[][] = [];
    const counted = new Uint8Array(this.table.state.length);
    for (const { axis, forest, sums, trees } of this.axes) {
      for (let sum = 0; sum < forest.size; sum++) {
        const [total, parts] = [forest.totalOf(sum), forest.partsOf(sum)];
        if (!this.isTold(total) || parts.every((line) => this.lines.saysNothing(line))) continue;
        for (const line of [total, ...parts]) {
          if (counted[line] === 1 || !this.lines.isHidden(line)) continue;
          counted[line] = 1;
          (hidden[this.table.kind[line]!] ??= []).push(this.table.reports[line]!);
        }
      }
      sums.fill(1);
      if (isTreeAxis(axis)) for (const top of forest.tops()) trees.add(top);
    }
    this.priors = hidden.map(frequencies);
    this.guessed.clear();
  }

  /** Reads what has to be read; returns the families that it took out, by their number. */
  round(): number[] {
    const takenOut: number[] = [];
    const read = (found: Iterable<Found>): void => {
      const goes = new Set<number>();
      for (const one of found) {
        for (const line of one.known) this.known.add(line);
        for (const line of one.goes) goes.add(this.table.family[line]!);
      }
      takenOut.push(...this.takeOut(goes));
    };
    for (const one of this.axes) read(this.readSums(one));
    for (const one of this.axes) read(this.readTrees(one));
    return takenOut;
  }

  private *readSums({ forest, sums }: AxisToRead): Generator<Found> {
    for (let sum = sums.indexOf(1); sum >= 0; sum = sums.indexOf(1, sum + 1)) {
      sums[sum] = 0;
      const total = forest.totalOf(sum);
      const parts = forest.partsOf(sum);
      if (!this.isTold(total) || !parts.some((line) => this.lines.isHidden(line))) continue;
      const sure = this.sureOfParts(total, parts);
      const known = parts.filter((line) => sure.get(this.lookOf(line)) === this.table.reports[line]);
      if (known.length === 0) continue;
      // Where all parts are out and look like too few, the total tells what is in them: then it goes too.
      yield { known, goes: parts.every((line) => this.lines.isOut(line)) ? [total] : parts };
    }
  }

  /** What is known of the parts of a total from what it and all of them say, by how they look. */
  private sureOfParts(total: number, parts: Int32Array): ReadonlyMap<number, number> {
    const said = this.lines.said(total);
    const high = Math.min(said.high, this.table.reports[total]! + ENDLESS);
    const key = `${this.lines.sayingOf(total)} ${high} ${parts.map((line) => this.lookOf(line)).sort().join()}`; // prettier-ignore
    let sure = this.guessed.get(key);
    if (sure === undefined) {
      const nodes = new Map<SumNode, number>();
      for (const line of parts) nodes.set(this.node(line, []), this.lookOf(line));
      const found = sureOf({ said: { ...said, high }, parts: [...nodes.keys()], isSought: false });
      sure = new Map(Array.from(found, ([node, number]) => [nodes.get(node)!, number]));
      this.guessed.set(key, sure);
    }
    return sure;
  }

  private *readTrees({ forest, trees }: AxisToRead): Generator<Found> {
    for (const top of trees) for (const root of forest.trees(top, this.lines)) yield this.readTree(forest, root);
    trees.clear();
  }

  private readTree(forest: SumForest, root: number): Found {
    const places = new Map<SumNode, { line: number; depth: number }>();
    const nodeOf = (line: number, depth: number): SumNode => {
      const parts = Array.from(forest.readParts(line, this.lines), (part) => nodeOf(part, depth + 1));
      const node = this.node(line, parts);
      places.set(node, { line, depth: parts.length > 0 ? depth + 1 : depth });
      return node;
    };
    const known = [...sureOf(nodeOf(root, 0))].map(([node, number]) => ({ ...places.get(node)!, node, number }));
    const right = known.filter(({ line, number }) => number === this.table.reports[line]);
    // The finest goes first: often it is what told the rest.
    const finest = right.reduce((deepest, { depth }) => Math.max(deepest, depth), 0);
    const goes = right
      .filter(({ depth }) => depth === finest)
      .flatMap(({ node, line }) =>
        node.parts.length > 0 ? node.parts.map((part) => places.get(part)!.line) : [...forest.siblings(line)],
      );
    return { known: right.map(({ line }) => line), goes };
  }

  private node(line: number, parts: readonly SumNode[]): SumNode {
    const said = this.lines.said(line);
    if (!this.lines.isHidden(line)) return { said, parts, isSought: false };
    return { said, prior: this.priors[this.table.kind[line]!] ?? UNHEARD_OF, parts, isSought: true };
  }

  /** Lines that look the same say the same and are of the same kind. */
  private lookOf(line: number): number {
    return this.lines.sayingOf(line) * this.table.kinds + this.table.kind[line]!;
  }

  private isTold(line: number): boolean {
    return !this.lines.isOut(line) && !this.lines.saysNothing(line);
  }

  private takeOut(families: Iterable<number>): number[] {
    const gone: number[] = [];
    for (const family of families) {
      if (family === NO_FAMILY) continue;
      const lines = this.lines.takeOut(family);
      if (lines.length > 0) gone.push(family);
      for (const line of lines)
        for (const { axis, forest, sums, trees } of this.axes) {
          for (const sum of forest.sumsWith(line)) sums[sum] = 1;
          if (isTreeAxis(axis)) trees.add(forest.topOf(line));
        }
    }
    return gone;
  }
}
