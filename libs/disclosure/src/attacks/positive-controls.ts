import { gatePolicy, type SwitchedRule } from '../gate-policy.js';
import { KEY_SPACE } from '../noise/build-perturbation-table.js';
import type { AttackRecord } from './attack-record.js';
import { everyNth, shownLines } from './attack-samples.js';
import type { AttackSuiteInput } from './attack-suite.js';
import { ASKS, averagingAttack } from './averaging-attack.js';
import { AXES } from './families.js';
import { insiderAttack } from './insider-attack.js';
import { likelihoodAttack } from './likelihood-attack.js';
import { releasedTables } from './coarsen-guessed.js';
import { frameOf, type PublishedTables } from './published-tables.js';
import { rerunAttack } from './rerun-attack.js';
import { subtractionAttack } from './subtraction-attack.js';

export interface PositiveControl {
  /** The rules that are switched off. */
  off: readonly (SwitchedRule | 'cell keys' | 'household keys from reports')[];
  /** The attack that must now succeed, and what it did with the rules on. */
  attack: string;
  on: number;
  without: number;
}

/**
 * Positive controls: with a rule switched off the attack that it stops must succeed, or the attack proves nothing. The insider's is run without noise on both sides, for noise alone
 * hides the remainder as well.
 */
export function runPositiveControls(
  input: Omit<AttackSuiteInput, 'policy'>,
  rules: readonly SwitchedRule[],
): PositiveControl[] {
  const { records, tier, sample } = input;
  const frame = frameOf(records, input.finerThanWijkFrom);
  const under = (...off: SwitchedRule[]) =>
    releasedTables(
      records,
      frame,
      gatePolicy({ version: 'control', rules: rules.filter((rule) => !off.includes(rule)) }),
      tier,
    );
  const all = under();
  const sum = (tables: PublishedTables, attack: typeof subtractionAttack) =>
    AXES.reduce((total, axis) => total + attack(tables, axis).recovered, 0);
  const likely: typeof subtractionAttack = (tables, axis) => likelihoodAttack(tables, axis);
  const added = everyNth(records, sample);
  const lines = shownLines(all, sample);
  const asked = (shift: (ask: number) => number) => averagingAttack('', all, lines, ASKS, shift).recovered;
  const control = (off: PositiveControl['off'], attack: string, on: number, without: number) => ({
    off,
    attack,
    on,
    without,
  });
  const labsWith = (keys: typeof underOtherKeys) =>
    [1, 2, 3, 4].map((lab) => releasedTables(keys(records, lab), frame, all.policy, tier));
  const overLabs = (labs: readonly PublishedTables[]) =>
    AXES.reduce((total, axis) => total + likelihoodAttack(all, axis, labs).recovered, 0);
  const oneKey = overLabs(labsWith((held) => [...held]));
  const ownKeys = overLabs(labsWith(underOtherKeys));
  return [
    control(
      ['noise', 'guessing'],
      'subtraction',
      sum(all, subtractionAttack),
      sum(under('noise', 'guessing'), subtractionAttack),
    ),
    control(['grain', 'guessing'], 'maximum likelihood', sum(all, likely), sum(under('grain', 'guessing'), likely)),
    control(['freezing'], 're-run', rerunAttack(all, added).recovered, rerunAttack(under('freezing'), added).recovered),
    control(
      ['insider'],
      'insider, without noise',
      insiderAttack(under('noise')).recovered,
      insiderAttack(under('noise', 'insider')).recovered,
    ),
    control(['household keys from reports'], 'maximum likelihood over five labs', oneKey, ownKeys),
    control(
      ['cell keys'],
      'noise drawn afresh at every request',
      asked(() => 0),
      asked((ask) => (ask * 1_234_567_891) % KEY_SPACE),
    ),
  ];
}

/** The same records in another lab: reports keep their keys, households have those of another pseudonym. */
const underOtherKeys = (records: readonly AttackRecord[], lab: number): AttackRecord[] =>
  records.map((record) => ({
    ...record,
    householdKey: (Math.imul(record.householdKey, 2_654_435_761 + 2 * lab) + lab * 97) >>> 0,
  }));
