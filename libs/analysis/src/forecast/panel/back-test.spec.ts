import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../../random/random-stream.js';
import { negativeBinomialQuantile } from '../../special/negative-binomial.js';
import { backTest } from './back-test.js';
import type { CountPanel } from './count-panel.js';
import { allForecasts } from './forecast-methods.js';
import { nextPeriod } from './next-period.js';

interface World {
  readonly areas: number;
  readonly periods: number;
  readonly level?: number;
  readonly season?: number;
}

/** Counts with a season, areas of different size, and a common level that wanders. */
function simulated({ areas, periods, level = 6, season = 12 }: World, seed = 1): CountPanel {
  const stream = randomStream(seed);
  let common = 0;
  const whole = Array.from({ length: periods }, (_, t) => {
    common += (stream.nextFloat() - 0.5) * 0.15;
    return Math.exp(common + 0.3 * Math.sin((2 * Math.PI * t) / season));
  });
  const counts = Array.from({ length: areas }, (_, i) =>
    Float64Array.from(whole, (factor) =>
      negativeBinomialQuantile(stream.nextFloat(), 8, level * factor * (0.3 + (i % 5) / 2)),
    ),
  );
  const names = counts.map((_, i) => `area ${String(i).padStart(3, '0')}`);
  return { areas: names, periods: whole.map((_, t) => `p${t}`), season, counts };
}

const finite = (values: readonly number[]) => values.every(Number.isFinite);

describe('the back-test of a panel', () => {
  const test = backTest(simulated({ areas: 20, periods: 48 }), { firstOrigin: 36 });

  it('beats every naive method where there is something to learn', () => {
    expect(test.automatic.rps).toBeLessThan(0.95 * test.bestNaive.rps);
    expect(test.automatic.wape).toBeLessThan(test.bestNaive.wape);
  });

  it('holds in its 80 % intervals about what it says', () => {
    expect(test.automatic.coverage).toBeGreaterThan(0.78);
    expect(test.automatic.coverage).toBeLessThan(0.9);
  });

  it('gives every score of every method, and counts every choice', () => {
    for (const scores of test.methods)
      expect(finite(Object.values(scores).filter((value) => typeof value === 'number'))).toBe(true);
    expect(Object.values(test.chosen).reduce((sum, n) => sum + n, 0)).toBe(20 * 12);
    expect(test.methods.map(({ method }) => method).at(-1)).toBe('automatic');
  });

  it('gives every period apart, and they add up to the whole', () => {
    expect(test.periods.map(({ period }) => period)).toEqual(Array.from({ length: 12 }, (_, t) => `p${36 + t}`));
    const whole = test.periods.reduce((sum, { n, automatic }) => sum + n * automatic, 0);
    expect(whole / (20 * 12)).toBeCloseTo(test.automatic.rps, 10);
    const naive = test.periods.reduce((sum, { n, naive: scores }) => sum + n * scores['mean of 12'], 0);
    expect(naive / (20 * 12)).toBeCloseTo(test.methods.find(({ method }) => method === 'mean of 12')!.rps, 10);
  });

  it('gives the same figures again', () => {
    expect(backTest(simulated({ areas: 20, periods: 48 }), { firstOrigin: 36 })).toEqual(test);
  });

  it('sees nothing of the future: other counts later leave the forecasts before them as they were', () => {
    const panel = simulated({ areas: 4, periods: 44 });
    const changed = { ...panel, counts: panel.counts.map((row) => row.map((y, t) => (t < 40 ? y : 3 * y + 7))) };
    const until = (p: CountPanel) =>
      allForecasts(p).map(({ mean, size }) => [...mean, ...size].map((row) => [...row.subarray(0, 41)]));
    expect(until(changed)).toEqual(until(panel));
  });

  it('scores no gap, and does not take it for a zero', () => {
    const panel = simulated({ areas: 20, periods: 48 });
    const withGap = { ...panel, counts: panel.counts.map((row) => row.map((y, t) => (t === 45 ? Number.NaN : y))) };
    const other = backTest(withGap, { firstOrigin: 36 });
    expect(other.automatic.n).toBe(20 * 11);
    expect(other.automatic.rps / test.automatic.rps).toBeCloseTo(1, 0.8);
  });

  it.each([
    ['one area', { areas: 1, periods: 48, level: 200 }],
    ['two areas', { areas: 2, periods: 42 }],
    ['next to nothing but zeros', { areas: 20, periods: 40, level: 0.02 }],
    ['weeks without a whole year before', { areas: 6, periods: 48, season: 52 }],
    ['years', { areas: 6, periods: 40, season: 1 }],
    ['counts in ten thousands', { areas: 2, periods: 40, level: 30_000 }],
  ])('works on %s', (_, world) => {
    const { automatic, methods } = backTest(simulated(world), { firstOrigin: 36 });
    expect(finite([automatic.rps, automatic.wape, automatic.logScore, automatic.coverage])).toBe(true);
    expect(finite(methods.slice(0, 5).map(({ rps }) => rps))).toBe(true);
  });

  it('works with an area that never delivered, one that stopped, and one that is always zero', () => {
    const panel = simulated({ areas: 6, periods: 50 });
    const counts = panel.counts.map((row, i) =>
      row.map((y, t) => (i === 0 || (i === 1 && t > 20) ? Number.NaN : i === 2 ? 0 : y)),
    );
    const { automatic, areas } = backTest({ ...panel, counts }, { firstOrigin: 36 });
    expect(automatic.n).toBe(4 * 14);
    expect(automatic.rps).toBeGreaterThan(0);
    expect(areas[0]).toMatchObject({ n: 0, rps: Number.NaN });
  });

  it('says what is wrong with a short history', () => {
    const panel = simulated({ areas: 2, periods: 30 });
    expect(() => backTest(panel, { firstOrigin: 36 })).toThrow('the panel has 30 periods');
    expect(() => backTest(panel, { firstOrigin: 4 })).toThrow(RangeError);
    expect(() => nextPeriod(simulated({ areas: 2, periods: 8 }))).toThrow('at least 12 periods');
  });

  it('uses neighbours when they are given', () => {
    const panel = simulated({ areas: 20, periods: 48 });
    const neighbours = panel.areas.map((_, i) => [(i + 1) % 20, (i + 19) % 20]);
    const { methods } = backTest({ ...panel, neighbours }, { firstOrigin: 36 });
    const epidemic = methods.find(({ method }) => method === 'endemic-epidemic')!;
    expect(epidemic.rps).not.toBe(test.methods.find(({ method }) => method === 'endemic-epidemic')!.rps);
    expect(epidemic.rps).toBeLessThan(test.bestNaive.rps);
  });
});

describe('what is shown of the next period', () => {
  it('is a model where it was better, with the naive forecast beside it', () => {
    const next = nextPeriod(simulated({ areas: 20, periods: 48 }));
    expect(next).toHaveLength(20);
    for (const { shown, reason, forecast, naive, relativeScore } of next) {
      expect(shown === 'model').toBe(reason === 'model was better');
      expect(forecast.lower).toBeLessThanOrEqual(forecast.median);
      expect(forecast.upper).toBeGreaterThanOrEqual(forecast.median);
      if (shown === 'model') expect(relativeScore).toBeLessThan(1);
      else expect(forecast).toEqual(naive);
    }
  });

  it('is the naive forecast, said so, where nothing can be learned', () => {
    const panel = simulated({ areas: 3, periods: 14 });
    for (const { shown, reason } of nextPeriod(panel)) expect([shown, reason]).toEqual(['naive', 'too little history']);
  });
});
