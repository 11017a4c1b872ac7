import type { TwoByTwo } from '@datalab/analysis';
import type { ExactGroup } from '../data/exact-cells.js';

/** Addresses of a set that stands for itself; fewer would make a level of the model under the gate's least. */
const FEWEST = 10;

/** A two-by-two table for each set of comparable addresses (`alike`), the small ones taken together; left out where even those are few. */
export function strataOf(cells: readonly ExactGroup[]): TwoByTwo[] {
  const byAlike = Map.groupBy(cells, ({ group }) => String(group['alike']));
  const tables = Array.from(byAlike.values(), (own) => {
    const count = (inGroup: number, uses: number) =>
      own.find(({ group }) => group['in_group'] === inGroup && group['uses_it'] === uses)?.households ?? 0;
    return {
      exposedCases: count(1, 1),
      exposedNoncases: count(1, 0),
      unexposedCases: count(0, 1),
      unexposedNoncases: count(0, 0),
    };
  });
  const large = tables.filter((table) => addressesOf(table) >= FEWEST);
  const rest = tables.filter((table) => addressesOf(table) < FEWEST).reduce(added, EMPTY);
  return addressesOf(rest) >= FEWEST ? [...large, rest] : large;
}

const EMPTY: TwoByTwo = { exposedCases: 0, exposedNoncases: 0, unexposedCases: 0, unexposedNoncases: 0 };

const added = (a: TwoByTwo, b: TwoByTwo): TwoByTwo => ({
  exposedCases: a.exposedCases + b.exposedCases,
  exposedNoncases: a.exposedNoncases + b.exposedNoncases,
  unexposedCases: a.unexposedCases + b.unexposedCases,
  unexposedNoncases: a.unexposedNoncases + b.unexposedNoncases,
});

/** How many addresses a table is about. */
export const addressesOf = (table: TwoByTwo): number =>
  table.exposedCases + table.exposedNoncases + table.unexposedCases + table.unexposedNoncases;
