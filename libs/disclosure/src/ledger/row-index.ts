/** Which rows hold a base group, so that what touches a few groups is found without looking at every row. */
export class RowIndex<R extends { readonly members: readonly number[] }> {
  private readonly start: Int32Array;
  private readonly rowsOf: Int32Array;

  constructor(
    groupCount: number,
    private readonly rows: readonly R[],
  ) {
    this.start = new Int32Array(groupCount + 1);
    for (const { members } of rows) for (const group of members) this.start[group + 1]! += 1;
    for (let group = 0; group < groupCount; group++) this.start[group + 1]! += this.start[group]!;
    this.rowsOf = new Int32Array(this.start[groupCount]!);
    const filled = this.start.slice();
    rows.forEach(({ members }, row) => {
      for (const group of members) this.rowsOf[filled[group]!++] = row;
    });
  }

  /** The rows that hold any of these groups, each once, in the order of the rows. */
  touching(groups: Iterable<number>): R[] {
    const found = new Set<number>();
    for (const group of groups)
      for (let at = this.start[group]!; at < this.start[group + 1]!; at++) found.add(this.rowsOf[at]!);
    return [...found].sort((a, b) => a - b).map((row) => this.rows[row]!);
  }
}
