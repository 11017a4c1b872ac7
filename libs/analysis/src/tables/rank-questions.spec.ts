import { describe, expect, it } from '@jest/globals';
import { rankQuestions } from './rank-questions.js';

describe('rankQuestions', () => {
  const municipality = [
    [5, 1],
    [3, 3],
    [1, 2],
  ];
  const police = [
    [3, 3],
    [5, 1],
    [1, NaN],
  ];

  it('is worked by hand: means per criterion, weighted 3 to 1, level items share a place', () => {
    const ranked = rankQuestions([municipality, police], [3, 1]);
    // Both first items: (3 · 4 + 2) / 4 = 3.5; the third (3 · 1 + 2) / 4 = 1.25.
    expect(ranked.map(({ item, place, score, levelWith }) => [item, place, score, levelWith])).toEqual([
      [0, 1, 3.5, [1]],
      [1, 1, 3.5, [0]],
      [2, 3, 1.25, []],
    ]);
    // The municipality gives the first item (15 + 1) / 4 = 4, the police (9 + 3) / 4 = 3.
    expect([ranked[0]!.lowest, ranked[0]!.highest, ranked[2]!.raters]).toEqual([3, 4, 1]);
  });

  it('never takes a missing score for 0, and puts what nobody scored last without a place', () => {
    const ranked = rankQuestions([[[NaN], [2]], [[NaN], [NaN]]], [1]); // prettier-ignore
    expect(ranked.map(({ item, place, score }) => [item, place, score])).toEqual([
      [1, 1, 2],
      [0, NaN, NaN],
    ]);
  });

  it('ignores a criterion without weight and refuses impossible weights', () => {
    expect(rankQuestions([[[4, NaN]]], [1, 0])[0]!.score).toBe(4);
    expect(rankQuestions([], [1])).toEqual([]);
    expect(() => rankQuestions([[[4]]], [0])).toThrow(RangeError);
    expect(() => rankQuestions([[[4]]], [-1])).toThrow(RangeError);
    expect(() => rankQuestions([[[4]], [[4], [5]]], [1])).toThrow(RangeError);
  });
});
