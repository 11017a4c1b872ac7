// the cell, before and after the gate
export {
  assertExactCell,
  DELIVERIES,
  protectedUnits,
  TIERS,
  type Delivery,
  type ExactCell,
  type Part,
  type Remainder,
  type SensitiveShare,
  type Tier,
} from './exact-cell.js';
export {
  shareable,
  type DecidingRule,
  type NoneOrFewCell,
  type NotDeliveredCell,
  type ProtectedCell,
  type ShareableCell,
  type ShownCell,
  type Warning,
  type WithheldCell,
  type ZeroCell,
} from './protected-cell.js';
export { REASON_TEXTS, type ReasonText } from './reason-text.js';
// the gate
export {
  ALL_RULES,
  gatePolicy,
  PLATFORM_FLOORS,
  SWITCHED_RULES,
  THRESHOLD_ONLY,
  type Floor,
  type GatePolicy,
  type PolicyChoice,
  type SharedTier,
  type SwitchedRule,
} from './gate-policy.js';
export { protect } from './protect.js';
export { coarsePrior, smoothedRate, type Prior } from './smoothed-rate.js';
export { protectMapStatistic, type MapStatistic, type ProtectedMapStatistic } from './protect-map-statistic.js';
export {
  MODEL_LIMITS,
  protectModelOutput,
  PUBLISHED_P_BANDS,
  type ModelEstimate,
  type ModelOutput,
  type ModelRefusal,
  type PBand,
  type ProtectedModelOutput,
  type ReleasableEstimate,
} from './protect-model-output.js';
// single rules that a table builder needs by themselves
export { frozenOrFresh, isClosed, UNFREEZING_CHANGE, type CellChange } from './freezing.js';
export {
  ANSWERED_SHARE,
  chooseGrainOf,
  chooseSeriesGrain,
  isAnswer,
  mayShowGrain,
  SERIES_GRAINS,
  type SeriesGrain,
} from './series-grain.js';
export { CARE_OUTCOMES, careOutcome, type CareOutcome } from './rules/care-outcome.js';
export { PUBLIC_BANDS, publicBand, publicShare, type PublicBand } from './rules/bands.js';
export { DOMINANT_SHARE, REPORTERS_KNOWN_SHARE, reportersKnown } from './rules/dominance.js';
export { isPresenceProtected, SENSITIVE_CATEGORIES } from './rules/presence.js';
export { PUBLIC_BASE, roundToBase } from './rules/rounding.js';
// noise
export {
  buildPerturbationTable,
  KEY_SPACE,
  PLATFORM_NOISE,
  type PerturbationRow,
  type PerturbationTable,
} from './noise/build-perturbation-table.js';
export { cellKey, householdKey, lookupPoint, type Draw } from './noise/cell-key.js';
export { maxEntropyNoise, type NoiseDistribution, type NoiseShape } from './noise/max-entropy-noise.js';
export { cellNoise, noiseAt } from './noise/noise-at.js';
export { noiseBound, noisedHouseholds, noisedReports, noiseScale } from './noise/noised-count.js';
export { PERTURBATION_TABLE } from './noise/perturbation-table.js';
// the release ledger
export { knownInterval, type KnownInterval, type LineMaking } from './ledger/known-interval.js';
export { rowsFor, type LedgerLine, type Onlooker, type SumRow } from './ledger/ledger-line.js';
export { bounds, type BoundedTarget, type Bounds } from './ledger/bounds.js';
export { feasibleValues } from './ledger/feasible-values.js';
export { type Programme, type SolveProgramme } from './ledger/programme.js';
export { searchProgramme } from './ledger/search-programme.js';
export { auditRelease, type AuditAnswer, type AuditFinding } from './ledger/audit-release.js';
export type { ReleaseAudit } from './ledger/release-audit.js';
export { safeVersions, type ReleaseVersion, type SafeVersion } from './ledger/safe-versions.js';
export { coarsenToSafe, type CoarsenedRelease } from './ledger/coarsen-to-safe.js';
// the attack suite: what `datalab verify disclosure` runs
export { type AttackRecord, type AttackResult } from './attacks/attack-record.js';
export { runAttackSuite, type AttackReport, type AttackSuiteInput } from './attacks/attack-suite.js';
export { coarsenGuessed, type GuessAnswer } from './guesser/coarsen-guessed.js';
export {
  guessTable,
  NO_FAMILY,
  type GuessedLine,
  type GuessGround,
  type GuessTable,
  type LineAt,
} from './guesser/guess-table.js';
export { lineOfInterval, type LineRules, type LineSaid, type LineState } from './guesser/said.js';
export { releasedTables, type ReleasedTables } from './attacks/released-tables.js';
export { ledgerOfTables, type TableLedger } from './attacks/ledger-of-tables.js';
export { runPositiveControls, type PositiveControl } from './attacks/positive-controls.js';
export { exactTables, type ExactLine, type ExactTables, type LineAbout } from './attacks/exact-tables.js';
export type { Frame } from './attacks/frame.js';
export { publishTables, type PublishedLine, type PublishedTables } from './attacks/published-tables.js';
export { withHouseholdKeys } from './attacks/household-keys.js';
export { sampleRegion, type RegionSize } from './attacks/sample-region.js';
export { holdAgainstLedger, type HeldTables } from './attacks/held-tables.js';
export { provenReleases, repeatedReleases, type HarmlessTally, type ProvenTally } from './attacks/harmless-releases.js';
export type { NearestTally } from './attacks/nearest-line.js';
export { spearman, usefulness, type QuestionTally, type Usefulness, type WhyNot } from './attacks/usefulness.js';
