/** Rows that carry the second key (postcode + number), counted. */
export interface SecondKeyCounts {
  /** Have a household key, and another row of the same household has one too: these do match. */
  matched: number;
  /** Have no household key, while their second key is that of exactly one household: these should have matched. */
  missed: number;
}

/**
 * Which share (0–1) of the matches within one source the first key misses: missed ÷ (matched + missed). A lower bound: an address that never
 * got a key cannot be missed. Null where no row could tell. Throws RangeError for a count below 0.
 */
export function missedMatchRate({ matched, missed }: SecondKeyCounts): number | null {
  if (!(matched >= 0 && missed >= 0)) throw new RangeError('a count is 0 or more');
  return matched + missed === 0 ? null : missed / (matched + missed);
}
