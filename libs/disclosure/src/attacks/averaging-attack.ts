import { KEY_SPACE } from '../noise/build-perturbation-table.js';
import { noiseBound, noiseScale } from '../noise/noised-count.js';
import { protect } from '../protect.js';
import type { AttackResult } from './attack-record.js';
import { SURE } from '../guesser/guess-tree.js';
import { shownProbability } from '../guesser/said.js';
import { lineRules } from './line-said.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/** How often the attacker asks for one number. */
export const ASKS = 60;

/**
 * Asks for the same numbers again and again and takes all answers together. `shift(ask)` is what is added to the key of
 * the cell at that ask: 0 with cell keys, where the same set has the same noise however it is asked for; something new
 * for every ask where noise is drawn afresh (the positive control) or where another lab holds the same households under
 * keys of its own. Recovered: 0.8 or more on the exact number of a shown line.
 */
export function averagingAttack(
  attack: string,
  tables: PublishedTables,
  lines: readonly PublishedLine[],
  asks: number,
  shift: (ask: number) => number,
): AttackResult {
  const rules = lineRules(tables);
  let recovered = 0;
  for (const { exact } of lines) {
    const answers = new Set<string>();
    const seen: number[] = [];
    for (let ask = 0; ask < asks; ask++) {
      const key = (exact.key! + shift(ask)) % KEY_SPACE;
      const answer = protect({ ...exact, key }, tables.tier, tables.policy);
      if (answer.state !== 'shown') continue;
      // The same key twice is the same answer, not a second one.
      if (!answers.has(`${key}`)) seen.push(answer.reports);
      answers.add(`${key}`);
    }
    const width = 2 * noiseBound(exact);
    const from = Math.max(tables.policy.floors[tables.tier].reports, exact.reports - width);
    const weights = Array.from({ length: exact.reports + width - from + 1 }, (_w, i) =>
      seen.reduce((product, shown) => product * shownProbability(shown, from + i, noiseScale(exact), rules), 1),
    );
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (weights[exact.reports - from]! / total >= SURE) recovered += 1;
  }
  return { attack, tried: lines.length, recovered };
}
