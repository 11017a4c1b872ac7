/**
 * One report as the attacks need it: what cells it falls in, whose it is, and its keys. Made from a snapshot's rows by
 * the worker.
 */
export interface AttackRecord {
  source: string;
  /** Area codes, highest level first: gemeente, wijk, buurt. All records have the same number of levels. */
  areas: readonly string[];
  /** An area of another division that crosses the levels (a leefgebied, a school district), where there is one. */
  overlapArea?: string;
  /** The square of 200 m; left out where the place is not known as finely as that. */
  square?: string;
  /** `YYYY-MM`. */
  month: string;
  category: string;
  /** The hour of the week (`rhythmCellOf` of libs/domain); left out where the source does not know it. */
  weekHour?: number;
  /**
   * The household that the report concerns, one name per source where the key is missing, null where it concerns none.
   */
  household: string | null;
  /** Null where the reporter is not known. */
  reporter: string | null;
  /**
   * Keys for the noise, integers below 2³²: of the report, and of its household within the source (unused where there
   * is none).
   */
  recordKey: number;
  householdKey: number;
}

/**
 * What one attack achieved: the cells it tried, and how many of them it recovered in the sense of
 * docs/methods/disclosure.md §2.
 */
export interface AttackResult {
  attack: string;
  tried: number;
  recovered: number;
}
