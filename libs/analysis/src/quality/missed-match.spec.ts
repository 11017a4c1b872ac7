import { expect, it } from '@jest/globals';
import { missedMatchRate } from './missed-match.js';

it('is the share of the matches that the first key misses', () => {
  expect(missedMatchRate({ matched: 90, missed: 10 })).toBe(0.1);
  expect(missedMatchRate({ matched: 7, missed: 0 })).toBe(0);
  expect(missedMatchRate({ matched: 0, missed: 0 })).toBeNull();
  expect(() => missedMatchRate({ matched: -1, missed: 0 })).toThrow(RangeError);
});
