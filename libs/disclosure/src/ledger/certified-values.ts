import type { SumRow } from './ledger-line.js';
import { TableState } from './table-state.js';

/**
 * Repairs per value, and base groups of a row that are looked at per repair: enough in practice, and bounded always.
 */
const REPAIRS = 200;
const CANDIDATES = 400;

/**
 * For every target a number of values (counted up to `enough`) that it can certainly take. The true table fits all
 * rows; the target is moved by one, and the rows that no longer fit are repaired by moving other base groups, the
 * cheapest first. A table that fits again is a witness. So a large number is a proof of safety, and a small one says
 * nothing: then the exact bounds are asked. This is why the audit of a large ledger needs those for few groups only.
 */
export const certifiedValues = (
  truth: readonly number[],
  rows: readonly SumRow[],
  targets: readonly (readonly number[])[],
  enough: number,
): number[] => certifiedIn(TableState.of(truth, rows), targets, enough);

/** The same in a table that is there already; it is left as it was. */
export function certifiedIn(state: TableState, targets: readonly (readonly number[])[], enough: number): number[] {
  return targets.map((members) => {
    const up = witnesses(state, members, 1, enough - 1);
    return 1 + up + (up >= enough - 1 ? 0 : witnesses(state, members, -1, enough - 1 - up));
  });
}

/** How many steps in one direction have a witness, up to `most`. */
function witnesses(state: TableState, members: readonly number[], direction: 1 | -1, most: number): number {
  const locked = new Set(members);
  let count = 0;
  while (count < most) {
    const group = cheapest(state, members, direction, () => false);
    if (group === null) break;
    state.change(group, direction);
    if (!repair(state, locked)) break;
    count += 1;
  }
  state.reset();
  return count;
}

/** Moves base groups that are not locked until every row fits; false where that does not come about. */
function repair(state: TableState, locked: ReadonlySet<number>): boolean {
  const moved = new Map<number, number>();
  for (let turn = 0; turn < REPAIRS; turn++) {
    const row = smallestViolated(state);
    if (row === null) return true;
    const direction = state.excess(row) > 0 ? -1 : 1;
    // Never back again: a group that was moved up is not moved down in the same repair.
    const isBarred = (group: number) => locked.has(group) || moved.get(group) === -direction;
    const group = cheapest(state, state.membersOf(row), direction, isBarred);
    if (group === null) return false;
    state.change(group, direction);
    moved.set(group, direction);
  }
  return state.violated.size === 0;
}

function smallestViolated(state: TableState): number | null {
  let smallest: number | null = null;
  for (const row of state.violated) if (smallest === null || state.sizeOf(row) < state.sizeOf(smallest)) smallest = row;
  return smallest;
}

function cheapest(
  state: TableState,
  members: ArrayLike<number>,
  direction: 1 | -1,
  isBarred: (group: number) => boolean,
): number | null {
  let best: number | null = null;
  let bestCost = Infinity;
  const stride = Math.max(1, Math.floor(members.length / CANDIDATES));
  for (let at = 0; at < members.length; at += stride) {
    const group = members[at]!;
    if (isBarred(group) || state.values[group]! + direction < 0) continue;
    const cost = state.costOf(group, direction);
    if (cost < bestCost) {
      best = group;
      bestCost = cost;
    }
  }
  return best;
}
