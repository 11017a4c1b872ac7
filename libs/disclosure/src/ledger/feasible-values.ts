import { bounds, type BoundedTarget } from './bounds.js';
import type { SumRow } from './ledger-line.js';
import { neighbourhood } from './neighbourhood.js';
import { asProgramme, type SolveProgramme } from './programme.js';
import { RowIndex } from './row-index.js';

/** Base groups that are left free around a target whose component is too large for the solver. */
const NEIGHBOURHOOD = 300;

/**
 * For every target how many integers it can be, counted up to `enough` (a larger number means "at least so many"). Null
 * where that could not be found out: the solver gave up, or the component is too large and the neighbourhood of the
 * target alone did not show `enough`. Where rows nest, every integer between the bounds is possible; where they overlap
 * there can be gaps, so the values between are asked one by one. `truth`: the exact number of every base group.
 */
export function feasibleValues(
  truth: readonly number[],
  rows: readonly SumRow[],
  targets: readonly (readonly number[])[],
  enough: number,
  solve: SolveProgramme,
): (number | null)[] {
  if (targets.length === 0) return [];
  let index: RowIndex<SumRow> | undefined;
  return bounds(truth.length, rows, targets, solve).map((found, i) => {
    const target = targets[i]!;
    if (found.method !== 'too_large') return countValues(found, target, enough, solve);
    index ??= new RowIndex(truth.length, rows);
    const near = neighbourhood(truth, index, target, NEIGHBOURHOOD);
    const [local] = bounds(truth.length, near, [target], solve);
    const count = local === undefined ? null : countValues(local, target, enough, solve);
    return count !== null && count >= enough ? count : null;
  });
}

function countValues(
  { method, low, high, component }: BoundedTarget,
  members: readonly number[],
  enough: number,
  solve: SolveProgramme,
): number | null {
  if (method === 'gave_up' || method === 'too_large') return null;
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
