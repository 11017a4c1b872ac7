import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coarsenGuessed } from './coarsen-guessed.js';
import { guessTable, type GuessedLine, type LineAt } from './guess-table.js';

const shown = (reports: number): Omit<GuessedLine, 'family'> => ({ state: 'shown', shown: reports, scale: 1, reports });
const hidden = (reports: number): Omit<GuessedLine, 'family'> => ({ state: 'withheld', shown: 0, scale: 1, reports });

/** Areas 0 … n − 1 are totals, families n … 2n − 1; the parts of each follow, together families 0 … n − 1. One period, category and source. */
function town(sums: readonly (readonly Omit<GuessedLine, 'family'>[])[]) {
  const lines: GuessedLine[] = sums.map(([total], i) => ({ ...total!, family: sums.length + i }));
  const areasInside: number[][] = sums.map(([, ...parts], family) =>
    parts.map((part) => lines.push({ ...part, family }) - 1),
  );
  while (areasInside.length < lines.length) areasInside.push([]);
  return guessTable({
    rules: { floor: 5, noise: false, rounded: false },
    areasInside,
    periodsInside: [[]],
    categories: 1,
    sources: 1,
    line: ([area]: LineAt) => lines[area]!,
    totals: () => sums.map((_sum, i): LineAt => [i, 0, 0, 0]),
  });
}

describe('the guesser’s rule', () => {
  it('takes the parts out where their total tells the hidden one, and leaves what stays open', () => {
    const known = [shown(23), shown(20), hidden(3)];
    const open = [shown(29), shown(20), hidden(4), hidden(1), hidden(4)];
    expect(coarsenGuessed(town([known, open]))).toEqual({ takenOut: [0], known: 1 });
  });

  it('says nothing of what everybody would guess without the total', () => {
    const sums = Array.from({ length: 9 }, () => [shown(11), shown(10), hidden(1)]);
    expect(coarsenGuessed(town(sums)).takenOut).toEqual([]);
  });

  it('leaves nothing that it knows', () => {
    const part = fc.nat(9).map((reports) => (reports < 5 && reports > 0 ? hidden(reports) : shown(reports + 5)));
    const sum = fc
      .array(part, { minLength: 2, maxLength: 5 })
      .map((parts) => [shown(parts.reduce((total, { reports }) => total + reports, 0)), ...parts]);
    fc.assert(
      fc.property(fc.array(sum, { minLength: 3, maxLength: 12 }), (sums) => {
        const { takenOut } = coarsenGuessed(town(sums));
        expect(coarsenGuessed(town(sums), new Set(takenOut))).toEqual({ takenOut: [], known: 0 });
      }),
      { numRuns: 100, seed: 3 },
    );
  });

  it('takes the total as well where parts that are out look like too few and are known all the same', () => {
    const few = (one: Omit<GuessedLine, 'family'>) => ({ ...one, looksLikeFewWhenOut: true });
    // Where one and three are what is hidden, six is three and three, also when it is known that 48 is hidden somewhere.
    const known = [shown(6), few(hidden(3)), few(hidden(3))];
    const open = [shown(50), few(hidden(1)), few(hidden(1)), few(shown(48))];
    expect(coarsenGuessed(town([known, open]))).toEqual({ takenOut: [0, 1, 2], known: 6 });
  });

  it('counts what is out already as not published', () => {
    const known = [shown(23), shown(20), hidden(3)];
    const other = [shown(22), shown(20), hidden(2)];
    expect(coarsenGuessed(town([known, other]), new Set([0]))).toEqual({ takenOut: [], known: 0 });
  });
});
