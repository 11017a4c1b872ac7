import { ALL_CATEGORIES, grainOf } from '@datalab/domain';
import { AXES } from '../guesser/axes.js';
import { frequencies } from '../guesser/guess-tree.js';
import { ALL_SOURCES, nameOf } from './exact-tables.js';
import { familiesOf, isHidden, isSilent } from './families.js';
import { squareFamilies } from './square-lines.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

/** How often lines like this one that were published without a number hold 0, 1, 2 … reports. */
export type PriorOf = (line: PublishedLine) => readonly number[];

/**
 * What the attacker is told beforehand, truly: how many reports are behind lines without a number of the same level and grain, of one category
 * or all of them, of one source or all; over everything that stands in a sum of
 * which total and parts were published.
 */
export function priorsOf(tables: PublishedTables): PriorOf {
  const { frame } = tables;
  const kindOf = ({ area, period, category, source }: PublishedLine): string =>
    [frame.level.get(area), grainOf(period), category === ALL_CATEGORIES, source === ALL_SOURCES].join();
  const hidden = new Map<string, PublishedLine>();
  for (const axis of AXES)
    for (const { parent, children } of [...familiesOf(tables, axis), ...squareFamilies(tables, axis)]) {
      if (children.every(isSilent)) continue;
      for (const line of [parent, ...children]) if (isHidden(line)) hidden.set(nameOf(line), line);
    }
  const byKind = Map.groupBy(hidden.values(), kindOf);
  const priors = new Map([...byKind].map(([kind, of]) => [kind, frequencies(of.map(({ exact }) => exact.reports))]));
  return (line) => priors.get(kindOf(line)) ?? [];
}
