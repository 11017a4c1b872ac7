import { describe, expect, it } from '@jest/globals';
import { lineOfInterval, saidOf, type LineRules, type LineSaid } from './said.js';

const LAB: LineRules = { floor: 5, noise: true, rounded: false };
const PUBLIC: LineRules = { floor: 10, noise: true, rounded: true };
const shown = (value: number, scale = 1): LineSaid => ({ state: 'shown', shown: value, scale });
const back = (line: LineSaid, rules: LineRules, scale?: number) => {
  const { low, high } = saidOf(line, rules);
  return lineOfInterval({ low, high }, rules, scale);
};

describe('what a line says', () => {
  it('is as probable as the noise that makes it, raised to the floor', () => {
    const { low, high, likelihood } = saidOf(shown(5), LAB);
    expect([low, high]).toEqual([5, 10]);
    expect(likelihood(4)).toBe(0);
    // Everything that noise brings to 5 or under it looks like 5.
    expect(likelihood(5)).toBeGreaterThan(0.5);
    const all = [5, 6, 7, 8, 9, 10].map((value) => saidOf(shown(value), LAB).likelihood(5));
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  });

  it.each([
    [shown(42), LAB, undefined],
    [shown(42, 2.5), LAB, undefined],
    [shown(8), LAB, undefined],
    [shown(9, 2), LAB, 2],
    [shown(35), PUBLIC, undefined],
    [{ state: 'zero', shown: 0, scale: 1 }, LAB, undefined],
    [{ state: 'withheld', shown: 0, scale: 1 }, LAB, undefined],
    [{ state: 'none_or_few', shown: 0, scale: 1 }, PUBLIC, undefined],
  ] as const)('can be read back from the interval that the ledger keeps: %p', (line, rules, scale) => {
    expect(back(line, rules, scale)).toEqual(line);
  });
});
