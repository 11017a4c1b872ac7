import { gatePolicy, type SwitchedRule } from '../gate-policy.js';
import { KEY_SPACE } from '../noise/build-perturbation-table.js';
import type { AttackRecord, AttackResult } from './attack-record.js';
import { everyNth, shownLines } from './attack-samples.js';
import type { AttackSuiteInput } from './attack-suite.js';
import { ASKS, averagingAttack } from './averaging-attack.js';
import { AXES } from '../guesser/axes.js';
import { rerunSquares, subtractSquares } from './grid-attack.js';
import { insiderAttack } from './insider-attack.js';
import { priorsOf } from './hidden-priors.js';
import { treeAttacks } from './tree-attack.js';
import { likelihoodAttacks } from './likelihood-attack.js';
import { exactTables } from './exact-tables.js';
import type { PublishedTables } from './published-tables.js';
import { guardedTables } from './released-tables.js';
import { rerunAttack } from './rerun-attack.js';
import { rhythmAttack } from './rhythm-attack.js';
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
 * Positive controls: with a rule switched off the attack that it stops must succeed, or the attack proves nothing. The
 * insider's is run without noise on both sides, for noise alone hides the remainder as well; `guessing` is off with
 * `noise` and `grain`, for it would repair their absence.
 */
export function runPositiveControls(
  input: Omit<AttackSuiteInput, 'policy'>,
  rules: readonly SwitchedRule[],
): PositiveControl[] {
  const { records, tier, sample, finerThanWijkFrom } = input;
  const exact = exactTables(records, finerThanWijkFrom);
  const policyWithout = (off: readonly SwitchedRule[]) =>
    gatePolicy({ version: 'control', rules: rules.filter((rule) => !off.includes(rule)) });
  const under = (...off: SwitchedRule[]) => guardedTables(exact, policyWithout(off), tier);
  const all = under();
  const subtracted = (tables: PublishedTables) => total(AXES.map((axis) => subtractionAttack(tables, axis)));
  const guessed = (labs: readonly PublishedTables[]) =>
    total(likelihoodAttacks(labs[0]!, priorsOf(labs[0]!), labs.slice(1)));
  const guessedTrees = (tables: PublishedTables) => total(treeAttacks(tables, priorsOf(tables)));
  const reran = (tables: PublishedTables) => total([rerunAttack(tables, everyNth(records, sample))]);
  const subtractedSquares = (tables: PublishedTables) => total(subtractSquares(tables, records));
  const reranSquares = (tables: PublishedTables) => total([rerunSquares(tables, sample)]);
  const insiders = (tables: PublishedTables) => total([insiderAttack(tables)]);
  const asked = (shift: (ask: number) => number) =>
    total([averagingAttack('', all, shownLines(all, sample), ASKS, shift)]);
  const otherKeys = [1, 2, 3, 4].map((lab) =>
    guardedTables(exactTables(underOtherKeys(records, lab), finerThanWijkFrom), all.policy, tier),
  );
  const control = (off: PositiveControl['off'], attack: string, on: number, without: number): PositiveControl => ({
    off,
    attack,
    on,
    without,
  });
  return [
    control(['noise', 'guessing'], 'subtraction', subtracted(all), subtracted(under('noise', 'guessing'))),
    control(
      ['noise', 'guessing'],
      'subtraction over the rhythm',
      total([rhythmAttack(all, records)]),
      total([rhythmAttack(under('noise', 'guessing'), records)]),
    ),
    control(
      ['noise', 'guessing'],
      'subtraction of squares',
      subtractedSquares(all),
      subtractedSquares(under('noise', 'guessing')),
    ),
    control(['grain', 'guessing'], 'maximum likelihood', guessed([all]), guessed([under('grain', 'guessing')])),
    control(['guessing'], 'maximum likelihood over whole trees', guessedTrees(all), guessedTrees(under('guessing'))),
    control(['freezing'], 're-run', reran(all), reran(under('freezing'))),
    control(['freezing'], 're-run in squares', reranSquares(all), reranSquares(under('freezing'))),
    control(['insider'], 'insider, without noise', insiders(under('noise')), insiders(under('noise', 'insider'))),
    // With one key for a household everywhere, the tables of another lab are these tables.
    control(
      ['household keys from reports'],
      'maximum likelihood over five labs',
      guessed([all, all]),
      guessed([all, ...otherKeys]),
    ),
    control(
      ['cell keys'],
      'noise drawn afresh at every request',
      asked(() => 0),
      asked((ask) => (ask * 1_234_567_891) % KEY_SPACE),
    ),
  ];
}

const total = (results: readonly AttackResult[]): number => results.reduce((sum, { recovered }) => sum + recovered, 0);

/** The same records in another lab: reports keep their keys, households have those of another pseudonym. */
const underOtherKeys = (records: readonly AttackRecord[], lab: number): AttackRecord[] =>
  records.map((record) => ({
    ...record,
    householdKey: (Math.imul(record.householdKey, 2_654_435_761 + 2 * lab) + lab * 97) >>> 0,
  }));
