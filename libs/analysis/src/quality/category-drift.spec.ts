import { describe, expect, it } from '@jest/globals';
import { categoryDrift } from './category-drift.js';

describe('category drift', () => {
  it('worked by hand: 30 of 100 against 40 of 200', () => {
    // pooled 70/300, se = √(0.23333 × 0.76667 × (1/100 + 1/200)) = 0.051801, z = 0.1 / 0.051801 = 1.93047, p = 0.053549.
    const shifts = categoryDrift([
      { category: 'noise', now: 30, before: 40 },
      { category: 'youth', now: 70, before: 160 },
    ])!;
    expect(shifts[0]).toMatchObject({ category: 'noise', shareNow: 0.3, shareBefore: 0.2, isFlagged: false });
    // Holm over two equal p-values: both times two.
    expect(shifts[0]!.p).toBeCloseTo(2 * 0.053549, 4);
    expect(shifts[1]!.p).toBeCloseTo(shifts[0]!.p, 12);
  });

  it('flags a category that came up, and the one that it took the place of', () => {
    const shifts = categoryDrift([
      { category: 'noise', now: 100, before: 800 },
      { category: 'youth', now: 150, before: 100 },
      { category: 'stench', now: 12, before: 50 },
    ])!;
    expect(shifts.map(({ category, isFlagged }) => [category, isFlagged])).toEqual([
      ['noise', true],
      ['youth', true],
      ['stench', false],
    ]);
  });

  it('flags no move under three points, however many reports prove it', () => {
    const shifts = categoryDrift([
      { category: 'noise', now: 120_000, before: 100_000 },
      { category: 'youth', now: 880_000, before: 900_000 },
    ])!;
    expect(shifts[0]!.p).toBeLessThan(1e-9);
    expect(shifts.map(({ isFlagged }) => isFlagged)).toEqual([false, false]);
  });

  it('says nothing on fewer than fifty reports, and nothing of a category that never occurs', () => {
    expect(categoryDrift([{ category: 'noise', now: 49, before: 5_000 }])).toBeUndefined();
    expect(categoryDrift([])).toBeUndefined();
    const one = categoryDrift([
      { category: 'noise', now: 50, before: 50 },
      { category: 'youth', now: 0, before: 0 },
    ]);
    expect(one).toEqual([{ category: 'noise', shareNow: 1, shareBefore: 1, p: 1, isFlagged: false }]);
  });

  it('refuses a count below zero', () => {
    expect(() => categoryDrift([{ category: 'noise', now: -1, before: 5 }])).toThrow(RangeError);
  });
});
