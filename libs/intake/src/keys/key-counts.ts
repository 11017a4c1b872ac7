/** Why a row has no key in a column. `failed_elfproef`: a mistyped BSN, or another number than a BSN. */
export const KEY_CAUSES = ['blank', 'incomplete', 'malformed', 'failed_elfproef', 'not_listed', 'ambiguous'] as const;
export type KeyCause = (typeof KEY_CAUSES)[number];

/** How many rows got a key in one column, and why the others did not: the key coverage that stands beside every figure about households. */
export interface KeyCounts {
  given: number;
  without: Record<KeyCause, number>;
}

export const noKeysYet = (): KeyCounts => ({
  given: 0,
  without: { blank: 0, incomplete: 0, malformed: 0, failed_elfproef: 0, not_listed: 0, ambiguous: 0 },
});
