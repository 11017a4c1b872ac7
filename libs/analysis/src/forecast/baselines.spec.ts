import { describe, expect, it } from '@jest/globals';
import { baselineForecast, baselineInterval } from './baselines.js';
import { rollingErrors, summariseRolling } from './rolling-origin.js';

const history = [2, 4, 3, 7];
const points = (name: Parameters<typeof baselineForecast>[0], past: number[], period = 2) =>
  Array.from(baselineForecast(name, past, 3, period).point);

describe('baselineForecast', () => {
  it('equals the hand-worked case', () => {
    expect(points('naive', history)).toEqual([7, 7, 7]);
    expect(points('snaive', history)).toEqual([3, 7, 3]);
    expect(points('mean', history)).toEqual([4, 4, 4]);
    const drift = points('drift', history);
    [7 + 5 / 3, 7 + 10 / 3, 12].forEach((wanted, k) => expect(drift[k]).toBeCloseTo(wanted, 12));
  });

  it('widens with the horizon', () => {
    const naive = baselineForecast('naive', history, 2, 2);
    // Changes 2, −1, 4: their mean square is 7.
    expect(naive.standardError[1]).toBeCloseTo(Math.sqrt(14), 12);
    expect(baselineInterval(naive, 0.95).upper[0]).toBeCloseTo(7 + 1.959963984540054 * Math.sqrt(7), 10);
    const seasonal = baselineForecast('snaive', history, 3, 2).standardError;
    expect(seasonal[2]! / seasonal[1]!).toBeCloseTo(Math.SQRT2, 12);
    const mean = baselineForecast('mean', [1, 3], 1, 1);
    // t with 1 degree of freedom at 75 %: 1; s = √2, times √1.5.
    expect(baselineInterval(mean, 0.5).upper[0]).toBeCloseTo(2 + Math.sqrt(3), 10);
  });

  it('skips gaps and never reads them as zero', () => {
    expect(points('naive', [2, 4, 3, Number.NaN])).toEqual([3, 3, 3]);
    expect(points('snaive', [2, 4, 3, Number.NaN])).toEqual([3, 4, 3]);
    expect(points('mean', [2, Number.NaN, 4])).toEqual([3, 3, 3]);
    expect(points('drift', [1, 2, Number.NaN])).toEqual([4, 5, 6]);
  });

  it('says NaN when there is nothing to go by', () => {
    expect(points('naive', [])).toEqual([NaN, NaN, NaN]);
    expect(points('mean', [])).toEqual([NaN, NaN, NaN]);
    expect(points('drift', [5])).toEqual([NaN, NaN, NaN]);
    expect(points('snaive', [5])).toEqual([NaN, 5, NaN]);
    expect(points('naive', [5])).toEqual([5, 5, 5]);
    expect(baselineForecast('naive', [5], 1, 1).standardError[0]).toBeNaN();
    expect(baselineForecast('mean', [5], 1, 1).standardError[0]).toBeNaN();
    expect(() => baselineForecast('naive', history, 1, 0)).toThrow('period');
  });
});

describe('rolling origin', () => {
  it('shows the forecast nothing beyond its origin and pools what can be compared', () => {
    const series = Float64Array.of(1, 2, 4, Number.NaN, 8);
    const seen: number[] = [];
    const errors = rollingErrors(series, 2, 1, (past) => {
      seen.push(past.length);
      return baselineForecast('naive', past, 1, 1).point;
    });
    expect(seen).toEqual([2, 3, 4]);
    expect(errors.errors.map((row) => row[0])).toEqual([2, NaN, 4]);
    const summary = summariseRolling(series, errors, 1);
    expect(summary.meanAbsoluteError).toBe(3);
    expect(summary.rootMeanSquaredErrorByHorizon[0]).toBeCloseTo(Math.sqrt(10), 12);
    // Scales 1 (changes 1) and 1.5 (changes 1 and 2).
    expect(summary.rescaledAtEachOrigin).toBeCloseTo((2 / 1 + 4 / 1.5) / 2, 12);
  });

  it('is not defined without an origin', () => {
    const series = Float64Array.of(1);
    const errors = rollingErrors(series, 1, 1, () => [1]);
    expect(errors.origins).toEqual([]);
    expect(summariseRolling(series, errors, 1).meanAbsoluteError).toBeNaN();
  });
});
