export {
  assertExactCell,
  DELIVERIES,
  protectedUnits,
  TIERS,
  type Delivery,
  type ExactCell,
  type Tier,
} from './exact-cell.js';
export {
  gatePolicy,
  PLATFORM_FLOORS,
  THRESHOLD_ONLY,
  type Floor,
  type GatePolicy,
  type PolicyChoice,
  type SharedTier,
  type SwitchedRule,
} from './gate-policy.js';
export { protect } from './protect.js';
export { protectMapStatistic, type MapStatistic, type ProtectedMapStatistic } from './protect-map-statistic.js';
export {
  shareable,
  type DecidingRule,
  type NotDeliveredCell,
  type ProtectedCell,
  type ShareableCell,
  type ShownCell,
  type WithheldCell,
  type ZeroCell,
} from './protected-cell.js';
export { REASON_TEXTS, type ReasonText } from './reason-text.js';
