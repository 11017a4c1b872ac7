import { describe, expect, it } from '@jest/globals';
import { searchProgramme, type Programme, type SumRow } from '@datalab/disclosure';
import fc from 'fast-check';
import { highsProgramme } from './highs-programme.js';

const solve = await highsProgramme(10);

/** Rows over six variables that one table fits, each known to within a little. */
const programmes = fc
  .record({
    table: fc.array(fc.nat(6), { minLength: 6, maxLength: 6 }),
    sets: fc.array(fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 }),
    slack: fc.array(fc.nat(3), { minLength: 12, maxLength: 12 }),
  })
  .map(({ table, sets, slack }): Programme => {
    const rows = sets.map((members, r): SumRow => {
      const sum = members.reduce((total, at) => total + table[at]!, 0);
      const open = slack[(r * 5) % 12] === 3;
      return { members, low: Math.max(0, sum - slack[r]!), high: open ? Infinity : sum + slack[r + 6]! };
    });
    return { variables: 6, rows };
  });

describe('HiGHS as the solver of the ledger', () => {
  it('answers as the exhaustive search does', () => {
    const search = searchProgramme(1_000_000);
    fc.assert(
      fc.property(programmes, fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 3 }), (programme, target) => {
        for (const sense of ['least', 'greatest'] as const) {
          const expected = search(programme, target, sense);
          fc.pre(expected !== null);
          expect(solve(programme, target, sense)).toBe(expected);
        }
      }),
      { numRuns: 150, seed: 1 },
    );
  });

  it('sees that only whole numbers are possible', () => {
    // x0 + x1, x1 + x2 and x0 + x2 are all 1: one half each is the only real answer, so no table of whole numbers fits.
    const pairs = [[0, 1], [1, 2], [0, 2]]; // prettier-ignore
    const programme = { variables: 3, rows: pairs.map((members) => ({ members, low: 1, high: 1 })) };
    expect(() => solve(programme, [0], 'greatest')).toThrow('contradict');
  });

  it('says so where nothing bounds the sum', () => {
    const programme = { variables: 2, rows: [{ members: [0], low: 2, high: Infinity }] };
    expect(solve(programme, [0, 1], 'greatest')).toBe(Infinity);
    expect(solve(programme, [0, 1], 'least')).toBe(2);
  });
});
