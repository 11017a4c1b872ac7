import { describe, expect, it } from '@jest/globals';
import { bandedAmount, exactAmount } from './amount.js';

describe('bandedAmount', () => {
  it.each([
    [0, 0, 0],
    [1, 1, 9],
    [9, 1, 9],
    [10, 10, 49],
    [49, 10, 49],
    [50, 50, 199],
    [999, 200, 999],
    [4_999, 1_000, 4_999],
    [5_000, 5_000, null],
    [9_000_000, 5_000, null],
  ])('of %d is %d to %s', (count, least, most) => {
    expect(bandedAmount(count)).toEqual({ least, most });
  });

  it('never says a number from 1 to 9 exactly', () => {
    const said = new Set(Array.from({ length: 9 }, (_, i) => JSON.stringify(bandedAmount(i + 1))));
    expect(said.size).toBe(1);
    expect(exactAmount(3)).toEqual({ least: 3, most: 3 });
  });
});
