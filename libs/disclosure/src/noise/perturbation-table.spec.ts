import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildPerturbationTable, KEY_SPACE, PLATFORM_NOISE } from './build-perturbation-table.js';
import { cellKey, lookupPoint } from './cell-key.js';
import { maxEntropyNoise } from './max-entropy-noise.js';
import { cellNoise, noiseAt } from './noise-at.js';
import { PERTURBATION_TABLE } from './perturbation-table.js';

const keys = fc.integer({ min: 0, max: KEY_SPACE - 1 });
const masses = (upTo: readonly number[]) => upTo.map((bound, i) => (bound - (upTo[i - 1] ?? 0)) / KEY_SPACE);

describe('the perturbation table', () => {
  it('is the one that its script builds', () => {
    const built = buildPerturbationTable(PLATFORM_NOISE);
    expect(PERTURBATION_TABLE.rows.map((row) => row.noise)).toEqual(built.rows.map((row) => row.noise));
    const committed = PERTURBATION_TABLE.rows.flatMap((row) => row.upTo);
    const difference = built.rows.flatMap((row) => row.upTo).map((bound, i) => Math.abs(bound - committed[i]!));
    // Another machine's exp() may differ in the last bit.
    expect(Math.max(...difference)).toBeLessThanOrEqual(1);
  });

  it.each([1, 2, 3, 4, 5])('has mean 0 and variance 3 for a count of %i, and never goes below 0', (count) => {
    const { noise, upTo } = PERTURBATION_TABLE.rows[count]!;
    const p = masses(upTo);
    const mean = p.reduce((sum, mass, i) => sum + mass * noise[i]!, 0);
    const square = p.reduce((sum, mass, i) => sum + mass * noise[i]! ** 2, 0);
    expect(Math.abs(mean)).toBeLessThan(1e-8);
    expect(Math.abs(square - 3)).toBeLessThan(1e-8);
    expect(p.every((mass) => mass > 0)).toBe(true);
    expect([noise[0]! + count, noise.at(-1)]).toEqual([0, 5]);
  });

  it('leaves zero alone', () => {
    fc.assert(fc.property(keys, (key) => expect(cellNoise(PERTURBATION_TABLE, 0, key, 'reports')).toBe(0)));
  });

  it('has greater entropy than any neighbour with the same mean and variance', () => {
    const entropy = (p: readonly number[]) => -p.reduce((sum, mass) => sum + mass * Math.log(mass), 0);
    const { probability } = maxEntropyNoise(7, PLATFORM_NOISE);
    // (1, −3, 3, −1) on four neighbours changes neither sum, nor mean, nor variance.
    for (let at = 0; at + 3 < probability.length; at++)
      for (const size of [1e-4, -1e-4]) {
        const other = probability.map((mass, i) => mass + size * ([1, -3, 3, -1][i - at] ?? 0));
        expect(entropy(other)).toBeLessThan(entropy(probability));
      }
  });

  it('equals the tables printed in the introduction of ptable 1.0.0', () => {
    const close = (count: number, shape: { max: number; variance: number; blockedUpTo?: number }, row: number[]) =>
      maxEntropyNoise(count, shape).probability.forEach((p, i) =>
        expect(Math.abs(p - (row[i] ?? 0))).toBeLessThan(2e-6),
      );
    close(2, { max: 2, variance: 1 }, [0.06382714, 0.2446915, 0.3829628, 0.24469145, 0.06382714]);
    close(2, { max: 2, variance: 0.9 }, [0.05154609, 0.2438156, 0.4092765, 0.2438156, 0.05154609]);
    const blocked = { max: 5, variance: 3, blockedUpTo: 2 };
    close(1, blocked, [0.73446954, 0.13672019, 0.07279631, 0.03742956, 0.018584399]);
    close(2, blocked, [0.40880704, 0.406643537, 0.14762401, 0.03231882, 0.004266868, 0.0003397188]);
  });

  it('is refused where no such noise exists', () => {
    const infeasible = expect.objectContaining({ code: 'disclosure.noise-infeasible' });
    expect(() => maxEntropyNoise(1, { max: 2, variance: 2.5 })).toThrow(infeasible);
  });
});

describe('the key of a cell', () => {
  it('does not depend on order or on how the set was put together', () => {
    fc.assert(
      fc.property(fc.array(keys), fc.array(keys), (one, other) => {
        expect(cellKey([...other, ...one])).toBe(cellKey([...one, ...other]));
        expect(cellKey([cellKey(one), cellKey(other)])).toBe(cellKey([...one, ...other]));
      }),
    );
    expect(cellKey([KEY_SPACE - 1, 2])).toBe(1);
    expect(() => cellKey([KEY_SPACE])).toThrow(expect.objectContaining({ kind: 'Bug' }));
  });

  it('gives the same set the same noise, and reports and households noise of their own', () => {
    fc.assert(
      fc.property(keys, fc.nat(500), (key, count) => {
        const noise = cellNoise(PERTURBATION_TABLE, count, key, 'reports');
        expect(cellNoise(PERTURBATION_TABLE, count, key, 'reports')).toBe(noise);
        expect(Math.abs(noise)).toBeLessThanOrEqual(5);
        expect(count + noise).toBeGreaterThanOrEqual(0);
        expect(lookupPoint(key, count, 'reports')).not.toBe(lookupPoint(key, count, 'households'));
      }),
    );
  });

  it.each([1, 2, 3, 4, 5, 6, 12, 250])(
    'spreads the noise of a count of %i as the table says, over many keys',
    (count) => {
      const draws = 40_000;
      let sum = 0;
      let square = 0;
      // A sequence of keys that is as regular as can be: the mixing must break it up.
      for (let i = 0; i < draws; i++) {
        const noise = cellNoise(PERTURBATION_TABLE, count, i * 107_374, 'reports');
        sum += noise;
        square += noise * noise;
      }
      expect(Math.abs(sum / draws)).toBeLessThan(4 * Math.sqrt(3 / draws));
      expect(Math.abs(square / draws - 3)).toBeLessThan(4 * Math.sqrt(40 / draws));
    },
  );

  it('does not give neighbouring counts of the same households the same noise', () => {
    let equal = 0;
    for (let key = 0; key < 10_000; key++) {
      const noise = (count: number) => cellNoise(PERTURBATION_TABLE, count, key * 429_496, 'reports');
      if (noise(20) === noise(21)) equal += 1;
    }
    // Independent draws agree with probability Σp² = 0.16.
    expect(equal / 10_000).toBeLessThan(0.18);
  });

  it('reads the point on the border of two rows of mass as the upper one', () => {
    const row = PERTURBATION_TABLE.rows[5]!;
    expect(noiseAt(PERTURBATION_TABLE, 99, row.upTo[0]! - 1)).toBe(-5);
    expect(noiseAt(PERTURBATION_TABLE, 99, row.upTo[0]!)).toBe(-4);
    expect(noiseAt(PERTURBATION_TABLE, 99, KEY_SPACE - 1)).toBe(5);
  });
});
