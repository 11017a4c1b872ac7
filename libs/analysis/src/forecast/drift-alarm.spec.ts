import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { normalQuantile } from '../special/normal-quantile.js';
import { driftAlarm } from './drift-alarm.js';

const reference = [-1, 1, -1, 1, -1, 1, -1, 1];

describe('the drift alarm', () => {
  it('adds up what is worse than the allowance, and never goes below zero', () => {
    const deviation = Math.sqrt(8 / 7);
    const { sums, alarmAt } = driftAlarm(reference, [2, Number.NaN, 2, -9, 9]);
    const step = 2 / deviation - 0.5;
    expect([...sums].map((sum) => +sum.toFixed(9))).toEqual(
      [step, step, 2 * step, 0, 9 / deviation - 0.5].map((sum) => +sum.toFixed(9)),
    );
    expect(alarmAt).toBe(4);
  });

  it('is silent for about 930 periods without change, and quick after one', () => {
    const stream = randomStream(7);
    const normal = () => normalQuantile(Math.max(1e-12, stream.nextFloat()));
    const long = Array.from({ length: 4000 }, normal);
    const runs = Array.from({ length: 40 }, () => driftAlarm(long, Array.from({ length: 400 }, normal)).alarmAt);
    // 400 of 930 periods: some 35 % of the runs, here a generous band around it.
    const early = runs.filter((at) => at >= 0).length;
    expect(early).toBeGreaterThan(5);
    expect(early).toBeLessThan(25);
    const worse = Array.from(
      { length: 40 },
      () =>
        driftAlarm(
          long,
          Array.from({ length: 60 }, () => normal() + 1),
        ).alarmAt,
    );
    expect(worse.filter((at) => at >= 0 && at < 30).length).toBeGreaterThan(36);
  });

  it('refuses a reference that says nothing', () => {
    expect(() => driftAlarm([1, 2, 3], [1])).toThrow(RangeError);
    expect(() => driftAlarm(new Array(9).fill(1) as number[], [1])).toThrow(RangeError);
  });
});
