/** Which base groups each line holds, and which lines hold each base group, as flat numbers: made once for everybody who looks. */
export class SumIndex {
  private readonly start: Int32Array;
  private readonly members: Int32Array;
  private readonly startOf: Int32Array;
  private readonly linesOf: Int32Array;

  constructor(
    readonly groups: number,
    lines: readonly { readonly members: readonly number[] }[],
  ) {
    this.start = new Int32Array(lines.length + 1);
    this.startOf = new Int32Array(groups + 1);
    lines.forEach(({ members }, line) => {
      this.start[line + 1] = this.start[line]! + members.length;
      for (const group of members) this.startOf[group + 1]! += 1;
    });
    for (let group = 0; group < groups; group++) this.startOf[group + 1]! += this.startOf[group]!;
    this.members = new Int32Array(this.start[lines.length]!);
    this.linesOf = new Int32Array(this.start[lines.length]!);
    const filled = this.startOf.slice();
    lines.forEach(({ members }, line) => {
      this.members.set(members, this.start[line]);
      for (const group of members) this.linesOf[filled[group]!++] = line;
    });
  }

  get lines(): number {
    return this.start.length - 1;
  }

  membersOf(line: number): Int32Array {
    return this.members.subarray(this.start[line], this.start[line + 1]);
  }

  /** The lines that hold a group, in their order. */
  linesWith(group: number): Int32Array {
    return this.linesOf.subarray(this.startOf[group], this.startOf[group + 1]);
  }

  /** For the innermost loops: where the lines of a group begin, and the lines of all groups behind each other. */
  get flat(): { startOf: Int32Array; linesOf: Int32Array } {
    return { startOf: this.startOf, linesOf: this.linesOf };
  }
}
