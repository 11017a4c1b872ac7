import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { bounds } from './bounds.js';
import { feasibleValues } from './feasible-values.js';
import type { SumRow } from './ledger-line.js';
import { searchProgramme } from './search-programme.js';

const never = () => {
  throw new Error('the solver was asked about rows that nest');
};
const search = searchProgramme(200_000);

/**
 * The oracle: every table of `groups` integers 0 … `most`, one group after the other, keeping only the sums that the
 * rows have so far. Gives the values that each target can have. No propagation, no bounds: just all tables.
 */
function allTables(groups: number, most: number, rows: readonly SumRow[], target: readonly number[]): number[] {
  const last = rows.map((row) => Math.max(...row.members));
  let states = new Map<string, { sums: number[]; target: number }>([['', { sums: rows.map(() => 0), target: 0 }]]);
  for (let group = 0; group < groups; group++) {
    const next: typeof states = new Map();
    for (const state of states.values())
      for (let value = 0; value <= most; value++) {
        const sums = state.sums.map((sum, r) => (rows[r]!.members.includes(group) ? sum + value : sum));
        const isPossible = rows.every(({ low, high }, r) => sums[r]! <= high && (last[r] !== group || sums[r]! >= low));
        if (!isPossible) continue;
        const open = sums.map((sum, r) => (last[r]! <= group ? 0 : sum));
        const sum = state.target + (target.includes(group) ? value : 0);
        next.set(`${open.join()}|${sum}`, { sums: open, target: sum });
      }
    states = next;
  }
  return [...new Set([...states.values()].map((state) => state.target))].sort((a, b) => a - b);
}

// A 3 × 3 × 3 table: cell (i, j, k) is group 9i + 3j + k.
const cube = Array.from({ length: 27 }, (_cell, at) => ({
  at,
  i: Math.floor(at / 9),
  j: Math.floor(at / 3) % 3,
  k: at % 3,
}));
const where = (test: (cell: (typeof cube)[number]) => boolean) => cube.filter(test).map(({ at }) => at);
const AXES = [0, 1, 2];
const NESTED = [
  cube.map(({ at }) => at),
  ...AXES.map((i) => where((cell) => cell.i === i)),
  ...AXES.flatMap((i) => AXES.map((j) => where((cell) => cell.i === i && cell.j === j))),
];
const OVERLAPPING = [
  ...AXES.flatMap((i) => AXES.map((j) => where((cell) => cell.i === i && cell.j === j))),
  ...AXES.flatMap((j) => AXES.map((k) => where((cell) => cell.j === j && cell.k === k))),
  ...AXES.map((i) => where((cell) => cell.i === i)),
];
const tables = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 27, maxLength: 27 });
const slacks = fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 40, maxLength: 40 });
/**
 * Rows that hold the truth, each known to within a little. Single cells are at most 2, which the oracle takes for
 * granted.
 */
const rowsOf = (sets: readonly number[][], table: readonly number[], slack: readonly number[]): SumRow[] => [
  ...sets.map((members, r) => {
    const sum = members.reduce((total, at) => total + table[at]!, 0);
    return { members, low: Math.max(0, sum - slack[r]!), high: sum + slack[(r + 7) % 40]! };
  }),
  ...cube.map(({ at }) => ({ members: [at], low: 0, high: 2 })),
];

describe('bounds on 3 × 3 × 3 tables', () => {
  it('equal those over all tables where the rows nest', () => {
    fc.assert(
      fc.property(tables, slacks, fc.nat(26), fc.nat(11), (table, slack, cell, set) => {
        const rows = rowsOf(NESTED, table, slack);
        const targets = [[cell], NESTED[set]!];
        const found = bounds(27, rows, targets, never);
        targets.forEach((target, i) => {
          const all = allTables(27, 2, rows, target);
          expect(found[i]).toMatchObject({ low: all[0], high: all.at(-1), method: 'nested' });
          expect(feasibleValues(table, rows, [target], 99, never)).toEqual([all.length]);
        });
      }),
      { numRuns: 40 },
    );
  });

  it('equal those over all tables where the rows overlap', () => {
    fc.assert(
      fc.property(tables, fc.nat(26), (table, cell) => {
        const rows = rowsOf(OVERLAPPING, table, Array(40).fill(0) as number[]);
        const all = allTables(27, 2, rows, [cell]);
        expect(bounds(27, rows, [[cell]], search)[0]).toMatchObject({
          low: all[0],
          high: all.at(-1),
          method: 'programme',
        });
        expect(feasibleValues(table, rows, [[cell]], 99, search)).toEqual([all.length]);
      }),
      { numRuns: 12 },
    );
  });
});

describe('bounds', () => {
  it('of a hand-worked tree: 10 in all, 7 to 9 in one half, 2 in a part of it', () => {
    const rows = [
      { members: [0, 1, 2, 3], low: 10, high: 10 },
      { members: [0, 1], low: 7, high: 9 },
      { members: [0], low: 2, high: 2 },
    ];
    const found = bounds(4, rows, [[1], [2], [2, 3]], never);
    expect(found.map(({ low, high }) => [low, high])).toEqual([
      [5, 7],
      [0, 3],
      [1, 3],
    ]);
  });

  it('finds the gap that no bound shows: twice a number is 0 or 2, never 1', () => {
    // x + y = z + y' style parity: a = b, a + b between 0 and 2 → the sum is 0 or 2.
    const rows = [
      { members: [0, 2], low: 1, high: 1 },
      { members: [1, 2], low: 1, high: 1 },
    ];
    expect(bounds(3, rows, [[0, 1]], search)[0]).toMatchObject({ low: 0, high: 2 });
    expect(feasibleValues([1, 1, 0], rows, [[0, 1]], 99, search)).toEqual([2]);
  });

  it('of what nobody said anything about: 0 to infinity', () => {
    expect(bounds(2, [], [[0]], never)[0]).toMatchObject({ low: 0, high: Infinity });
    expect(bounds(2, [{ members: [0, 1], low: 3, high: Infinity }], [[0]], never)[0]).toMatchObject({
      low: 0,
      high: Infinity,
    });
  });

  it('fail where the rows contradict each other', () => {
    const rows = [
      { members: [0, 1], low: 5, high: 5 },
      { members: [0], low: 6, high: 9 },
    ];
    expect(() => bounds(2, rows, [[1]], never)).toThrow(expect.objectContaining({ kind: 'Bug' }));
  });

  it('say so where the solver gives up', () => {
    const rows = [
      { members: [0, 1], low: 0, high: 5 },
      { members: [1, 2], low: 0, high: 5 },
    ];
    expect(bounds(3, rows, [[1]], () => null)[0]).toMatchObject({ method: 'gave_up' });
    expect(feasibleValues([0, 0, 0], rows, [[1]], 3, () => null)).toEqual([null]);
  });
});
