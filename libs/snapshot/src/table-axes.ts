import { ALL_CATEGORIES, GRID_LEVEL } from '@datalab/domain';
import type { TableAxes } from './cell-sums.js';
import type { LineageRow } from './exact-row.js';
import type { TableTime } from './table-grains.js';
import type { DatasetRows, RowNames } from './table-rows.js';

/** In which area of a level each place lies. */
export interface LevelPlaces {
  level: string;
  /** By the number of the place; undefined where it lies in none. */
  codes: readonly (string | undefined)[];
}

/** The axes of (some periods of) one table of one dataset, with the names along them in the order in which cells are given. */
export interface NamedAxes extends TableAxes {
  areaCodes: string[];
  periodNames: string[];
  categoryNames: string[];
}

/** What is counted at once; more periods are counted one after the other. 32 bytes each. */
const MOST_CELLS = 1_000_000;

/** An area lies in one area of a level at most. */
export function placesAt(level: string, areas: readonly LineageRow[], { places }: RowNames): LevelPlaces {
  if (level === GRID_LEVEL) return { level, codes: places.map(({ gridCell }) => gridCell ?? undefined) };
  const ofLevel = new Set(areas.filter((area) => area.level === level).map(({ code }) => code));
  const liesIn = new Map(areas.map(({ code, lineage }) => [code, lineage.find((above) => ofLevel.has(above))]));
  return { level, codes: places.map(({ areaCode }) => liesIn.get(areaCode)) };
}

/** The axes of a table: areas, periods and categories that the dataset has rows of and no others, in blocks of periods that fit together. */
export function* axesOf(
  { occurring: { place: places, time: times, category: found } }: DatasetRows,
  { categories }: RowNames,
  { codes }: LevelPlaces,
  { periodOf, nameOf }: TableTime,
  mostCells = MOST_CELLS,
): Generator<NamedAxes> {
  const areaCodes = [...new Set(places.map((place) => codes[place]).filter((code) => code !== undefined))].sort();
  const periods = [...new Set(times.map(periodOf))].sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  const indexOf = new Map(areaCodes.map((code, i) => [code, i]));
  const axes = {
    areas: areaCodes.length,
    areaCodes,
    areaOf: indexes(places, (place) => indexOf.get(codes[place] ?? '')),
    categories: found.length + 1,
    categoryNames: [ALL_CATEGORIES, ...found.map((category) => categories[category]!)],
    categoryOf: indexes(found, (category) => found.indexOf(category) + 1),
  };
  const perBlock = Math.max(1, Math.floor(mostCells / (axes.areas * axes.categories)));
  for (let first = 0; first < periods.length && axes.areas > 0; first += perBlock) {
    const block = new Map(periods.slice(first, first + perBlock).map((period, i) => [period, i]));
    yield {
      ...axes,
      periods: block.size,
      periodNames: [...block.keys()].map(nameOf),
      periodOf: indexes(times, (time) => block.get(periodOf(time))),
    };
  }
}

/** The index of each of the numbers (ascending), −1 for those without one and all others. */
function indexes(numbers: readonly number[], indexOf: (number: number) => number | undefined): Int32Array {
  const found = new Int32Array((numbers.at(-1) ?? -1) + 1).fill(-1);
  for (const number of numbers) found[number] = indexOf(number) ?? -1;
  return found;
}
