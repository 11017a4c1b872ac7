import { GRAINS } from '@datalab/domain';
import type { DatasetShape, HoursKnown, LineageRow } from './exact-row.js';
import { placesAt } from './table-axes.js';
import { PERIODS } from './table-grains.js';
import type { DatasetRows, RowNames } from './table-rows.js';

/** What the rows of each dataset can tell, of those that lie in some area of the levels (coarse to fine); datasets without any are left out. */
export function shapesOf(
  names: RowNames,
  datasets: readonly DatasetRows[],
  levels: readonly string[],
  areas: readonly LineageRow[],
): DatasetShape[] {
  const codes = levels.map((level) => placesAt(level, areas, names).codes);
  /** By place: how many of the levels lie down to it, 0 for none. */
  const depths = Int32Array.from(
    names.places,
    (_place, number) => codes.findLastIndex((ofLevel) => ofLevel[number] !== undefined) + 1,
  );
  return names.datasets.flatMap(({ id, kind, coarsest }, i) => {
    const { depth, categories } = deepest(datasets[i]!, depths);
    if (depth === 0) return [];
    return {
      datasetId: id,
      kind,
      lowestLevel: levels[depth - 1]!,
      grains: GRAINS.filter((grain) => PERIODS.some((time) => time.grain === grain && time.coarsest >= coarsest)),
      categories: names.categories.filter((_name, number) => categories[number]),
    };
  });
}

function deepest({ households, others }: DatasetRows, depths: Int32Array): { depth: number; categories: boolean[] } {
  const categories: boolean[] = [];
  let depth = 0;
  for (const { rows, from, to } of [households, others])
    for (let i = from; i < to; i++) {
      const own = depths[rows.place[i]!]!;
      if (own === 0) continue;
      categories[rows.category[i]!] = true;
      if (own > depth) depth = own;
    }
  return { depth, categories };
}

/** Of how many reports nine in ten make "most". */
const MOST = 0.9;

/** How many of the rows of a dataset know the hour of the week. */
export function hoursKnown(
  { datasetId }: Pick<DatasetShape, 'datasetId'>,
  { datasets }: RowNames,
  byMonth: readonly DatasetRows[],
  byHour: readonly DatasetRows[],
): HoursKnown {
  const at = datasets.findIndex(({ id }) => id === datasetId);
  const known = reportsIn(byHour[at]!);
  if (known === 0) return 'none';
  return known >= MOST * reportsIn(byMonth[at]!) ? 'most' : 'some';
}

function reportsIn({ households, others }: DatasetRows): number {
  let reports = households.to - households.from;
  for (let i = others.from; i < others.to; i++) reports += others.rows.value[i]!;
  return reports;
}
