import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { classBreaks, classOf } from './class-breaks.js';

describe('the classes of the map', () => {
  it('puts equally many areas in each class', () => {
    const classes = classBreaks([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 5, 1);
    expect(classes.map(({ areas }) => areas)).toEqual([2, 2, 2, 2, 2]);
    expect(classes.map(({ over, upTo }) => [over, upTo])).toEqual([
      [null, 2],
      [2, 4],
      [4, 6],
      [6, 8],
      [8, 10],
    ]);
  });

  it('leaves zero out', () =>
    expect(classBreaks([0, 0, 3], 5, 1)).toEqual([{ over: null, upTo: 3, least: 3, areas: 1 }]));
  it('has no class without values', () => expect(classBreaks([], 5, 1)).toEqual([]));

  it('never splits equal values, and says how many areas there are', () => {
    expect(classBreaks([4, 4, 4, 4], 5, 1)).toEqual([{ over: null, upTo: 4, least: 4, areas: 4 }]);
  });

  it('places every value in exactly one class, in order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0.01, max: 500, noNaN: true }), { minLength: 1, maxLength: 60 }),
        (values) => {
          const classes = classBreaks(values, 5, 0.1);
          expect(classes.reduce((sum, { areas }) => sum + areas, 0)).toBe(values.length);
          for (const value of values) expect(classOf(value, classes)).toBeGreaterThanOrEqual(0);
          const uppers = classes.map(({ upTo }) => upTo);
          expect(uppers).toEqual([...uppers].sort((a, b) => a - b));
        },
      ),
    );
  });
});
