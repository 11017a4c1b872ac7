/** Why a row has no key in a column. `failed_elfproef`: a mistyped BSN, or another number than a BSN. */
export const KEY_CAUSES = ['blank', 'incomplete', 'malformed', 'failed_elfproef', 'not_listed', 'ambiguous'] as const;
export type KeyCause = (typeof KEY_CAUSES)[number];

/** How many rows got a key in one column, and why the others did not: the key coverage that stands beside every figure about households. */
export interface KeyCounts {
  given: number;
  /** Rows that get none on purpose: they are not about a household, or not at a dwelling. */
  notNeeded: number;
  without: Record<KeyCause, number>;
}

export const noKeysYet = (): KeyCounts => ({
  given: 0,
  notNeeded: 0,
  without: { blank: 0, incomplete: 0, malformed: 0, failed_elfproef: 0, not_listed: 0, ambiguous: 0 },
});

/** Why rows have no household key, as a load is told of it: rows per cause, all ≥ 0. */
export interface HouseholdKeyCauses {
  /** There is no address in the row. */
  blank: number;
  incomplete: number;
  malformed: number;
  notListed: number;
  ambiguous: number;
  /** The address was found, and yet the key holders gave no key. */
  notMade: number;
}

/**
 * The causes of the household key alone, because the quality report is about that one; undefined where the mapping makes no such key. No cause
 * `notMade`: a client writes no file while a key holder still owes it a key. An elfproef is of persons: it does not occur here.
 */
export function householdKeyCauses(keys: Partial<Record<'household_key', KeyCounts>>): HouseholdKeyCauses | undefined {
  const { household_key: counts } = keys;
  if (counts === undefined) return undefined;
  const { blank, incomplete, malformed, not_listed: notListed, ambiguous } = counts.without;
  return { blank, incomplete, malformed, notListed, ambiguous, notMade: 0 };
}
