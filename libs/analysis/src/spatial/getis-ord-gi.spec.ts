import { describe, expect, it } from '@jest/globals';
import { getisOrdGi } from './getis-ord-gi.js';
import { neighboursFromPairs } from './neighbours.js';

/** A row of four areas 0–1–2–3. */
const line = neighboursFromPairs(4, [0, 1, 2], [1, 2, 3]);

describe('Getis–Ord Gi*', () => {
  it('hand-worked: values 0, 0, 0, 4 in a row', () => {
    // mean 1, s² = 16/4 − 1 = 3. Area 3: sum 4 over itself and area 2, k = 2: (4 − 2) / √(3·(4·2 − 4)/3) = 1
    // Area 1: sum 0, k = 3: −3 / √(3·(4·3 − 9)/3) = −√3
    const { z, g, expectation } = getisOrdGi([0, 0, 0, 4], line);
    expect([...z].map((v) => +v.toFixed(12))).toEqual([-1, -1.732050807569, 0.57735026919, 1]);
    expect([...g]).toEqual([0, 0, 1, 1]);
    expect([...expectation]).toEqual([0.5, 0.75, 0.75, 0.5]);
  });

  it('has the same z for row-standardised weights, and for values shifted or scaled', () => {
    const values = [3, 1, 4, 1];
    const z = [...getisOrdGi(values, line).z];
    const close = (other: Float64Array) => other.forEach((v, i) => expect(v).toBeCloseTo(z[i]!, 10));
    close(getisOrdGi(values, line, { style: 'W' }).z);
    close(
      getisOrdGi(
        values.map((v) => 1e6 + 7 * v),
        line,
      ).z,
    );
    expect(
      getisOrdGi(
        values.map((v) => -v),
        line,
      ).z[0],
    ).toBeCloseTo(-z[0]!, 12);
  });

  it('leaves a missing area out of neighbourhoods, mean and n, which is not the same as zero', () => {
    const { z } = getisOrdGi([5, 1, 2, 9], line, { missing: [0, 0, 0, 1] });
    const three = getisOrdGi([5, 1, 2], neighboursFromPairs(3, [0, 1], [1, 2])).z;
    expect([...z.subarray(0, 3)]).toEqual([...three]);
    expect(z[3]).toBeNaN();
    expect(z[0]).not.toBeCloseTo(getisOrdGi([5, 1, 2, 0], line).z[0]!, 6);
  });

  it('defines Gi* of an island by itself and does not define its Gi', () => {
    const neighbours = neighboursFromPairs(3, [0], [1]);
    expect(getisOrdGi([1, 2, 6], neighbours).z[2]).toBeCloseTo(3 / Math.sqrt((14 / 3) * (6 / 6)), 12);
    expect(getisOrdGi([1, 2, 6], neighbours, { includeSelf: false }).z[2]).toBeNaN();
  });

  it('is not defined without variation, without areas, for one area, or where the neighbourhood is everything', () => {
    expect([...getisOrdGi([0.1, 0.1, 0.1, 0.1], line).z]).toEqual([NaN, NaN, NaN, NaN]);
    expect([...getisOrdGi([], neighboursFromPairs(0, [], [])).z]).toEqual([]);
    expect([...getisOrdGi([3], neighboursFromPairs(1, [], [])).z]).toEqual([NaN]);
    expect(getisOrdGi([1, 2, 3], neighboursFromPairs(3, [0, 1], [1, 2])).z[1]).toBeNaN();
  });

  it('refuses a value that is not a number and is not declared missing, and other lengths', () => {
    expect(() => getisOrdGi([1, NaN, 2, 3], line)).toThrow(RangeError);
    expect(() => getisOrdGi([1, 2, 3], line)).toThrow(RangeError);
  });
});
