import type { ReasonText } from './reason-text.js';

/** Why the gate decided as it did. For checkers and for the ledger; never for the lab or the public. */
export type DecidingRule =
  | 'own_tier'
  | 'open_data'
  | 'not_delivered'
  | 'no_reports'
  | 'too_few_reports'
  | 'too_few_households'
  | 'dominated_by_households'
  | 'dominated_by_reporters'
  | 'insider_too_few_reports'
  | 'insider_too_few_households'
  | 'insider_dominated_by_households'
  | 'insider_dominated_by_reporters'
  | 'class_disclosure'
  | 'all_rules_passed';

/** What the two checkers are told of a cell that is shown, and nobody else. */
export type Warning = 'class_disclosure' | 'reporters_unknown';

interface Decision {
  rule: DecidingRule;
  warnings?: readonly Warning[];
  reasonText: ReasonText;
}

/** A number that may be shown. */
export interface ShownCell extends Decision {
  state: 'shown';
  reports: number;
  /** Null for counts, and where the households alone are under the floor. */
  households: number | null;
  /**
   * Exact because it is the organisation's own or public already; otherwise the number carries what the policy does to
   * it.
   */
  exact: boolean;
  /**
   * False where a single reporter cannot be ruled out and everybody looks: then no map statistic is shown for the area.
   */
  mayBeHotspot: boolean;
  delivered: 'full' | 'partial';
}

/**
 * There are reports, and how many is not said. `openReports` is the part that was public already, where there is one.
 */
export interface WithheldCell extends Decision {
  state: 'withheld';
  openReports?: number;
  delivered: 'full' | 'partial';
}

/** Delivered, and nothing was registered. Where `delivered` is partial: nothing in the part that was delivered. */
export interface ZeroCell extends Decision {
  state: 'zero';
  delivered: 'full' | 'partial';
}

/** A sensitive category on a fine grain: nothing, or something that cannot be shown; which of the two is not said. */
export interface NoneOrFewCell extends Decision {
  state: 'none_or_few';
  openReports?: number;
  delivered: 'full' | 'partial';
}

/** A gap: nobody delivered. Looks different from zero, always. */
export interface NotDeliveredCell extends Decision {
  state: 'not_delivered';
}

export type ProtectedCell = ShownCell | WithheldCell | ZeroCell | NoneOrFewCell | NotDeliveredCell;

type WithoutRule<Cell> = Cell extends Decision ? Omit<Cell, 'rule' | 'warnings'> : never;
/** What leaves the worker: a protected cell without the rule that decided and without the warnings. */
export type ShareableCell = WithoutRule<ProtectedCell>;

/** Takes off what is for checkers. Only this form may be stored where the api, the lab or the public can read it. */
export function shareable(cell: ProtectedCell): ShareableCell {
  const copy: Partial<ProtectedCell> = { ...cell };
  delete copy.rule;
  delete copy.warnings;
  return copy as ShareableCell;
}
