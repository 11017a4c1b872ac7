import { describe, expect, it } from '@jest/globals';
import { contingency } from './contingency.js';
import { fisherExact, midPOddsRatio } from './fisher-exact.js';
import { fisherAsInR, midPAsInEpitools } from './fisher-as-in-r.js';
import { fixedMargins, tailAt } from './noncentral-hypergeometric.js';
import { mantelHaenszel, oddsRatio, oddsRatioHalfAdded, riskComparison } from './two-by-two.js';

describe('contingency', () => {
  it('is worked by hand for a 2 × 2 table', () => {
    // expected 12 8 / 18 12; differences 2: X² = 4 (1/12 + 1/8 + 1/18 + 1/12) = 25/18
    const c = contingency([
      [10, 10],
      [20, 10],
    ]);
    expect(c.chi2).toBeCloseTo(25 / 18, 12);
    expect(c.yates?.chi2).toBeCloseTo((25 / 18) * (1.5 / 2) ** 2, 12);
    expect(c.cramersV).toBeCloseTo(Math.sqrt(25 / 18 / 50), 12);
    expect(c.phi).toBe(c.cramersV);
    expect(c.adjustedResiduals[0]![0]).toBeCloseTo(-Math.sqrt(25 / 18), 12); // its square is X² in a 2 × 2 table
    expect(c.log10P).toBeCloseTo(Math.log10(c.p), 12);
    expect(c.minExpected).toBe(8);
  });

  it('finds complete association, and none', () => {
    const perfect = contingency([
      [30, 0],
      [0, 70],
    ]);
    expect(perfect.cramersV).toBeCloseTo(1, 12);
    const none = contingency([
      [10, 20, 30],
      [20, 40, 60],
    ]);
    expect(none.chi2).toBeCloseTo(0, 12);
    expect(none.cramersVCorrected).toBe(0);
    expect(none.p).toBeCloseTo(1, 12);
    expect(none.yates).toBeUndefined();
  });

  it('does not depend on which side is rows, says NaN for an empty row and refuses what is no table', () => {
    const table = [
      [3, 9, 4],
      [8, 2, 5],
    ];
    const turned = [0, 1, 2].map((j) => table.map((row) => row[j]!));
    expect(contingency(turned).chi2).toBeCloseTo(contingency(table).chi2, 12);
    expect(
      contingency([
        [0, 0],
        [1, 2],
      ]).chi2,
    ).toBeNaN();
    expect(() => contingency([[1, 2]])).toThrow(RangeError);
    expect(() =>
      contingency([
        [1, -2],
        [1, 1],
      ]),
    ).toThrow(RangeError);
  });
});

