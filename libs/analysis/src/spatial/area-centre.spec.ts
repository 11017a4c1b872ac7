import { describe, expect, it } from '@jest/globals';
import { areaCentre } from './area-centre.js';

const square = (x: number, y: number, size: number) => [
  [x, y],
  [x + size, y],
  [x + size, y + size],
  [x, y + size],
  [x, y],
];

describe('areaCentre', () => {
  it('is the middle of a square, far from the origin and either way round', () => {
    const far = square(120_000, 480_000, 10);
    expect(areaCentre({ type: 'Polygon', coordinates: [far] })).toEqual([120_005, 480_005]);
    expect(areaCentre({ type: 'Polygon', coordinates: [far.toReversed()] })).toEqual([120_005, 480_005]);
  });

  it('takes holes out, and weighs parts by their surface', () => {
    // 4 × 4 with a hole of 2 × 2 in its right upper corner: (16 · 2 − 4 · 3) / 12 = 5/3.
    const holed = areaCentre({ type: 'Polygon', coordinates: [square(0, 0, 4), square(2, 2, 2)] });
    expect(holed[0]).toBeCloseTo(5 / 3, 12);
    // 2 × 2 around 1 and 1 × 1 around 10.5: (4 · 1 + 10.5) / 5.
    const parts = areaCentre({ type: 'MultiPolygon', coordinates: [[square(0, 0, 2)], [square(10, 0, 1)]] });
    expect(parts[0]).toBeCloseTo(2.9, 12);
    expect(areaCentre({ type: 'Polygon', coordinates: [[[1, 1]]] })[0]).toBeNaN();
  });
});
