import type { GuessTable } from './guess-table.js';
import { isHiddenState, LINE_STATES, remembering, saidOf, type LineState, type Said } from './said.js';

/** What the lines of a table say while families of them go out. */
export class ToldLines {
  /** Everything that is said by any line, once. */
  private readonly sayings: { state: LineState; said: Said }[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly published: Int32Array;
  private readonly out: Uint8Array;
  private readonly inFamily: ReadonlyMap<number, readonly number[]>;
  /** Of a line that is out: nothing, or that it looks like none or too few. */
  private readonly whenOut: readonly [number, number];

  constructor(
    private readonly table: GuessTable,
    out: Iterable<number>,
  ) {
    const { state, shown, scale, family } = table;
    this.published = Int32Array.from(state, (of, line) => this.saying(LINE_STATES[of]!, shown[line]!, scale[line]!));
    this.whenOut = [this.saying('nothing', 0, 1), this.saying('none_or_few', 0, 1)];
    this.out = new Uint8Array(state.length);
    this.inFamily = Map.groupBy(family.keys(), (line) => family[line]!);
    for (const each of out) this.takeOut(each);
  }

  /** The lines of a family are not published from now on; returns them, none where they were out. */
  takeOut(family: number): readonly number[] {
    const lines = (this.inFamily.get(family) ?? []).filter((line) => !this.isOut(line));
    for (const line of lines) this.out[line] = 1;
    return lines;
  }

  isOut(line: number): boolean {
    return this.out[line] === 1;
  }

  /** The number of what a line says: the same for lines that say the same. */
  sayingOf(line: number): number {
    return this.isOut(line) ? this.whenOut[this.table.fewWhenOut[line]!]! : this.published[line]!;
  }

  said(line: number): Said {
    return this.sayings[this.sayingOf(line)]!.said;
  }

  isHidden(line: number): boolean {
    return isHiddenState(this.sayings[this.sayingOf(line)]!.state);
  }

  saysNothing(line: number): boolean {
    return this.sayings[this.sayingOf(line)]!.state === 'nothing';
  }

  private saying(state: LineState, shown: number, scale: number): number {
    const key = `${state} ${shown} ${scale}`;
    let number = this.numbers.get(key);
    if (number === undefined) {
      const said = remembering(saidOf({ state, shown, scale }, this.table.rules));
      number = this.sayings.push({ state, said }) - 1;
      this.numbers.set(key, number);
    }
    return number;
  }
}
