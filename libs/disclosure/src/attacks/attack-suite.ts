import type { GatePolicy, SharedTier } from '../gate-policy.js';
import type { AttackRecord, AttackResult } from './attack-record.js';
import { aboutsOf, everyNth, shownLines } from './attack-samples.js';
import { ASKS, averagingAttack } from './averaging-attack.js';
import { AXES } from '../guesser/axes.js';
import { gridAttacks } from './grid-attack.js';
import { insiderAttack } from './insider-attack.js';
import { likelihoodAttacks } from './likelihood-attack.js';
import { overlapAttack, subtractionAttack } from './subtraction-attack.js';
import { releasedTables, type ReleasedTables } from './released-tables.js';
import { priorsOf } from './hidden-priors.js';
import { treeAttacks } from './tree-attack.js';
import { exactTables } from './exact-tables.js';
import { rerunAttack } from './rerun-attack.js';
import { rhythmAttack, rhythmLikelihoodAttack } from './rhythm-attack.js';

export interface AttackSuiteInput {
  /** Distinct objects; at least two years, or the grain has nothing to be chosen from. */
  records: readonly AttackRecord[];
  /** Depth of the areas that are finer than a wijk (0 = highest level). */
  finerThanWijkFrom: number;
  policy: GatePolicy;
  tier: SharedTier;
  /** The same records as other labs hold them, with the keys that they have there. Absent = there are none. */
  otherLabs?: readonly (readonly AttackRecord[])[];
  /**
   * How many records are each taken as the one that was added last, and how many shown lines are asked for again and
   * again.
   */
  sample: number;
}

export interface AttackReport extends ReleasedTables {
  results: readonly AttackResult[];
  tried: number;
  /** Must be 0 under the policy of the platform. */
  recovered: number;
}

/**
 * Runs every attack of docs/methods/disclosure.md on the tables of the records as they would leave (`releasedTables`). Deterministic. `datalab verify
 * disclosure` prints what it returns.
 */
export function runAttackSuite(input: AttackSuiteInput): AttackReport {
  const { records, policy, tier, sample } = input;
  const released = (held: readonly AttackRecord[]) =>
    releasedTables(held, exactTables(held, input.finerThanWijkFrom), policy, tier);
  const made = released(records);
  const { tables } = made;
  const otherLabs = (input.otherLabs ?? []).map((held) => released(held).tables);
  const priorOf = priorsOf(tables);
  const results = [
    ...AXES.map((axis) => subtractionAttack(tables, axis)),
    overlapAttack(tables, crossingAreas(records), aboutsOf(tables)),
    ...likelihoodAttacks(tables, priorOf),
    ...(otherLabs.length > 0 ? likelihoodAttacks(tables, priorOf, otherLabs) : []),
    ...treeAttacks(tables, priorOf),
    rhythmAttack(tables, records),
    rhythmLikelihoodAttack(tables, records),
    ...gridAttacks(tables, records, priorOf, sample),
    insiderAttack(tables),
    rerunAttack(tables, everyNth(records, sample)),
    averagingAttack('the same number asked in many ways', tables, shownLines(tables, sample), ASKS, () => 0),
  ];
  return {
    results,
    tried: results.reduce((sum, result) => sum + result.tried, 0),
    recovered: results.reduce((sum, result) => sum + result.recovered, 0),
    ...made,
  };
}

function crossingAreas(records: readonly AttackRecord[]): Map<string, string[]> {
  const crossing = new Map<string, Set<string>>();
  for (const { overlapArea, areas } of records)
    if (overlapArea !== undefined)
      crossing.set(overlapArea, (crossing.get(overlapArea) ?? new Set<string>()).add(areas.at(-1)!));
  return new Map([...crossing].map(([area, inside]) => [area, [...inside]]));
}
