import { describe, expect, it } from '@jest/globals';
import { kernelDensity, kernelDensityAt } from './kernel-density.js';

const grid = { x0: -20, y0: -20, nx: 321, ny: 321, step: 0.125 };
const points = { x: [0, 1, 0, 3], y: [0, 1, 0, -2] };

describe('kernelDensity', () => {
  it('hand-worked: at the event itself and at one bandwidth from it', () => {
    const one = { x0: 0, y0: 0, nx: 2, ny: 1, step: 2 };
    const gaussian = kernelDensity({ x: [0], y: [0] }, one, 2, 'gaussian');
    expect(gaussian[0]).toBeCloseTo(1 / (8 * Math.PI), 15);
    expect(gaussian[1]! / gaussian[0]!).toBeCloseTo(Math.exp(-0.5), 15);
    const quartic = kernelDensity({ x: [0], y: [0] }, { ...one, step: 1 }, 2, 'quartic');
    expect(quartic[0]).toBeCloseTo(3 / (4 * Math.PI), 15);
    expect(quartic[1]).toBeCloseTo((3 / (4 * Math.PI)) * 0.75 ** 2, 15);
    expect(kernelDensity({ x: [0], y: [0] }, one, 2, 'quartic')[1]).toBe(0);
  });

  it.each(['gaussian', 'quartic'] as const)('integrates to the number of events: %s', (kernel) => {
    const sum = kernelDensity(points, grid, 2, kernel).reduce((total, v) => total + v, 0);
    expect(sum * grid.step ** 2).toBeCloseTo(4, 2);
  });

  it.each(['gaussian', 'quartic'] as const)(
    'runs x fastest, equals the direct sum and adds over events: %s',
    (kernel) => {
      const small = { x0: -1, y0: 2, nx: 3, ny: 2, step: 1.5 };
      const density = kernelDensity(points, small, 3, kernel);
      const direct = [2, 3.5].flatMap((gy) =>
        [-1, 0.5, 2].map((gx) =>
          points.x.reduce((sum, x, k) => {
            const d2 = (gx - x) ** 2 + (gy - points.y[k]!) ** 2;
            const quartic = d2 < 9 ? (3 / (Math.PI * 9)) * (1 - d2 / 9) ** 2 : 0;
            return sum + (kernel === 'gaussian' ? Math.exp(-d2 / 18) / (2 * Math.PI * 9) : quartic);
          }, 0),
        ),
      );
      density.forEach((v, k) => expect(v).toBeCloseTo(direct[k]!, 14));
    },
  );

  it('is zero without events, empty without grid, and refuses what it cannot use', () => {
    expect([...kernelDensity({ x: [], y: [] }, { ...grid, nx: 1, ny: 1 }, 1, 'gaussian')]).toEqual([0]);
    expect(kernelDensity(points, { ...grid, nx: 0 }, 1, 'quartic')).toHaveLength(0);
    expect(() => kernelDensity(points, grid, 0, 'gaussian')).toThrow(RangeError);
    expect(() => kernelDensity({ x: [NaN], y: [0] }, grid, 1, 'gaussian')).toThrow(RangeError);
    expect(() => kernelDensity(points, { ...grid, nx: 1.5 }, 1, 'gaussian')).toThrow(RangeError);
  });

  it.each(['gaussian', 'quartic'] as const)(
    'is the same at given places, an event of weight two as two events: %s',
    (kernel) => {
      const at = { x0: -1, y0: 0, nx: 3, ny: 1, step: 1.5 };
      const places = { x: [-1, 0.5, 2], y: [0, 0, 0] };
      const found = kernelDensityAt({ x: [0, 1, 3], y: [0, 1, -2], weights: [2, 1, 1] }, places, 3, kernel);
      kernelDensity(points, at, 3, kernel).forEach((value, i) => expect(found[i]).toBeCloseTo(value, 14));
      expect(() => kernelDensityAt({ ...points, weights: [1, -1, 1, 1] }, places, 3, kernel)).toThrow(RangeError);
    },
  );
});
