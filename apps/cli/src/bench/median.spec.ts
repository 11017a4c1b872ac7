import { describe, expect, it } from '@jest/globals';
import { medianOf } from './median.js';

describe('medianOf', () => {
  it('is the middle value, and the lower of two', () => {
    expect(medianOf([3, 1, 2])).toBe(2);
    expect(medianOf([4, 1])).toBe(1);
  });
});
