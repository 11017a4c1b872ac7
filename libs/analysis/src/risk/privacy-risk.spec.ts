import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { privacyRisk, type ClassCount } from './privacy-risk.js';

describe('privacy risk', () => {
  it('worked by hand: ten units in four classes', () => {
    // Classes: {1 unit}, {2 units, one category}, {2 units, two categories}, {5 units, three categories}.
    const risk = privacyRisk([
      { units: 1, values: 1, classes: 1 },
      { units: 2, values: 1, classes: 1 },
      { units: 2, values: 2, classes: 1 },
      { units: 5, values: 3, classes: 1 },
    ]);
    expect(risk).toEqual({
      units: 10,
      classes: 4,
      k: 1,
      uniqueShare: 0.1,
      smallShare: 0.5,
      averageRisk: 0.4,
      l: 1,
      homogeneousShare: 0.3,
    });
  });

  it('counts classes that are alike together', () => {
    const counted = privacyRisk([{ units: 3, values: 2, classes: 4 }]);
    expect(counted).toEqual(privacyRisk(Array.from({ length: 4 }, () => ({ units: 3, values: 2, classes: 1 }))));
    expect(counted).toMatchObject({ k: 3, l: 2, uniqueShare: 0, smallShare: 1, averageRisk: 1 / 3 });
  });

  it('says nothing of nothing, and refuses what cannot be', () => {
    expect(privacyRisk([])).toBeUndefined();
    for (const wrong of [
      { units: 0, values: 1, classes: 1 },
      { units: 1.5, values: 1, classes: 1 },
      { units: 1, values: 2, classes: 1 },
    ])
      expect(() => privacyRisk([wrong])).toThrow(RangeError);
  });

  it('never rises where classes are put together', () => {
    const classCount: fc.Arbitrary<ClassCount> = fc
      .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 }))
      .map(([units, values]) => ({ units, values: Math.min(units, values), classes: 1 }));
    fc.assert(
      fc.property(fc.array(classCount, { minLength: 2, maxLength: 20 }), (histogram) => {
        const [one, other, ...rest] = histogram as [ClassCount, ClassCount, ...ClassCount[]];
        const merged = { units: one.units + other.units, values: Math.max(one.values, other.values), classes: 1 };
        const before = privacyRisk(histogram)!;
        const after = privacyRisk([merged, ...rest])!;
        expect(after.k).toBeGreaterThanOrEqual(before.k);
        for (const share of ['uniqueShare', 'smallShare', 'averageRisk', 'homogeneousShare'] as const)
          expect(after[share]).toBeLessThanOrEqual(before[share]);
      }),
    );
  });
});
