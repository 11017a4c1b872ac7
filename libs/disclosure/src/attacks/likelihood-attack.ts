import { AXES } from '../guesser/axes.js';
import { ENDLESS, frequencies, sureOf } from '../guesser/guess-tree.js';
import type { SumNode } from '../guesser/sum-tree.js';
import { remembering, saidOf, type Said } from '../guesser/said.js';
import type { AttackResult } from './attack-record.js';
import { familiesOf, isHidden, type Family } from './families.js';
import type { PriorOf } from './hidden-priors.js';
import { lineRules, lineSaid } from './line-said.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/**
 * Guesses along every axis of the areas. `otherLabs`: tables of the same records in other labs, where households have other keys.
 */
export const likelihoodAttacks = (
  tables: PublishedTables,
  priorOf: PriorOf,
  otherLabs: readonly PublishedTables[] = [],
): AttackResult[] => {
  const labs = [tables, ...otherLabs];
  const name = labs.length > 1 ? `, ${labs.length} labs` : '';
  return AXES.map((axis) =>
    guessFamilies(`maximum likelihood over ${axis}${name}`, familiesOf(tables, axis), labs, { priorOf }),
  );
};

/**
 * The best guesser (`sureOf`) on every published total with a hidden part. Recovered: at least 0.8 on the right
 * number where the same guesser without the lines of this family had less. It knows how often hidden lines hold how many: of each
 * kind where it is told (`priorOf`), else of these families together; of what lies beside the parts every number that is possible is as likely to it.
 */
export function guessFamilies(
  attack: string,
  all: Iterable<Family>,
  labs: readonly PublishedTables[],
  { isSought = isHidden, priorOf }: { isSought?: (line: PublishedLine) => boolean; priorOf?: PriorOf } = {},
): AttackResult {
  const families = [...all].filter(({ children }) => children.some(isSought));
  const together = frequencies(
    families.flatMap(({ children }) => children.filter(isHidden).map(({ exact }) => exact.reports)),
  );
  let tried = 0;
  let recovered = 0;
  for (const { parent, children, rest = [] } of families) {
    const total = whatIsSaid(parent, labs);
    const high = Math.min(total.high, parent.exact.reports + ENDLESS);
    const parts = children.map((child): SumNode => ({
      said: whatIsSaid(child, labs),
      ...(isHidden(child) && { prior: priorOf?.(child) ?? together }),
      parts: [],
      isSought: isSought(child),
    }));
    const beside = rest.map((known): SumNode => ({
      said: { ...known, likelihood: () => 1 },
      parts: [],
      isSought: false,
    }));
    const sure = sureOf({ said: { ...total, high }, parts: [...parts, ...beside], isSought: false });
    tried += children.filter(isSought).length;
    recovered += parts.filter((part, i) => sure.get(part) === children[i]!.exact.reports).length;
  }
  return { attack, tried, recovered };
}

/** What all labs together say of the line: the product of the likelihoods, and the narrowest interval. */
function whatIsSaid(line: PublishedLine, labs: readonly PublishedTables[]): Said {
  const all = labs.map((tables) => ({ rules: lineRules(tables), line: tables.line(line) }));
  // The same key is the same draw of noise: it says nothing twice.
  const lines = all.filter((one, i) => all.findIndex((other) => other.line.exact.key === one.line.exact.key) === i);
  const said = lines.map(({ rules, line: own }) => saidOf(lineSaid(own), rules));
  return remembering({
    likelihood: (count) => said.reduce((product, { likelihood }) => product * likelihood(count), 1),
    low: Math.max(...said.map(({ low }) => low)),
    high: Math.min(...said.map(({ high }) => high)),
  });
}
