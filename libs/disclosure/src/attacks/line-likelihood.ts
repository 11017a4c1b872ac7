import { noiseScale } from '../noise/noised-count.js';
import { PERTURBATION_TABLE } from '../noise/perturbation-table.js';
import { KEY_SPACE } from '../noise/build-perturbation-table.js';
import { raiseToFloor } from '../rules/raise-to-floor.js';
import { roundToBase } from '../rules/rounding.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/**
 * How probable the published form of a line is when its exact number is `count`. The attacker knows the table and the
 * scale of the line.
 */
export function lineLikelihood(line: PublishedLine, tables: PublishedTables): (count: number) => number {
  const { published } = line;
  if (published === null) return () => 1;
  switch (published.state) {
    case 'not_delivered':
    case 'none_or_few':
      return () => 1;
    case 'zero':
      return (count) => (count === 0 ? 1 : 0);
    case 'withheld':
      return (count) => (count > 0 ? 1 : 0);
    case 'shown': {
      const { reports } = published;
      return (count) => shownProbability(reports, count, noiseScale(line.exact), tables);
    }
  }
}

/** By names of this file: looking up `Math` in the innermost loop of the guesser is slow in the sandbox of the tests. */
const { abs, round: nearest, sign } = Math;

/** P(shown | count) under rules 6 to 8 of the policy. */
export function shownProbability(
  shown: number,
  count: number,
  scale: number,
  { policy, tier }: Pick<PublishedTables, 'policy' | 'tier'>,
): number {
  const floor = policy.floors[tier].reports;
  if (count < floor) return 0;
  const round = tier === 'public' && policy.rules.has('rounding') ? roundToBase : (value: number) => value;
  if (!policy.rules.has('noise')) return round(count) === shown ? 1 : 0;
  const { noise, upTo } = PERTURBATION_TABLE.rows[Math.min(count, PERTURBATION_TABLE.rows.length - 1)]!;
  let mass = 0;
  for (let i = 0; i < noise.length; i++) {
    const e = noise[i]!;
    const scaled = sign(e) * nearest(abs(e * scale));
    if (round(raiseToFloor(count + scaled, floor)) === shown) mass += upTo[i]! - (upTo[i - 1] ?? 0);
  }
  return mass / KEY_SPACE;
}
