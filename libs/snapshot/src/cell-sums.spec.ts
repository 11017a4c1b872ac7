import { describe, expect, it } from '@jest/globals';
import { CellSums, type NumberedRows } from './cell-sums.js';

const [AREAS, PERIODS, CATEGORIES] = [3, 4, 3] as const;
const upTo = (n: number) => Int32Array.from({ length: n }, (_zero, i) => i);

/** Rows of `units` units in random cells, those of one unit together; places and times 0 fall outside. */
function randomRows(units: number, seed: number): NumberedRows {
  let state = seed;
  const below = (n: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
  const rows = Array.from({ length: 400 }, () => ({
    unit: below(units),
    place: below(AREAS + 1),
    time: below(PERIODS + 1),
    category: below(CATEGORIES - 1),
  })).sort((a, b) => a.unit - b.unit);
  return {
    place: Int32Array.from(rows, ({ place }) => place),
    time: Int32Array.from(rows, ({ time }) => time),
    category: Int32Array.from(rows, ({ category }) => category),
    // Large enough that the sums of a cell pass 2³² again and again.
    key: Int32Array.from(rows, ({ unit }) => keyOf(unit)),
    value: Int32Array.from(rows, ({ unit }) => unit),
  };
}
const keyOf = (unit: number) => (unit + 1) * 2_654_435_761;

const axes = {
  areaOf: upTo(AREAS + 1).map((i) => i - 1),
  areas: AREAS,
  periodOf: upTo(PERIODS + 1).map((i) => i - 1),
  periods: PERIODS,
  categoryOf: upTo(CATEGORIES - 1).map((i) => i + 1),
  categories: CATEGORIES,
};

describe('CellSums', () => {
  it.each([1, 2, 7, 60, 400])('counts as a count of every cell by itself does, with %i units', (units) => {
    const rows = randomRows(units, units);
    const sums = new CellSums(axes);
    // In slices that cut through units.
    for (let from = 0; from < 400; from += 37) sums.addUnits(rows, from, Math.min(400, from + 37));
    sums.close();
    for (let area = 0; area < AREAS; area++)
      for (let period = 0; period < PERIODS; period++)
        for (let category = 0; category < CATEGORIES; category++) {
          const cell = sums.cellAt(area, period, category);
          const inCell = Array.from(rows.value).filter(
            (_unit, i) =>
              rows.place[i] === area + 1 &&
              rows.time[i] === period + 1 &&
              (category === 0 || rows.category[i] === category - 1),
          );
          const counts = [...Map.groupBy(inCell, (unit) => unit)].map(([, of]) => of.length).sort((a, b) => b - a);
          expect({
            reports: sums.reports(cell),
            units: sums.units(cell),
            largest: sums.largest(cell),
            key: sums.key(cell),
          }).toEqual({
            reports: inCell.length,
            units: counts.length,
            largest: [counts[0] ?? 0, counts[1] ?? 0],
            key: [...new Set(inCell)].reduce((sum, unit) => (sum + (keyOf(unit) % 2 ** 32)) % 2 ** 32, 0),
          });
        }
  });

  it('adds what names no unit to the reports and the key, and to no unit', () => {
    const sums = new CellSums(axes);
    const here = Int32Array.of(1, 1);
    const rows = {
      place: here,
      time: here,
      category: Int32Array.of(0, 1),
      key: Int32Array.of(-1, 2),
      value: Int32Array.of(5, 7),
    };
    sums.addCounted(rows, 0, 2);
    sums.close();
    const every = sums.cellAt(0, 0, 0);
    expect([sums.reports(every), sums.others(every), sums.units(every), sums.key(every)]).toEqual([12, 12, 0, 1]);
    expect(sums.key(sums.cellAt(0, 0, 1))).toBe(2 ** 32 - 1);
    expect(sums.reports(sums.cellAt(1, 0, 0))).toBe(0);
  });
});
