import { describe, expect, it } from '@jest/globals';
import { knownToParties, type PartyKeys } from './known-to-parties.js';

const full = (reports: number): PartyKeys => ({ reports, withKey: reports, missedMatchRate: 0 });
/** Five households and one without reports; by party. */
const counts = [
  [5, 1, 0, 2, 0, 0],
  [4, 0, 3, 0, 0, 0],
  [1, 0, 0, 1, 1, 0],
];

describe('knownToParties', () => {
  it('is worked by hand for three parties', () => {
    const { households, reports, distribution, combinations, views, lowerBound } = knownToParties(counts, [
      full(8),
      full(7),
      full(3),
    ]);
    expect([households, reports, lowerBound]).toEqual([5, 18, false]);
    expect(distribution.map((row) => [row.parties, row.households, row.reports])).toEqual([
      [1, 3, 5],
      [2, 1, 3],
      [3, 1, 10],
    ]);
    expect(distribution[2]!.shareOfReports).toBeCloseTo(10 / 18, 14);
    expect(combinations.map((cell) => cell.pattern)).toEqual([1, 2, 4, 5, 7]);
    expect(views.map((view) => [view.households, view.onlyHere])).toEqual([
      [3, 1],
      [2, 1],
      [3, 1],
    ]);
    expect(views[0]!.share).toBeCloseTo(0.6, 14);
  });

  it('calls the overlap a lower bound under 90 % key coverage, and where more than a tenth of the links is missed', () => {
    const bound = (key: PartyKeys) => knownToParties(counts, [full(8), full(7), key]).lowerBound;
    expect(bound({ reports: 10, withKey: 9, missedMatchRate: null })).toBe(false);
    expect(bound({ reports: 10, withKey: 8, missedMatchRate: 0 })).toBe(true);
    expect(bound({ reports: 10, withKey: 10, missedMatchRate: 0.2 })).toBe(true);
    expect(bound({ reports: 0, withKey: 0, missedMatchRate: null })).toBe(true);
  });

  it('has no share of nobody, and refuses what is not a count', () => {
    const nobody = knownToParties([[0], [0]], [full(0), full(0)]);
    expect([nobody.households, nobody.distribution[0]!.shareOfHouseholds]).toEqual([0, NaN]);
    expect(() => knownToParties([[0.5], [1]], [full(1), full(1)])).toThrow(RangeError);
    expect(() => knownToParties([[1], [NaN]], [full(1), full(1)])).toThrow(RangeError);
    expect(() => knownToParties([[1]], [full(1)])).toThrow(RangeError);
    expect(() => knownToParties([[1], [1, 2]], [full(1), full(1)])).toThrow(RangeError);
    expect(() => knownToParties([[1], [1]], [full(1), { reports: 1, withKey: 2, missedMatchRate: 0 }])).toThrow();
  });
});
