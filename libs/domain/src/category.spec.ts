import { describe, expect, it } from '@jest/globals';
import { CATEGORIES, isCategory, OUT_OF_SCOPE } from './category.js';

describe('isCategory', () => {
  it('knows the canonical categories; out of scope is a decision, not a category', () => {
    expect(CATEGORIES.every(isCategory)).toBe(true);
    expect([OUT_OF_SCOPE, 'all', 'Noise', 'toString'].filter(isCategory)).toEqual([]);
  });
});
