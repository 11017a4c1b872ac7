import { describe, expect, it } from '@jest/globals';
import { adjustments, adjustPValues } from './multiple-testing.js';

describe('adjustPValues', () => {
  it('adjusts four p-values as worked by hand', () => {
    const p = [0.01, 0.04, 0.03, 0.5]; // ranks 1, 3, 2, 4; m = 4
    expect([...adjustPValues(p, 'bonferroni')]).toEqual([0.04, 0.16, 0.12, 1]);
    expect([...adjustPValues(p, 'holm')]).toEqual([0.04, 0.09, 0.09, 0.5]); // 4×.01, 3×.03, 2×.04 → max .09, .5
    expect([...adjustPValues(p, 'hochberg')].map((v) => +v.toFixed(12))).toEqual([0.04, 0.08, 0.08, 0.5]);
    expect([...adjustPValues(p, 'BH')].map((v) => +v.toFixed(12))).toEqual([
      0.04,
      +(0.16 / 3).toFixed(12),
      +(0.16 / 3).toFixed(12),
      0.5,
    ]);
    expect(adjustPValues(p, 'BY')[0]).toBeCloseTo(0.04 * (25 / 12), 14);
  });

  it('has nothing to do without tests, and leaves a single test alone', () => {
    for (const method of adjustments) {
      expect(adjustPValues([], method)).toHaveLength(0);
      expect([...adjustPValues([0.03], method)]).toEqual([0.03]);
    }
  });

  it('keeps missing values missing and does not count them as tests', () => {
    const adjusted = adjustPValues([0.02, Number.NaN, 0.04]);
    expect(adjusted[1]).toBeNaN();
    expect([adjusted[0], adjusted[2]]).toEqual([0.04, 0.04]);
    expect(adjustPValues([Number.NaN])[0]).toBeNaN();
  });

  it('gives ties the same value and never less than the raw p', () => {
    const p = [0.02, 0.02, 0.02, 0.7, 0.7];
    for (const method of adjustments) {
      const adjusted = adjustPValues(p, method);
      expect(new Set(adjusted.slice(0, 3)).size).toBe(1);
      adjusted.forEach((value, i) => expect(value).toBeGreaterThanOrEqual(p[i]!));
    }
  });

  it('refuses what is no probability', () => {
    expect(() => adjustPValues([0.1, 1.2])).toThrow(RangeError);
  });
});
