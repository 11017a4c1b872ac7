import { describe, expect, it } from '@jest/globals';
import { concentration, topShare, unitsForShare, unitsInFraction } from './concentration.js';

describe('concentration', () => {
  it('is worked by hand for 0, 1, 2, 7', () => {
    const c = concentration([7, 0, 2, 1]);
    expect(c.gini).toBeCloseTo(((2 * (0 + 2 + 6 + 28)) / 10 - 5) / 4, 14); // 0.55
    expect(c.giniUnbiased).toBeCloseTo((0.55 * 4) / 3, 14);
    expect(c.giniGeneralised).toBe(c.gini); // more events than units
    expect([...c.lorenzEvents]).toEqual([0, 0, 0.1, 0.3, 1]);
    expect(c.hoover).toBeCloseTo((2.5 + 1.5 + 0.5 + 4.5) / 20, 14);
    expect(c.herfindahl).toBeCloseTo(0.54, 14);
    expect(c.unitsWithEvents).toBe(3);
  });

  it('is 0 when all are equal and near 1 when one has everything', () => {
    expect(concentration([3, 3, 3]).gini).toBeCloseTo(0, 14);
    expect(concentration([3, 3, 3]).theil).toBeCloseTo(0, 14);
    expect(concentration([0, 0, 0, 9]).giniUnbiased).toBeCloseTo(1, 14);
  });

  it('does not call few events over many units concentrated in the generalised form', () => {
    const c = concentration([1, 1, ...new Array<number>(98).fill(0)]);
    expect(c.gini).toBeCloseTo(0.98, 12);
    expect(c.giniGeneralised).toBeCloseTo(0, 12); // as even as two events over a hundred units can be
  });

  it('says NaN without events or units, and refuses negative counts', () => {
    expect(concentration([0, 0]).gini).toBeNaN();
    expect(concentration([]).gini).toBeNaN();
    expect(unitsForShare(concentration([0, 0]), 0.5)).toBeNaN();
    expect(() => concentration([1, -1])).toThrow(RangeError);
    expect(() => concentration([1, NaN])).toThrow(RangeError);
  });

  it('does not depend on the order or the scale of the counts', () => {
    const a = concentration([5, 1, 9, 2]);
    const b = concentration([18, 10, 4, 2]);
    expect(b.gini).toBeCloseTo(a.gini, 14);
    expect(b.theil).toBeCloseTo(a.theil, 14);
  });
});

describe('topShare', () => {
  const c = concentration([4, 4, 4, 2, 1]);

  it('shows how arbitrary a cut through ties is', () => {
    expect(topShare(c, 1)).toEqual({ units: 1, share: 4 / 15, tied: 3, shareWithTies: 12 / 15 });
    expect(topShare(c, 99)).toMatchObject({ units: 5, share: 1 });
  });

  it('counts units in a fraction and for a share', () => {
    expect(unitsInFraction(c, 0.2)).toBe(1);
    expect(unitsInFraction(c, 0.21)).toBe(2);
    expect(unitsForShare(c, 0.8)).toBe(3);
    expect(unitsForShare(c, 0.81)).toBe(4);
  });
});
