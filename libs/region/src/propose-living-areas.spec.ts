import { describe, expect, it } from '@jest/globals';
import { proposeLivingAreas, type MergeArea } from './propose-living-areas.js';

/** A strip of areas a–f, each next to the one before it and after it. */
const strip = (households: (number | null)[], parents = 'WWWWWW'): MergeArea[] =>
  households.map((n, i) => ({ code: 'abcdef'[i]!, parentCode: parents[i]!, households: n }));
const BORDERS = new Map(
  [...'abcdef'].map((code, i, all) => [code, [all[i - 1], all[i + 1]].filter((c) => c !== undefined)]),
);
const codes = (areas: MergeArea[], least?: number) =>
  proposeLivingAreas(areas, BORDERS, least).map(({ areaCodes }) => areaCodes.join(''));

describe('living areas', () => {
  it('leave an area alone that is large enough, and merge small ones with their smallest neighbour', () => {
    expect(codes(strip([600, 200, 700, 900, 100, 450]))).toEqual(['ab', 'c', 'd', 'ef']);
  });

  it('never cross the border of a wijk, and say where a wijk is too small', () => {
    const found = proposeLivingAreas(strip([100, 200, 600, 100, 100, 900], 'VVWWXX'), BORDERS);
    expect(found.map(({ areaCodes, isLargeEnough }) => [areaCodes.join(''), isLargeEnough])).toEqual([
      ['ab', false],
      ['cd', true],
      ['ef', true],
    ]);
  });

  it('are connected: an area without neighbours stays by itself', () => {
    const alone = new Map(BORDERS).set('a', []).set('b', ['c']);
    const found = proposeLivingAreas(strip([100, 300, 300, 500, 500, 500]), alone);
    expect(found.map(({ areaCodes }) => areaCodes.join(''))).toEqual(['a', 'bc', 'd', 'e', 'f']);
  });

  it('hold every area once, each reaching the least where its wijk can, in whatever order they are given', () => {
    const areas = strip([120, null, 340, 80, 510, 60]);
    const found = proposeLivingAreas(areas, BORDERS);
    expect(found.flatMap(({ areaCodes }) => areaCodes).sort()).toEqual([...'abcdef']);
    expect(found.every(({ isLargeEnough }) => isLargeEnough)).toBe(true);
    expect(proposeLivingAreas(areas.toReversed(), BORDERS)).toEqual(found);
  });
});
