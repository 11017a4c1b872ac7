import type { RawRow } from '../reading/tokeniser.js';

/** What the sample shows of one column. */
export interface ColumnProfile {
  column: string;
  /** Text of every sampled row, trimmed, blanks included. */
  values: readonly string[];
  /** Not blank. */
  filled: readonly string[];
  distinct: ReadonlyMap<string, number>;
}

export type Profiles = ReadonlyMap<string, ColumnProfile>;

/** Profiles of all columns of a sample, by name. */
export function profileColumns(header: readonly string[], sample: readonly RawRow[]): Profiles {
  return new Map(
    header.map((column, i) => {
      const values = sample.map(({ cells }) => (cells[i] ?? '').trim());
      const filled = values.filter((value) => value !== '');
      const distinct = new Map<string, number>();
      for (const value of filled) distinct.set(value, (distinct.get(value) ?? 0) + 1);
      return [column, { column, values, filled, distinct }];
    }),
  );
}

/** Share of the values that are not blank for which something holds; 0 where all are blank. */
export function shareOf(profile: ColumnProfile | undefined, holds: (value: string) => boolean): number {
  if (profile === undefined || profile.filled.length === 0) return 0;
  let count = 0;
  for (const [value, times] of profile.distinct) if (holds(value)) count += times;
  return count / profile.filled.length;
}
