import type { Component } from './components.js';
import type { SumRow } from './ledger-line.js';

/** Non-negative integers x₀ … xₙ₋₁ of which sums are known to lie between bounds. */
export interface Programme {
  variables: number;
  rows: readonly SumRow[];
}

/**
 * The least or greatest value that the sum of the target variables can take. Infinity where there is no greatest. Null
 * where the solver gave up (time, size): the audit then refuses. An implementation must be exact for integers; a real
 * relaxation would make the attacker look weaker than it is. The worker passes HiGHS; `searchProgramme` serves small
 * components and the tests.
 */
export type SolveProgramme = (
  programme: Programme,
  target: readonly number[],
  sense: 'least' | 'greatest',
) => number | null;

/** A component as a programme: its groups renumbered from 0, and the target in the same numbers. */
export function asProgramme(
  component: Component,
  members: readonly number[],
): { programme: Programme; target: number[] } {
  const place = new Map(component.groups.map((group, i) => [group, i]));
  const renumber = (groups: readonly number[]) => groups.map((group) => place.get(group)!);
  const rows = component.rows.map((row) => ({ ...row, members: renumber(row.members) }));
  return { programme: { variables: component.groups.length, rows }, target: renumber(members) };
}

/** Bounds of single variables, or null where the rows contradict each other. */
export interface Domains {
  low: number[];
  high: number[];
}

/**
 * Narrows the variables by each row in turn until nothing changes. Sound (no feasible value is lost) but not exact
 * where rows overlap.
 */
export function propagate(rows: readonly SumRow[], start: Domains): Domains | null {
  const low = [...start.low];
  const high = [...start.high];
  for (let changed = true; changed;) {
    changed = false;
    for (const row of rows) {
      let lows = 0;
      let highs = 0;
      for (const i of row.members) {
        lows += low[i]!;
        highs += high[i]!;
      }
      if (lows > row.high || highs < row.low) return null;
      for (const i of row.members) {
        const atMost = row.high - (lows - low[i]!);
        const atLeast = highs === Infinity ? 0 : row.low - (highs - high[i]!);
        if (atMost < low[i]! || atLeast > high[i]!) return null;
        if (atMost < high[i]!) {
          if (highs !== Infinity) highs -= high[i]! - atMost;
          high[i] = atMost;
          changed = true;
        }
        if (atLeast > low[i]!) {
          lows += atLeast - low[i]!;
          low[i] = atLeast;
          changed = true;
        }
      }
    }
  }
  return { low, high };
}
