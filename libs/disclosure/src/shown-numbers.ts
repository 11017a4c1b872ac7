import type { ExactCell } from './exact-cell.js';
import type { GatePolicy, SharedTier } from './gate-policy.js';
import { noisedHouseholds, noisedReports } from './noise/noised-count.js';
import { raiseToFloor } from './rules/raise-to-floor.js';
import { roundToBase } from './rules/rounding.js';

/**
 * Rules 6 to 8 for a cell that may be shown: noise, at least the floor, rounding for the public. The open part of a
 * mixed cell is added exact. Households are null for counts and where they alone are under the floor (a cell may pass
 * on reports about places), and never more than the reports.
 */
export function shownNumbers(
  cell: ExactCell,
  tier: SharedTier,
  policy: GatePolicy,
): { reports: number; households: number | null } {
  const floor = policy.floors[tier];
  const noise = policy.rules.has('noise');
  const round = tier === 'public' && policy.rules.has('rounding') ? roundToBase : (value: number) => value;
  const reports =
    cell.reports === 0 ? 0 : round(noise ? raiseToFloor(noisedReports(cell), floor.reports) : cell.reports);
  const openReports = cell.openReports ?? 0;
  if (cell.kind === 'counts' || cell.households < floor.households)
    return { reports: reports + openReports, households: null };
  const households = round(noise ? raiseToFloor(noisedHouseholds(cell), floor.households) : cell.households);
  return { reports: reports + openReports, households: Math.min(households, reports) };
}
