import {
  knownInterval,
  noiseBound,
  protect,
  protectMapStatistic,
  protectModelOutput,
  publicBand,
  publicShare,
  shareable,
  type ExactCell,
  type GatePolicy,
  type ModelRefusal,
  type SharedTier,
} from '@datalab/disclosure';
import type { RunEndCode, RunResult, RunTier } from '@datalab/domain';
import type { AnyMethod, OutcomeGate } from './method.js';
import type { RunScope } from './run-scope.js';
import { digestOf } from './plain-json.js';

/** A run as far as it is known when its outcome is there. */
export interface FinishedRun {
  method: AnyMethod;
  scope: RunScope;
  params: unknown;
  seed: number;
  snapshotDigest: string;
  policyVersion: number;
  data: unknown;
  outcome: unknown;
  /** By how many households its data differ from those of each earlier run of the same method; nought is the same data. */
  householdsDiffering: readonly number[];
}

/**
 * THE place where the outcome of a run becomes fit to be seen: the result of one tier, every number of which passed the gate, or the rule that refuses
 * it. Pure: the same run, policy and tier give the same result and digest.
 */
export function protectOutcome(
  run: FinishedRun,
  tier: RunTier,
  policy: GatePolicy,
): RunResult | { refused: RunEndCode } {
  const { method, scope, params, seed } = run;
  const shown = method.present(run.outcome, run.data, params, outcomeGate(tier, policy, run.householdsDiffering));
  if ('refused' in shown) return shown;
  const result: Omit<RunResult, 'digest'> = {
    schema: 1,
    tier,
    method: method.name,
    version: method.version,
    kind: method.kind,
    label: method.label,
    unit: scope.unit,
    n: shown.n,
    parameters: { ...scope, ...(params as object) },
    seed,
    snapshotDigest: run.snapshotDigest,
    policyVersion: run.policyVersion,
    warnings: [...shown.warnings],
    text: shown.text,
    picture: shown.picture,
    tables: [...shown.tables],
  };
  return { ...result, digest: digestOf(result) };
}

const REFUSAL_CODES: Readonly<Record<ModelRefusal, RunEndCode>> = {
  too_few_degrees_of_freedom: 'too-few-degrees-of-freedom',
  too_few_units_in_a_level: 'too-few-units-in-a-level',
  too_close_to_a_released_run: 'too-close-to-a-released-run',
};

/** The gate of one tier, as a method sees it. */
export function outcomeGate(tier: SharedTier, policy: GatePolicy, householdsDiffering: readonly number[]): OutcomeGate {
  const isPublic = tier === 'public';
  return {
    tier,
    cell: (cell) => protect(cell, tier, policy),
    bounds: (cell) => boundsOf(cell, tier, policy),
    map: protectMapStatistic,
    model: (output) => {
      const shown = protectModelOutput(output, householdsDiffering);
      if (shown.state === 'refused') return { refused: REFUSAL_CODES[shown.rule] };
      return { n: shown.n, estimates: new Map(shown.estimates.map(({ name, ...estimate }) => [name, estimate])) };
    },
    count: (units) => {
      if (units < policy.floors[tier].households) return null;
      return isPublic ? publicBand(units) : Math.max(policy.floors[tier].households, Math.round(units / 10) * 10);
    },
    share: (share) => {
      if (!Number.isFinite(share)) return null;
      return isPublic ? publicShare(share) : Math.round(share * 100) / 100;
    },
  };
}

/** How far the number behind a shown one can be, as part of it: in steps, for the noise itself tells how large the largest households are. */
const MARGINS = [0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75] as const;

/** The bounds of a shown cell, which follow from its noise, widened to the next margin. */
function boundsOf(cell: ExactCell, tier: SharedTier, policy: GatePolicy): { low: number; high: number } | null {
  const shown = protect(cell, tier, policy);
  if (shown.state === 'zero') return { low: 0, high: 0 };
  if (shown.state !== 'shown') return null;
  const making = {
    floor: policy.floors[tier].reports,
    noiseBound: policy.rules.has('noise') ? noiseBound(cell) : 0,
    rounded: tier === 'public',
  };
  const known = knownInterval(shareable(shown), making, cell.openReports);
  const value = shown.reports;
  if (known === null) return null;
  const open = cell.openReports ?? 0;
  const apart = Math.max(value - open - known.low, known.high - (value - open));
  if (apart === 0) return { low: value, high: value };
  const margin = value * (MARGINS.find((step) => step * value >= apart) ?? 1);
  return { low: Math.max(0, Math.floor(value - margin)), high: Math.ceil(Math.max(value + margin, known.high + open)) };
}
