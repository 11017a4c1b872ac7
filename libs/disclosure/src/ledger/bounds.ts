import { bug } from '@datalab/domain';
import { components, type Component } from './components.js';
import { laminarForest } from './laminar-forest.js';
import type { SumRow } from './ledger-line.js';
import { nestedBounds } from './nested-bounds.js';
import { asProgramme, type SolveProgramme } from './programme.js';

/** Overlapping components of more base groups than this are not given to the solver. */
export const LARGEST_PROGRAMME = 2000;

/**
 * What the rows leave of a sum of base groups. `gave_up` (the solver ran out) and `too_large` (it was not asked):
 * nothing was found out, and the true bounds may be narrower than the 0 to Infinity given.
 */
export interface Bounds {
  low: number;
  high: number;
  method: 'nested' | 'programme' | 'gave_up' | 'too_large';
}

/** The rows and groups that a target hangs together with. */
export interface BoundedTarget extends Bounds {
  component: Component;
}

/**
 * The bounds of every target (a non-empty set of base groups) that follow from the rows together. Components whose rows
 * and targets nest are bounded exactly, in time linear in the size of the rows; where they overlap the solver is asked,
 * twice per target. Throws `Bug` where rows contradict each other.
 */
export function bounds(
  groupCount: number,
  rows: readonly SumRow[],
  targets: readonly (readonly number[])[],
  solve: SolveProgramme,
): BoundedTarget[] {
  // A target is a row that says nothing: it joins what it spans into one component and gets a node of its own.
  const asRows = targets.map((members) => ({ members, low: 0, high: Infinity }));
  const targetOf = new Map<SumRow, number>(asRows.map((row, i) => [row, i]));
  const answers: BoundedTarget[] = [];
  for (const component of components(groupCount, [...rows, ...asRows])) {
    const inside = component.rows.flatMap((row, i) => {
      const target = targetOf.get(row);
      return target === undefined ? [] : [{ nodeRow: i, target }];
    });
    if (inside.length === 0) continue;
    const forest = laminarForest(component);
    const nested = forest === null ? null : nestedBounds(forest);
    for (const { nodeRow, target } of inside) {
      if (forest === null || nested === null)
        answers[target] = { component, ...solved(component, targets[target]!, solve) };
      else {
        const node = forest.nodeOfRow[nodeRow]!;
        answers[target] = { component, low: nested.low[node]!, high: nested.high[node]!, method: 'nested' };
      }
    }
  }
  return answers;
}

function solved(component: Component, members: readonly number[], solve: SolveProgramme): Bounds {
  if (component.groups.length > LARGEST_PROGRAMME) return { low: 0, high: Infinity, method: 'too_large' };
  const { programme, target } = asProgramme(component, members);
  const low = solve(programme, target, 'least');
  const high = solve(programme, target, 'greatest');
  if (low === null || high === null) return { low: 0, high: Infinity, method: 'gave_up' };
  if (low > high) throw bug('the released lines contradict each other');
  return { low, high, method: 'programme' };
}
