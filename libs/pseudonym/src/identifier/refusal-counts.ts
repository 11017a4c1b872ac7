/**
 * Counts what got a key and what did not, by cause: the key coverage that stands beside every linked figure. Holds no value and no row.
 */
export class RefusalCounts<Cause extends string> {
  private readonly counts = new Map<Cause, number>();
  private resolvedRows = 0;

  resolved(): void {
    this.resolvedRows++;
  }

  refused(cause: Cause): void {
    this.counts.set(cause, (this.counts.get(cause) ?? 0) + 1);
  }

  /** Rows seen, rows with a key, and rows without one per cause (causes that did not occur are absent). */
  get summary(): { rows: number; resolved: number; refusals: Partial<Record<Cause, number>> } {
    const refused = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    return {
      rows: this.resolvedRows + refused,
      resolved: this.resolvedRows,
      refusals: Object.fromEntries(this.counts) as Partial<Record<Cause, number>>,
    };
  }

  /** Share of rows with a key, 0–1; undefined when no row was seen. */
  get coverage(): number | undefined {
    const { rows, resolved } = this.summary;
    return rows === 0 ? undefined : resolved / rows;
  }
}
