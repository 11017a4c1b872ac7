import { describe, expect, it } from '@jest/globals';
import { LOOK_COLOURS } from '../../../map/palette.js';
import { colourOfClass } from './class-colour.js';

describe('the colour of a class', () => {
  it('opposes much and little, and leaves what is as elsewhere pale', () => {
    for (const classes of [
      ['more', 'less', 'average'],
      ['hot', 'cold', 'none'],
    ]) {
      const [much, little, usual] = classes.map((key, i) => colourOfClass(key, i, classes.length));
      expect(much).not.toBe(little);
      expect(usual).toBe(LOOK_COLOURS.zero);
      expect([much, little]).not.toContain(usual);
    }
    expect(colourOfClass('more', 0, 3)).toBe(colourOfClass('hot', 0, 3));
  });

  it('is another one for each class that has no such sense', () => {
    const colours = ['a', 'b', 'c', 'd'].map((key, i) => colourOfClass(key, i, 4));
    expect(new Set(colours).size).toBe(4);
  });
});
