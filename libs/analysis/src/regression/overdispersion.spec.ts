import { describe, expect, it } from '@jest/globals';
import { testOverdispersion } from './overdispersion.js';

describe('testOverdispersion', () => {
  it('is worked by hand about a common mean of 4', () => {
    // (y − 4)² − y for 1, 3, 8: 8, −2, 8; u = 2, −½, 2 with mean 7/6 and standard deviation √(25/12)
    const tests = testOverdispersion(
      Float64Array.of(1, 3, 8),
      Float64Array.of(4, 4, 4),
      new Float64Array(3).fill(1 / 3),
    );
    expect(tests.linear.estimate).toBeCloseTo(7 / 6, 12);
    expect(tests.linear.statistic).toBeCloseTo((Math.sqrt(3) * 7) / 6 / Math.sqrt(25 / 12), 12);
    expect(tests.quadratic.estimate).toBeCloseTo(7 / 24, 12);
    expect(tests.dean.statistic).toBeCloseTo(14 / Math.sqrt(96), 12);
    expect(tests.deanAdjusted.statistic).toBeCloseTo(18 / Math.sqrt(96), 12);
    expect(tests.dean.p).toBeCloseTo(0.0765, 3);
  });

  it('is far on the other side for counts that hardly vary, and NaN for one row', () => {
    const even = testOverdispersion(
      Float64Array.of(4, 4, 4, 5),
      new Float64Array(4).fill(4.25),
      new Float64Array(4).fill(0.25),
    );
    expect(even.linear.p).toBeGreaterThan(0.99);
    expect(testOverdispersion(Float64Array.of(4), Float64Array.of(4), Float64Array.of(1)).linear.p).toBeNaN();
  });
});