describe('fisherExact', () => {
  it('tastes tea as Fisher did', () => {
    const tea = fisherExact(3, 1, 1, 3);
    expect(tea.p).toBeCloseTo(34 / 70, 12);
    // conditional likelihood: 3 (1 + 16ψ + 36ψ² + 16ψ³ + ψ⁴) = 16ψ + 72ψ² + 48ψ³ + 4ψ⁴
    const psi = tea.oddsRatio;
    expect(3 * (1 + 16 * psi + 36 * psi ** 2 + 16 * psi ** 3 + psi ** 4)).toBeCloseTo(
      16 * psi + 72 * psi ** 2 + 48 * psi ** 3 + 4 * psi ** 4,
      6,
    );
    const printed = fisherAsInR(3, 1, 1, 3); // R prints 6.408309 and 0.2117329, 621.9337505
    expect(printed.oddsRatio).toBeCloseTo(6.408309, 6);
    expect(printed.low).toBeCloseTo(0.2117329, 7);
    expect(printed.high).toBeCloseTo(621.9337505, 6);
    expect(Math.abs(psi / printed.oddsRatio - 1)).toBeLessThan(1e-3);
  });

  it('has interval ends at which one tail holds 2.5 %', () => {
    const { low, high } = fisherExact(9, 4, 3, 11);
    const margins = fixedMargins(9, 4, 3, 11);
    expect(tailAt(margins, 9, Math.log(low), 'upper', 0).value).toBeCloseTo(0.025, 10);
    expect(tailAt(margins, 9, Math.log(high), 'lower', 0).value).toBeCloseTo(0.025, 10);
  });

  it('stands at the ends of the range with empty cells and empty tables', () => {
    expect(fisherExact(0, 5, 5, 5)).toMatchObject({ oddsRatio: 0, low: 0 });
    expect(fisherExact(5, 0, 5, 5)).toMatchObject({ oddsRatio: Infinity, high: Infinity });
    expect(fisherExact(0, 0, 0, 0)).toMatchObject({ p: 1, low: 0, high: Infinity });
    expect(() => fisherExact(1.5, 1, 1, 1)).toThrow(RangeError);
  });

  it('is turned over by exchanging the rows', () => {
    const one = fisherExact(9, 4, 3, 11);
    const other = fisherExact(3, 11, 9, 4);
    expect(other.p).toBeCloseTo(one.p, 12);
    expect(other.oddsRatio).toBeCloseTo(1 / one.oddsRatio, 10);
    expect(other.low).toBeCloseTo(1 / one.high, 10);
  });
});

describe('midPOddsRatio', () => {
  it('lies inside the exact interval and agrees with the printed search', () => {
    const exact = fisherExact(9, 4, 3, 11);
    const midP = midPOddsRatio(9, 4, 3, 11);
    expect(midP.low).toBeGreaterThan(exact.low);
    expect(midP.high).toBeLessThan(exact.high);
    const printed = midPAsInEpitools(9, 4, 3, 11);
    expect(printed.oddsRatio).toBeCloseTo(midP.oddsRatio, 3);
    expect(midPOddsRatio(0, 5, 5, 5).oddsRatio).toBe(0);
  });
});

describe('two by two', () => {
  const table = { exposedCases: 20, exposedNoncases: 80, unexposedCases: 10, unexposedNoncases: 90 };

  it('is worked by hand', () => {
    expect(oddsRatio(table).estimate).toBeCloseTo((20 * 90) / (80 * 10), 12);
    expect(oddsRatio(table).logStandardError).toBeCloseTo(Math.sqrt(1 / 20 + 1 / 80 + 1 / 10 + 1 / 90), 12);
    const { ratio, difference } = riskComparison(table);
    expect(ratio.estimate).toBeCloseTo(2, 12);
    expect(ratio.logStandardError).toBeCloseTo(Math.sqrt(1 / 20 - 1 / 100 + 1 / 10 - 1 / 100), 12);
    expect(difference.estimate).toBeCloseTo(0.1, 12);
    expect((difference.low + difference.high) / 2).toBeCloseTo(0.1, 12);
  });

  it('is infinite where a cell is empty, except with a half added', () => {
    const empty = { ...table, unexposedCases: 0 };
    expect(oddsRatio(empty).estimate).toBe(Infinity);
    expect(oddsRatioHalfAdded(empty).estimate).toBeCloseTo((20.5 * 90.5) / (80.5 * 0.5), 12);
  });

  it('gives over equal strata the ratio of one, without heterogeneity', () => {
    const mh = mantelHaenszel([table, table]);
    expect(mh.oddsRatio).toBeCloseTo(oddsRatio(table).estimate, 12);
    expect(mh.riskRatio).toBeCloseTo(2, 12);
    expect(mh.homogeneityChi2).toBeCloseTo(0, 12);
    expect(mh.homogeneityDf).toBe(1);
    const nobody = { exposedCases: 0, exposedNoncases: 0, unexposedCases: 0, unexposedNoncases: 0 };
    expect(mantelHaenszel([table, table, nobody]).oddsRatio).toBe(mh.oddsRatio);
  });
});
