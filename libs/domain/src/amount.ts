/** A number as somebody may know it: at least and at most. Equal where it is exact; `most` is null where only the least is said. */
export interface Amount {
  least: number;
  most: number | null;
}

/** Where bands begin. The first holds fewer than anybody's floor: it says that there is something, and not how much. */
const BANDS = [1, 10, 50, 200, 1_000, 5_000] as const;

/** A whole number ≥ 0, exact. */
export const exactAmount = (count: number): Amount => ({ least: count, most: count });

/** The band that a whole number ≥ 0 lies in: none, 1–9, 10–49, 50–199, 200–999, 1,000–4,999, 5,000 or more. */
export function bandedAmount(count: number): Amount {
  if (count === 0) return exactAmount(0);
  const start = BANDS.findLastIndex((least) => least <= count);
  const next = BANDS[start + 1];
  return { least: BANDS[start]!, most: next === undefined ? null : next - 1 };
}
