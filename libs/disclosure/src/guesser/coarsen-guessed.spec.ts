import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { coarsenGuessed } from './coarsen-guessed.js';
import { guessTable, NO_FAMILY, type GuessedLine, type LineAt } from './guess-table.js';

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
    levels: lines.map((_line, area) => (area < sums.length ? 0 : 1)),
    grains: [0],
    categories: 1,
    sources: 1,
    line: ([area]: LineAt) => lines[area]!,
    totals: () => sums.map((_sum, i): LineAt => [i, 0, 0, 0]),
  });
}

type Line = Omit<GuessedLine, 'family'>;

/** Years with their quarters, each with its months; every period is a family of its own, in the order in which they are written. */
function years(of: readonly { year: Line; quarters: readonly { quarter: Line; months: readonly Line[] }[] }[]) {
  const lines: GuessedLine[] = [];
  const [inside, grains]: [number[][], number[]] = [[], []];
  const add = (line: Line, grain: number): number => {
    const number = lines.push({ ...line, family: lines.length }) - 1;
    inside[number] = [];
    grains[number] = grain;
    return number;
  };
  for (const { year, quarters } of of) {
    const whole = add(year, 1);
    for (const { quarter, months } of quarters) {
      const number = add(quarter, 2);
      inside[whole]!.push(number);
      for (const month of months) inside[number]!.push(add(month, 3));
    }
  }
  return guessTable({
    rules: { floor: 5, noise: false, rounded: false },
    areasInside: [[]],
    periodsInside: inside,
    levels: [0],
    grains,
    categories: 1,
    sources: 1,
    line: ([, period]: LineAt) => lines[period]!,
    totals: () => lines.map((_line, i): LineAt => [0, i, 0, 0]),
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
    expect(coarsenGuessed(town([known, open]))).toEqual({ takenOut: [0, 1, 2], known: 4 });
  });

  it('takes out what only a whole tree tells, the finest first', () => {
    // Six in a year of which each month of the first quarter and each other quarter holds something: one each. The year and its quarters leave it open.
    const quarters = [
      { quarter: hidden(3), months: [1, 1, 1].map(hidden) },
      ...[1, 1, 1].map((reports) => ({ quarter: hidden(reports), months: [] })),
    ];
    const told = { year: shown(6), quarters };
    const open = (
      [
        [4, 2, 2, 2],
        [2, 4, 1, 3],
        [3, 3, 3, 1],
      ] as const
    ).map(([one, other, ...months]) => ({
      year: shown(31),
      quarters: [
        { quarter: shown(25), months: [...months.map(hidden), shown(21)] },
        ...[one, other].map((reports) => ({ quarter: hidden(reports), months: [] })),
      ],
    }));
    const alone = { ...told, quarters: quarters.map(({ quarter }) => ({ quarter, months: [] })) };
    expect(coarsenGuessed(years([alone, ...open]))).toEqual({ takenOut: [], known: 0 });
    const table = years([told, ...open]);
    const { takenOut, known } = coarsenGuessed(table);
    expect(known).toBeGreaterThan(0);
    expect(takenOut).toEqual([2, 3, 4]);
    expect(coarsenGuessed(table, new Set(takenOut))).toEqual({ takenOut: [], known: 0 });
  });

  it('never takes out what can go with nothing', () => {
    const [total, ...parts] = [
      shown(23),
      shown(20),
      hidden(3),
      { state: 'zero', shown: 0, scale: 1, reports: 0 } as const,
    ];
    const families = [7, 0, 0, NO_FAMILY];
    const lines = [total!, ...parts].map((line, i): GuessedLine => ({ ...line, family: families[i]! }));
    const table = guessTable({
      rules: { floor: 5, noise: false, rounded: false },
      areasInside: [[1, 2, 3], [], [], []],
      periodsInside: [[]],
      levels: [0, 1, 1, 1],
      grains: [0],
      categories: 1,
      sources: 1,
      line: ([area]: LineAt) => lines[area]!,
      totals: () => [[0, 0, 0, 0]],
    });
    // What is hidden elsewhere holds one as often as three.
    expect(coarsenGuessed(table).takenOut).toEqual([]);
  });

  it('counts what is out already as not published', () => {
    const known = [shown(23), shown(20), hidden(3)];
    const other = [shown(22), shown(20), hidden(2)];
    expect(coarsenGuessed(town([known, other]), new Set([0]))).toEqual({ takenOut: [], known: 0 });
  });
});
