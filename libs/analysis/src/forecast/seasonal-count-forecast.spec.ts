import { describe, expect, it } from '@jest/globals';
import { seasonalCountForecast } from './seasonal-count-forecast.js';

const options = { period: 4, harmonics: 1 };
const wave = Float64Array.from({ length: 40 }, (_, i) => [12, 8, 4, 8][i % 4]!);

describe('seasonalCountForecast', () => {
  it('goes on with an exact season', () => {
    // log 12, log 8, log 4, log 8: one pair is a·sin, so the fit is close but not perfect; the order must hold.
    const next = seasonalCountForecast(wave, options).mean;
    const afterNext = seasonalCountForecast(wave.slice(0, 38), options).mean;
    expect(Math.abs(next - 12)).toBeLessThan(1);
    expect(Math.abs(afterNext - 4)).toBeLessThan(1);
    expect(seasonalCountForecast(wave, options).size).toBe(Infinity);
  });

  it('repeats a constant series without season', () => {
    const { mean } = seasonalCountForecast(new Float64Array(10).fill(6), { period: 4, harmonics: 0 });
    expect(mean).toBeCloseTo(6, 8);
  });

  it('leaves gaps out of the fit without moving the calendar', () => {
    const gapped = wave.map((y, i) => (i === 36 ? Number.NaN : y));
    expect(Math.abs(seasonalCountForecast(gapped, options).mean - 12)).toBeLessThan(1);
  });

  it('refuses a history that is too short', () => {
    expect(() => seasonalCountForecast(new Float64Array(0), options)).toThrow('more than 4 counts');
    expect(() => seasonalCountForecast(Float64Array.of(3), options)).toThrow('more than 4 counts');
    expect(() =>
      seasonalCountForecast(
        wave.map((y) => y + 0.5),
        options,
      ),
    ).toThrow(RangeError);
  });
});
