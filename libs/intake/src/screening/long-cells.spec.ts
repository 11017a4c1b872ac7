import { describe, expect, it } from '@jest/globals';
import { Columns } from '../mapping/columns.js';
import { marksOf } from './cell-marks.js';

const LENGTH = 300_000;
/** A pattern that goes back at every letter needs minutes for these. */
const PATIENCE_MS = 2_000;

const within = <T>(work: () => T): T => {
  const start = performance.now();
  const result = work();
  expect(performance.now() - start).toBeLessThan(PATIENCE_MS);
  return result;
};

describe('a cell of hundreds of thousands of letters', () => {
  it.each(['x', '9', ' ', '1 ', 'a.', '-', 'é', '1234 AB ', 'NL91'])('of %j is looked over at once', (piece) => {
    const long = piece.repeat(LENGTH / piece.length);
    expect(within(() => marksOf(`${long} @ 1 straat`)).email).toBe(false);
    expect(within(() => marksOf(`@${long}@ 1`)).email).toBe(false);
    expect(within(() => marksOf(`${long} jan@voorbeeld.nl ${long}`)).email).toBe(true);
  });

  it('is trimmed at once, and only at its ends', () => {
    const read = new Columns(['a']).reader('a');
    const inside = `x${' '.repeat(LENGTH)}y`;
    expect(within(() => read([` \u200b\t${inside}\u00a0\ufeff `])) === inside).toBe(true);
    expect(read([' \u2060 '])).toBe('');
  });
});
