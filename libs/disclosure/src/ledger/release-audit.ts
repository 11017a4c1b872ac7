import type { LedgerLine } from './ledger-line.js';
import type { SolveProgramme } from './programme.js';

/** What an audit is about: what was delivered, what is known of it already, and what is about to be. */
export interface ReleaseAudit {
  /** Exact number of reports of every base group, and the organisation that delivered it. */
  truth: readonly number[];
  owner: readonly string[];
  /** Everything released so far, and what is about to be. */
  earlier: readonly LedgerLine[];
  release: readonly LedgerLine[];
  /** Least reports of a shown cell, per tier. */
  floors: { lab: number; public: number };
  participants: readonly string[];
  /** False where nothing of it goes to everybody: then only the participants look. Absent = true. */
  forEverybody?: boolean;
  /**
   * Base groups that are under a floor for their households or sensitive for their presence, whatever their number of
   * reports.
   */
  alsoProtected?: readonly number[];
  /** Ids of the protected groups that are looked at; absent = all. For asking again about those that failed. */
  onlyGroups?: ReadonlySet<string>;
  /**
   * Absent: nothing is bounded exactly, and a group that no example proves open counts as known too closely. For what is
   * coarsened where it is in doubt, and too large to bound: a whole picture.
   */
  solve?: SolveProgramme;
}
