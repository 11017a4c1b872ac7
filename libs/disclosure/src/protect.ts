import { assertExactCell, type ExactCell, type Tier } from './exact-cell.js';
import type { Floor, GatePolicy } from './gate-policy.js';
import type { ProtectedCell } from './protected-cell.js';
import { REASON_TEXTS } from './reason-text.js';
import { thresholdFault } from './rules/threshold.js';

/**
 * The gate: the one function through which every number passes before anybody but the worker sees it. Pure: the same cell, tier
 * and policy give the same answer. Order: a gap is a gap; own figures and open data are exact; zero is zero; then the rules of the
 * policy. Throws `Bug` on a cell that cannot exist.
 */
export function protect(cell: ExactCell, tier: Tier, policy: GatePolicy): ProtectedCell {
  assertExactCell(cell);
  if (cell.delivered === 'none')
    return { state: 'not_delivered', rule: 'not_delivered', reasonText: REASON_TEXTS.not_delivered };
  const delivered = cell.delivered;
  if (tier === 'own') return exact(cell, delivered, 'own_tier');
  if (cell.open) return exact(cell, delivered, 'open_data');
  const openReports = cell.openReports ?? 0;
  const floor = policy.floors[tier];
  if (cell.reports === 0 && openReports === 0)
    return { state: 'zero', delivered, rule: 'no_reports', reasonText: REASON_TEXTS.zero };
  const fault = cell.reports === 0 ? null : thresholdFault(cell, floor);
  if (fault !== null)
    return { state: 'withheld', openReports, delivered, rule: fault, reasonText: REASON_TEXTS.withheld };
  return {
    state: 'shown',
    reports: cell.reports + openReports,
    households: shownHouseholds(cell, floor),
    delivered,
    rule: 'all_rules_passed',
    reasonText: REASON_TEXTS.shown,
  };
}

function exact(cell: ExactCell, delivered: 'full' | 'partial', rule: 'own_tier' | 'open_data'): ProtectedCell {
  const reports = cell.reports + (cell.openReports ?? 0);
  if (reports === 0) return { state: 'zero', delivered, rule, reasonText: REASON_TEXTS.zero };
  return {
    state: 'shown',
    reports,
    households: cell.kind === 'records' ? cell.households : null,
    delivered,
    rule,
    reasonText: rule === 'own_tier' ? REASON_TEXTS.own : REASON_TEXTS.open,
  };
}

/** A cell may pass on rows about places while two households are in it: then the reports are shown and the households are not. */
function shownHouseholds(cell: ExactCell, floor: Floor): number | null {
  return cell.kind === 'records' && cell.households >= floor.households ? cell.households : null;
}
