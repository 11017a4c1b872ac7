import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { poissonQuantile } from '../special/poisson.js';
import { interventionEffect } from './intervention-effect.js';
import { measureEffect, type MonthlySeries } from './measure-effect.js';

const MONTHS = Float64Array.from({ length: 48 }, (_, i) => i);
const FIRST = 30;

/** Season, a yearly rise of 5 %, and what happens from the first month on. */
function series(seed: number, mean: number, change: number): MonthlySeries {
  const random = randomStream(seed, 0);
  const counts = MONTHS.map((month) => {
    const expected = mean * Math.exp(0.2 * Math.sin((2 * Math.PI * month) / 12) + (0.05 * month) / 12);
    return poissonQuantile(random.nextFloat(), expected * (month >= FIRST ? 1 + change : 1));
  });
  return { months: MONTHS, counts };
}

describe('measureEffect', () => {
  it('is the level change of the interrupted time series where nothing is compared with', () => {
    const measured = series(1, 200, -0.25);
    const settings = { period: 12, harmonics: 1, interventionAt: FIRST };
    const after = MONTHS.map((month) => Number(month >= FIRST));
    const direct = interventionEffect(MONTHS, after, measured.counts, settings);
    const effect = measureEffect(measured, undefined, FIRST);
    expect([effect.ratio, effect.low, effect.high]).toEqual([direct.ratio, direct.low, direct.high]);
    // The interval is that of a normal deviate on the log scale: it can be made again from the standard error.
    expect(effect.logStandardError).toBeGreaterThan(0.02);
    expect(Math.log(effect.high / effect.ratio)).toBeCloseTo(Math.log(effect.ratio / effect.low), 10);
  });

  it('takes out what changed everywhere', () => {
    const [measured, comparison] = [series(2, 300, -0.3), series(3, 300, -0.3)];
    expect(measureEffect(measured, undefined, FIRST).high).toBeLessThan(0.95);
    const controlled = measureEffect(measured, comparison, FIRST);
    expect(controlled.low).toBeLessThan(1);
    expect(controlled.high).toBeGreaterThan(1);
  });

  it('finds a planted effect within its interval, wider with a comparison than without', () => {
    const [measured, comparison] = [series(4, 400, -0.4), series(5, 400, 0)];
    const [alone, controlled] = [measureEffect(measured, undefined, FIRST), measureEffect(measured, comparison, FIRST)];
    for (const { low, high } of [alone, controlled]) {
      expect(low).toBeLessThan(0.6);
      expect(high).toBeGreaterThan(0.6);
    }
    expect(controlled.logStandardError).toBeGreaterThan(alone.logStandardError);
  });

  it('refuses a series that is too short for its terms', () => {
    const short = { months: MONTHS.slice(0, 5), counts: series(6, 50, 0).counts.slice(0, 5) };
    expect(() => measureEffect(short, undefined, 3)).toThrow(RangeError);
  });
});
