import { KEY_SPACE } from '../noise/build-perturbation-table.js';
import { PERTURBATION_TABLE } from '../noise/perturbation-table.js';
import { knownInterval, type KnownInterval } from '../ledger/known-interval.js';
import { raiseToFloor } from '../rules/raise-to-floor.js';
import { PUBLIC_BASE, roundToBase } from '../rules/rounding.js';

/** What a line can say of its number; `nothing`: it was not published. */
export const LINE_STATES = ['nothing', 'zero', 'none_or_few', 'withheld', 'shown'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** One line as everybody who sees it reads it. */
export interface LineSaid {
  state: LineState;
  /** The number, without what open data added to it; 0 where none is shown. */
  shown: number;
  /** Of the noise (`noiseScale`): the reader is assumed to know it. */
  scale: number;
}

/** How the lines of one tier are made; the reader knows all of it. */
export interface LineRules {
  /** Least number of reports of a cell that is shown. */
  floor: number;
  noise: boolean;
  rounded: boolean;
}

/** What a line says of its number: the interval that is certain, and how probable it is that so many reports look like this. */
export interface Said extends KnownInterval {
  likelihood(count: number): number;
}

/** A line that was published without its number: what a guesser is after. */
export const isHiddenState = (state: LineState): boolean => state === 'withheld' || state === 'none_or_few';

/**
 * A line of which only the interval was kept (`saidOf` turned round): the ledger keeps no numbers. Where raising to the
 * floor makes several numbers possible, the one with the least noise is taken, and `scale` where it fits.
 */
export function lineOfInterval({ low, high }: KnownInterval, rules: LineRules, scale = 1): LineSaid {
  if (high === 0) return { state: 'zero', shown: 0, scale: 1 };
  if (high === Infinity) return { state: low > 0 ? 'withheld' : 'none_or_few', shown: 0, scale: 1 };
  const says = (of: number): LineSaid => {
    const noiseBound = rules.noise ? nearest(PERTURBATION_TABLE.max * of) : 0;
    return { state: 'shown', shown: high - noiseBound - (rules.rounded ? floorOf(PUBLIC_BASE / 2) : 0), scale: of };
  };
  const fits = (line: LineSaid) => saidOf(line, rules).low === low;
  for (let of = scale; says(of).shown >= rules.floor; of = of === scale && scale !== 1 ? 1 : of + 0.5)
    if (fits(says(of))) return says(of);
  return { state: 'nothing', shown: 0, scale: 1 };
}

export function saidOf({ state, shown, scale }: LineSaid, rules: LineRules): Said {
  switch (state) {
    case 'nothing':
    case 'none_or_few':
      return { low: 0, high: Infinity, likelihood: () => 1 };
    case 'zero':
      return { low: 0, high: 0, likelihood: (count) => (count === 0 ? 1 : 0) };
    case 'withheld':
      return { low: 1, high: Infinity, likelihood: (count) => (count > 0 ? 1 : 0) };
    case 'shown': {
      const { floor, noise, rounded } = rules;
      const noiseBound = noise ? nearest(PERTURBATION_TABLE.max * scale) : 0;
      const known = knownInterval({ state, reports: shown, exact: false }, { floor, noiseBound, rounded });
      return { ...known!, likelihood: (count) => shownProbability(shown, count, scale, rules) };
    }
  }
}

/** The same, for a reader who asks again and again how likely a number is: each is worked out once. */
export function remembering({ likelihood, ...said }: Said): Said {
  const known: number[] = [];
  return { ...said, likelihood: (count) => (known[count] ??= likelihood(count)) };
}

/** By names of this file: looking up `Math` in the innermost loop of the guesser is slow in the sandbox of the tests. */
const { abs, floor: floorOf, min, round: nearest, sign } = Math;

/** P(shown | count) under rules 6 to 8. */
export function shownProbability(shown: number, count: number, scale: number, rules: LineRules): number {
  const { floor } = rules;
  if (count < floor) return 0;
  const round = rules.rounded ? roundToBase : (value: number) => value;
  if (!rules.noise) return round(count) === shown ? 1 : 0;
  const { noise, upTo } = PERTURBATION_TABLE.rows[min(count, PERTURBATION_TABLE.rows.length - 1)]!;
  let mass = 0;
  for (let i = 0; i < noise.length; i++) {
    const e = noise[i]!;
    const scaled = sign(e) * nearest(abs(e * scale));
    if (round(raiseToFloor(count + scaled, floor)) === shown) mass += upTo[i]! - (upTo[i - 1] ?? 0);
  }
  return mass / KEY_SPACE;
}
