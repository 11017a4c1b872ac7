import type { ReasonText } from './reason-text.js';

/** Why the gate decided as it did. For checkers and for the ledger; never for the lab or the public. */
export type DecidingRule =
  | 'own_tier'
  | 'open_data'
  | 'not_delivered'
  | 'no_reports'
  | 'too_few_reports'
  | 'too_few_households'
  | 'all_rules_passed';

interface Decision {
  rule: DecidingRule;
  reasonText: ReasonText;
}

/** A number that may be shown. */
export interface ShownCell extends Decision {
  state: 'shown';
  reports: number;
  /** Null for counts, and where the households alone are under the floor. */
  households: number | null;
  delivered: 'full' | 'partial';
}

/** There are reports, and how many is not said. `openReports` is the part that was public already, where there is one. */
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

/** A gap: nobody delivered. Looks different from zero, always. */
export interface NotDeliveredCell extends Decision {
  state: 'not_delivered';
}

export type ProtectedCell = ShownCell | WithheldCell | ZeroCell | NotDeliveredCell;

type WithoutRule<Cell> = Cell extends Decision ? Omit<Cell, 'rule'> : never;
/** What leaves the worker: a protected cell without the rule that decided. */
export type ShareableCell = WithoutRule<ProtectedCell>;

/** Takes the rule off. Only this form may be stored where the api, the lab or the public can read it. */
export function shareable(cell: ProtectedCell): ShareableCell {
  const copy: Partial<ProtectedCell> = { ...cell };
  delete copy.rule;
  return copy as ShareableCell;
}
