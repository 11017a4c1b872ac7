import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { likeWithLike } from './like-with-like.js';

const random = randomStream(4);
const age = Float64Array.from({ length: 50 }, () => random.nextFloat() * 40);
const income = age.map((v) => 20_000 + v * 500 + random.nextFloat() * 5000);

describe('likeWithLike', () => {
  it('is, for one indicator, the distance in standard deviations', () => {
    const found = likeWithLike([[1, 2, 3, 7]], 0, 9);
    const spread = Math.sqrt(((1 - 3.25) ** 2 + (2 - 3.25) ** 2 + (3 - 3.25) ** 2 + (7 - 3.25) ** 2) / 3);
    expect(found.map(({ area }) => area)).toEqual([1, 2, 3]);
    expect(found[2]!.distance).toBeCloseTo(6 / spread, 12);
  });

  it('hand-worked for two indicators: the inverse of the covariance written out', () => {
    const mean = (v: Float64Array): number => v.reduce((s, a) => s + a, 0) / 50;
    const moment = (a: Float64Array, b: Float64Array): number =>
      a.reduce((s, v, i) => s + (v - mean(a)) * (b[i]! - mean(b)), 0) / 49;
    const [aa, ab, bb] = [moment(age, age), moment(age, income), moment(income, income)];
    const [da, db] = [age[3]! - age[8]!, income[3]! - income[8]!];
    const squared = (bb * da * da - 2 * ab * da * db + aa * db * db) / (aa * bb - ab * ab);
    const found = likeWithLike([age, income], 3, 49).find(({ area }) => area === 8);
    expect(found!.distance).toBeCloseTo(Math.sqrt(squared), 9);
  });

  it('does not depend on units or on which way round an indicator counts', () => {
    const other = likeWithLike([age.map((v) => 3 - 12 * v), income.map((v) => v / 1000)], 3, 5);
    likeWithLike([age, income], 3, 5).forEach(({ area, distance }, k) => {
      expect(other[k]!.area).toBe(area);
      expect(other[k]!.distance).toBeCloseTo(distance, 9);
    });
  });

  it('leaves areas with a gap out and answers nothing for one', () => {
    const gap = age.with(7, NaN);
    expect(likeWithLike([gap, income], 7, 5)).toEqual([]);
    expect(likeWithLike([gap, income], 3, 99).map(({ area }) => area)).not.toContain(7);
    expect(likeWithLike([gap, income], 3, 99)).toHaveLength(48);
    expect(likeWithLike([], 0, 3)).toEqual([]);
  });

  it('refuses an indicator that follows from others or does not vary', () => {
    expect(() => likeWithLike([age, age.map((v) => 2 * v + 1)], 0, 3)).toThrow(RangeError);
    expect(() => likeWithLike([age, new Float64Array(50)], 0, 3)).toThrow(RangeError);
  });
});
