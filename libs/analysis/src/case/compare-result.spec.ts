import { describe, expect, it } from '@jest/globals';
import type { ToleranceRule } from './case-method.js';
import { compareResult, pathMatches } from './compare-result.js';

const input = { params: {}, tables: {} };
const compare = (expected: unknown, actual: unknown, rules: ToleranceRule[] = []) =>
  compareResult(expected, actual, rules, input);

describe('pathMatches', () => {
  it('knows names, * for one and ** for any number of steps', () => {
    const fits = (pattern: string, path: string) => pathMatches(pattern.split('.'), path.split('.'));
    expect(fits('a.*.c', 'a.3.c')).toBe(true);
    expect(fits('a.*.c', 'a.3.4.c')).toBe(false);
    expect(fits('**.p', 'strata.P1.odds_ratio.p')).toBe(true);
    expect(fits('a.**', 'a')).toBe(true);
    expect(fits('a', 'a.b')).toBe(false);
  });
});

describe('compareResult', () => {
  it('accepts within the first tolerance that matches and reports the largest accepted deviation', () => {
    const rules = [
      { at: 'p', rel: 1e-2 },
      { at: '**', abs: 1e-6 },
    ];
    const result = compare({ software: 'R', p: 0.5, x: [1, 2] }, { p: 0.504, x: [1, 2 + 5e-7] }, rules);
    expect(result.misses).toEqual([]);
    expect(result.largestAt).toBe('p');
    expect(result.largestDeviation).toBeCloseTo(0.004, 12);
    expect([result.comparedLeaves, result.expectedLeaves]).toEqual([3, 3]);
  });

  it('refuses a value just beyond the tolerance, a missing name, another length and null for a number', () => {
    expect(compare({ a: 1 }, { a: 1 + 1e-11 }).misses).toHaveLength(1);
    expect(compare({ a: { b: 1, c: 2 } }, {}).misses).toEqual([{ path: 'a', reason: 'missing' }]);
    expect(compare({ a: { b: 1, c: 2 } }, {}).expectedLeaves).toBe(2);
    expect(compare([1, 2], [1]).misses).toHaveLength(1);
    expect(compare({ a: null }, { a: 0 }).misses).toHaveLength(1);
    expect(compare({ a: 0 }, { a: null }).misses).toHaveLength(1);
    expect(compare({ a: 'x' }, { a: 'y' }).misses).toHaveLength(1);
    expect(compare({ a: 0 }, { a: Number.NaN }).misses).toHaveLength(1);
  });

  it('ignores names beyond the expected ones and reads a bare value as a list of one', () => {
    expect(compare({ a: 3 }, { a: [3], b: 4 }).misses).toEqual([]);
  });

  it('leaves out a variant and names it', () => {
    const result = compare({ a: 1, other: { x: 1 } }, { a: 1 }, [{ at: 'other', variant: 'not offered' }]);
    expect(result).toMatchObject({
      misses: [],
      variants: ['other: not offered'],
      expectedLeaves: 1,
      comparedLeaves: 1,
    });
  });

  it('hands a subtree to its judge', () => {
    const judge = (e: unknown, a: unknown) => ({
      ok: String(e) === String((a as number[]).toReversed()),
      deviation: 0,
      compared: 2,
    });
    expect(compare({ labels: [1, 2] }, { labels: [2, 1] }, [{ at: 'labels', judge }]).misses).toEqual([]);
    expect(compare({ labels: [1, 2] }, { labels: [1, 2] }, [{ at: 'labels', judge }]).misses).toHaveLength(1);
  });

  it('counts nothing as compared when there is nothing', () => {
    expect(compare({ software: 'R' }, {}).comparedLeaves).toBe(0);
  });
});
