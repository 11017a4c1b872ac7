import { AXES, type Axis } from './axes.js';
import type { Distribution } from './distribution.js';
import { ENDLESS, frequencies, heldOfHidden, heldOfOther, knownBySum } from './guess-sum.js';
import type { GuessTable } from './guess-table.js';
import { isHiddenState, LINE_STATES, saidOf, type LineSaid } from './said.js';

/** More rounds than were ever needed; each takes families out, so it ends. */
const ROUNDS = 30;

/** What the rule `guessing` took out of the tables of one tier. */
export interface GuessAnswer {
  /** Families that are not published, by their number; those that were out already are not among them. */
  takenOut: number[];
  /** Hidden parts that the guesser knew, over all rounds. */
  known: number;
}

/**
 * The rule `guessing`: where the best guesser would learn a hidden part from its total and the parts beside it, the parts
 * are not published and only the total is, in all families that hold one of them. Parts that look like too few once they
 * are out can be known all the same; then the total goes as well. The bounds of the ledger do not see this: many values
 * are left, and one of them is nearly certain. Asked again until nothing is known, for what goes changes how often the
 * hidden lines that are left hold how many. `out`: families that are not published anyway. Deterministic.
 */
export function coarsenGuessed(table: GuessTable, out: ReadonlySet<number> = new Set()): GuessAnswer {
  const gone = new Set(out);
  let known = 0;
  for (let round = 0, before = -1; round < ROUNDS && gone.size > before; round++) {
    before = gone.size;
    for (const axis of AXES) {
      const found = knownParts(table, axis, gone);
      known += found.known;
      for (const family of found.families) gone.add(family);
    }
  }
  return { takenOut: [...gone].filter((family) => !out.has(family)), known };
}

/** One pass along one axis: the hidden parts that are known, and the families of the parts of their totals. */
function knownParts(table: GuessTable, axis: Axis, gone: ReadonlySet<number>) {
  const { rules, reports, family } = table;
  const { total, start, parts } = table.sums[axis];
  const isOut = (line: number): boolean => gone.has(family[line]!);
  const lineOf = (line: number): LineSaid =>
    isOut(line)
      ? { state: table.fewWhenOut[line] === 1 ? 'none_or_few' : 'nothing', shown: 0, scale: 1 }
      : { state: LINE_STATES[table.state[line]!]!, shown: table.shown[line]!, scale: table.scale[line]! };
  const isHidden = (line: number): boolean => isHiddenState(lineOf(line).state);
  // Squares hold so little that what is hidden in them says nothing of what is hidden in areas.
  const priors = [0, 1].map((few) =>
    frequencies(hiddenParts(table, axis, gone, (line) => table.fewWhenOut[line] === few && isHidden(line))),
  );
  const kept = new Map<string, Distribution>();
  const heldOf = (line: number, most: number): Distribution => {
    const said = lineOf(line);
    const few = table.fewWhenOut[line]!;
    const key = `${few} ${said.state} ${said.state === 'nothing' ? most : said.shown} ${said.scale}`;
    let held = kept.get(key);
    if (held === undefined) {
      const own = saidOf(said, rules);
      held = isHiddenState(said.state) ? heldOfHidden(own, priors[few]!) : heldOfOther(own, most);
      kept.set(key, held);
    }
    return held;
  };
  const families = new Set<number>();
  let known = 0;
  for (let sum = 0; sum < total.length; sum++) {
    if (isOut(total[sum]!)) continue;
    const inside = parts.subarray(start[sum]!, start[sum + 1]!);
    if (!inside.some(isHidden)) continue;
    const own = saidOf(lineOf(total[sum]!), rules);
    const whole = { ...own, high: Math.min(own.high, reports[total[sum]!]! + ENDLESS) };
    const guessed = Array.from(inside, (line) => ({
      held: heldOf(line, whole.high),
      isHidden: isHidden(line),
      reports: reports[line]!,
    }));
    const right = knownBySum(whole, guessed).filter((one) => one).length;
    if (right === 0) continue;
    known += right;
    // Where all parts are out and look like too few, the total tells what is in them: then it goes too.
    const told = inside.every(isOut) ? [total[sum]!] : inside;
    for (const line of told) families.add(family[line]!);
  }
  return { families, known };
}

function* hiddenParts(
  { sums, family, reports }: GuessTable,
  axis: Axis,
  gone: ReadonlySet<number>,
  isHidden: (line: number) => boolean,
): Generator<number> {
  const { total, start, parts } = sums[axis];
  for (let sum = 0; sum < total.length; sum++) {
    if (gone.has(family[total[sum]!]!)) continue;
    for (const line of parts.subarray(start[sum]!, start[sum + 1]!)) if (isHidden(line)) yield reports[line]!;
  }
}
