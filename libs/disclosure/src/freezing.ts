import type { GatePolicy } from './gate-policy.js';
import type { ProtectedCell } from './protected-cell.js';

/** What happened in a cell since it was published: added and removed together, so that swapping counts as change. */
export interface CellChange {
  /** Reports added plus reports removed. */
  reports: number;
  /** Distinct households (and units without one) of those reports. */
  units: number;
}

/** A published cell takes a new value only when at least this much changed in it. */
export const UNFREEZING_CHANGE: Readonly<CellChange> = { reports: 5, units: 5 };

/**
 * Freezing: a published cell keeps its state and its value until at least 5 reports of at least 5 households in it were
 * added or removed. Otherwise whoever compares two snapshots sees where the one new report is: its noise changes, the
 * others' does not. Zero and withheld are kept as well. A gap that is filled, own figures and open data are not frozen.
 * `published` is null where the cell is new.
 */
export function frozenOrFresh(
  published: ProtectedCell | null,
  fresh: ProtectedCell,
  change: CellChange,
  policy: GatePolicy,
): ProtectedCell {
  if (!policy.rules.has('freezing') || published === null) return fresh;
  if (published.state === 'not_delivered' || fresh.state === 'not_delivered') return fresh;
  if (fresh.rule === 'own_tier' || fresh.rule === 'open_data') return fresh;
  const enough = change.reports >= UNFREEZING_CHANGE.reports && change.units >= UNFREEZING_CHANGE.units;
  return enough ? fresh : { ...published, delivered: fresh.delivered };
}

/**
 * Whether a period is closed: its last day (`YYYY-MM-DD`) lies at least `lagDays` before today. A closed period is not
 * published again.
 */
export function isClosed(lastDay: string, today: string, lagDays: number): boolean {
  return Date.parse(`${today}T00:00:00Z`) - Date.parse(`${lastDay}T00:00:00Z`) >= lagDays * 86_400_000;
}
