import { bounds, type BoundedTarget } from './bounds.js';
import type { SumRow } from './ledger-line.js';
import { asProgramme, type SolveProgramme } from './programme.js';

/**
 * For every target how many integers it can be, counted up to `enough` (a larger number means "at least so many"). Null where the solver
 * gave up. Where rows nest, every integer between the bounds is possible; where they overlap there can be gaps, so the values between are asked one by one.
 */
export function feasibleValues(
  groupCount: number,
  rows: readonly SumRow[],
  targets: readonly (readonly number[])[],
  enough: number,
  solve: SolveProgramme,
): (number | null)[] {
  return bounds(groupCount, rows, targets, solve).map((found, i) => countValues(found, targets[i]!, enough, solve));
}

function countValues(
  { method, low, high, component }: BoundedTarget,
  members: readonly number[],
  enough: number,
  solve: SolveProgramme,
): number | null {
  if (method === 'gave_up') return null;
  const width = high - low + 1;
  if (method === 'nested' || width <= 2) return width;
  const { programme, target } = asProgramme(component, members);
  let count = 2;
  for (let value = low + 1; value < high && count < enough; value++) {
    // The value is possible when it is the least from there on.
    const fromHere = [...programme.rows, { members: target, low: value, high: Infinity }];
    const least = solve({ ...programme, rows: fromHere }, target, 'least');
    if (least === null) return null;
    if (least === value) count += 1;
  }
  return count;
}
