import { describe, expect, it } from '@jest/globals';
import { axesOf, placesAt } from './table-axes.js';
import { PERIODS } from './table-grains.js';
import type { DatasetRows, RowNames } from './table-rows.js';

const NAMES: RowNames = {
  datasets: [],
  places: ['B2', 'B1', 'W2', 'elsewhere'].map((areaCode) => ({ areaCode, gridCell: null })),
  categories: ['noise', 'waste', 'youth'],
};
const AREAS = [
  { code: 'W1', level: 'wijk', lineage: ['W1'] },
  { code: 'W2', level: 'wijk', lineage: ['W2'] },
  { code: 'B1', level: 'buurt', lineage: ['B1', 'W1'] },
  { code: 'B2', level: 'buurt', lineage: ['B2', 'W2'] },
];
const JANUARY = 2024 * 12;
const NONE = {} as DatasetRows['others'];
const rowsOf = (occurring: DatasetRows['occurring']): DatasetRows => ({
  households: NONE,
  others: NONE,
  reporters: NONE,
  occurring,
});

describe('axesOf', () => {
  const rows = rowsOf({ place: [0, 1, 2, 3], time: [JANUARY, JANUARY + 1, JANUARY + 4], category: [0, 2] });

  it('has the areas, periods and categories that occur, in their order, and places nothing that lies outside the level', () => {
    const [buurten, ...none] = axesOf(rows, NAMES, placesAt('buurt', AREAS, NAMES), PERIODS[1]!);
    expect(none).toEqual([]);
    expect(buurten).toMatchObject({
      areaCodes: ['B1', 'B2'],
      areaOf: Int32Array.of(1, 0, -1, -1),
      periodNames: ['2024-Q1', '2024-Q2'],
      categoryNames: ['all', 'noise', 'youth'],
      categoryOf: Int32Array.of(1, -1, 2),
    });
    const [wijken] = axesOf(rows, NAMES, placesAt('wijk', AREAS, NAMES), PERIODS[1]!);
    expect(wijken).toMatchObject({ areaCodes: ['W1', 'W2'], areaOf: Int32Array.of(1, 0, 1, -1) });
  });

  it('cuts the periods into blocks where the cells are too many, each period in one of them', () => {
    const blocks = [...axesOf(rows, NAMES, placesAt('buurt', AREAS, NAMES), PERIODS[0]!, 12)];
    expect(blocks.map(({ periodNames }) => periodNames)).toEqual([['2024-01', '2024-02'], ['2024-05']]);
    const months = [JANUARY, JANUARY + 1, JANUARY + 4];
    expect(blocks.map(({ periodOf }) => months.map((month) => periodOf[month]))).toEqual([
      [0, 1, -1],
      [-1, -1, 0],
    ]);
  });

  it('has none for a level in which nothing lies', () => {
    expect([...axesOf(rows, NAMES, placesAt('gemeente', AREAS, NAMES), PERIODS[0]!)]).toEqual([]);
  });
});
