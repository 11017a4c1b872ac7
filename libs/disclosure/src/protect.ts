import { bug } from '@datalab/domain';
import { assertExactCell, type ExactCell, type Tier } from './exact-cell.js';
import type { GatePolicy, SharedTier } from './gate-policy.js';
import type { DecidingRule, ProtectedCell, Warning } from './protected-cell.js';
import { REASON_TEXTS } from './reason-text.js';
import { disclosesClass } from './rules/class-disclosure.js';
import { dominanceFault, reportersKnown } from './rules/dominance.js';
import { insiderFault } from './rules/insider.js';
import { thresholdFault } from './rules/threshold.js';
import { shownNumbers } from './shown-numbers.js';

type Delivered = 'full' | 'partial';

/**
 * The gate: the one function through which every number passes before anybody but the worker sees it. Pure: the same
 * cell, tier and policy give the same answer. A gap is a gap; own figures and open data are exact; then the rules of
 * the policy, in the order of docs/methods/disclosure.md §3. Throws `Bug` on a cell that cannot exist, or that lacks
 * what a rule needs.
 */
export function protect(cell: ExactCell, tier: Tier, policy: GatePolicy): ProtectedCell {
  assertExactCell(cell);
  if (cell.delivered === 'none')
    return { state: 'not_delivered', rule: 'not_delivered', reasonText: REASON_TEXTS.not_delivered };
  const delivered = cell.delivered;
  if (tier === 'own') return exact(cell, delivered, 'own_tier');
  if (cell.open) return exact(cell, delivered, 'open_data');
  const rule = cell.reports === 0 ? null : withholdingRule(cell, tier, policy);
  if (isNoneOrFew(cell, rule, policy)) return notShown(cell, delivered, 'none_or_few', rule ?? 'no_reports');
  if (rule !== null) return notShown(cell, delivered, 'withheld', rule);
  if (cell.reports === 0 && !cell.openReports)
    return { state: 'zero', delivered, rule: 'no_reports', reasonText: REASON_TEXTS.zero };
  return {
    state: 'shown',
    ...shownNumbers(cell, tier, policy),
    exact: false,
    mayBeHotspot: tier === 'lab' || !policy.rules.has('dominance') || reportersKnown(cell),
    delivered,
    rule: 'all_rules_passed',
    warnings: warningsOf(cell, policy),
    reasonText: REASON_TEXTS.shown,
  };
}

/** Rules 1 to 4, first come first served. */
function withholdingRule(cell: ExactCell, tier: SharedTier, policy: GatePolicy): DecidingRule | null {
  const { rules } = policy;
  const floor = policy.floors[tier];
  const dominance = rules.has('dominance');
  return (
    thresholdFault(cell, floor) ??
    (dominance ? dominanceFault(cell) : null) ??
    (rules.has('insider') ? insiderFault(cell, floor, dominance) : null) ??
    (rules.has('class_disclosure') && tier === 'public' && disclosesClass(cell) ? 'class_disclosure' : null)
  );
}

/** Rule 5: nothing, and everything that cannot be shown, in one class. */
function isNoneOrFew(cell: ExactCell, rule: DecidingRule | null, policy: GatePolicy): boolean {
  if (!policy.rules.has('presence')) return false;
  if (cell.presenceProtected === undefined) throw bug('the gate must be told whether presence is protected here');
  return cell.presenceProtected && (rule !== null || cell.reports === 0);
}

function notShown(
  cell: ExactCell,
  delivered: Delivered,
  state: 'withheld' | 'none_or_few',
  rule: DecidingRule,
): ProtectedCell {
  return { state, openReports: cell.openReports ?? 0, delivered, rule, reasonText: REASON_TEXTS[state] };
}

function exact(cell: ExactCell, delivered: Delivered, rule: 'own_tier' | 'open_data'): ProtectedCell {
  const reports = cell.reports + (cell.openReports ?? 0);
  if (reports === 0) return { state: 'zero', delivered, rule, reasonText: REASON_TEXTS.zero };
  return {
    state: 'shown',
    reports,
    households: cell.kind === 'records' ? cell.households : null,
    exact: true,
    mayBeHotspot: true,
    delivered,
    rule,
    reasonText: rule === 'own_tier' ? REASON_TEXTS.own : REASON_TEXTS.open,
  };
}

function warningsOf(cell: ExactCell, policy: GatePolicy): Warning[] {
  const warnings: Warning[] = [];
  if (policy.rules.has('class_disclosure') && disclosesClass(cell)) warnings.push('class_disclosure');
  if (policy.rules.has('dominance') && !reportersKnown(cell)) warnings.push('reporters_unknown');
  return warnings;
}
