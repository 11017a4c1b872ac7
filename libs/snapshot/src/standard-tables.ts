import { GRID_LEVEL } from '@datalab/domain';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { CellSums, type NumberedRows } from './cell-sums.js';
import type { DatasetShape, ExactRow, LineageRow } from './exact-row.js';
import type { Snapshot } from './snapshot-store.js';
import { hoursKnown, shapesOf } from './dataset-shapes.js';
import { axesOf, placesAt, type LevelPlaces, type NamedAxes } from './table-axes.js';
import { BLOCK_OF_WEEK, HOUR_OF_WEEK, PERIODS, type TableTime } from './table-grains.js';
import { readTableRows, type DatasetNames, type DatasetRows, type Part, type RowNames } from './table-rows.js';

/** The levels that tables are made of: those of the region, and which of them are fine (under wijk: rhythm in blocks). */
export interface TableLevels {
  levels: readonly string[];
  fine: readonly string[];
  /** Also the rhythm of the week. */
  rhythm?: boolean;
  /** Also squares of 200 m. */
  grid?: boolean;
}

/**
 * Builds the fixed tables of a snapshot: area level × period grain × category (each, all) × dataset, for every level and grain that the
 * dataset's rows can tell; 200 m cells by year alone; and the rhythm of the week over all years: by hour for the coarse levels, in blocks of four
 * hours for all of them. Only cells with reports are given, one table after the other, sorted by dataset, period,
 * category (all of them first) and area. Households are counted within one dataset, never linked.
 */
export async function standardTables(
  snapshot: Snapshot,
  areas: readonly LineageRow[],
  { levels, fine, rhythm = false, grid = false }: TableLevels,
  each: (rows: ExactRow[]) => Promise<void>,
): Promise<DatasetShape[]> {
  const { names, byMonth, byHour } = await readTableRows(snapshot, { rhythm });
  for (const level of grid ? [...levels, GRID_LEVEL] : levels) {
    const places = placesAt(level, areas, names);
    for (const time of PERIODS)
      if (level !== GRID_LEVEL || time.grain === 'year') await each(await makeTable(names, byMonth, places, time));
  }
  if (rhythm)
    for (const level of levels)
      for (const time of fine.includes(level) ? [BLOCK_OF_WEEK] : [HOUR_OF_WEEK, BLOCK_OF_WEEK])
        await each(await makeTable(names, byHour, placesAt(level, areas, names), time));
  const shapes = shapesOf(names, byMonth, levels, areas);
  return rhythm ? shapes.map((shape) => ({ ...shape, hours: hoursKnown(shape, names, byMonth, byHour) })) : shapes;
}

async function makeTable(
  names: RowNames,
  datasets: readonly DatasetRows[],
  places: LevelPlaces,
  time: TableTime,
): Promise<ExactRow[]> {
  const table: ExactRow[] = [];
  for (const [i, dataset] of names.datasets.entries()) {
    if (dataset.coarsest > time.coarsest) continue;
    for (const axes of axesOf(datasets[i]!, names, places, time)) {
      const sums = await sumUp(datasets[i]!, axes);
      pushCells(table, { dataset, level: places.level, grain: time.grain }, axes, sums);
      await nextTurn();
    }
  }
  return table;
}

function pushCells(
  table: ExactRow[],
  { dataset: { id, kind }, level, grain }: Pick<ExactRow, 'level' | 'grain'> & { dataset: DatasetNames },
  { periodNames, categoryNames, areaCodes }: NamedAxes,
  { households, reporters }: Sums,
): void {
  for (const [i, period] of periodNames.entries())
    for (const [j, category] of categoryNames.entries())
      for (const [k, areaCode] of areaCodes.entries()) {
        const cell = households.cellAt(k, i, j);
        const reports = households.reports(cell);
        if (reports === 0) continue;
        table.push({
          datasetId: id,
          level,
          grain,
          period,
          category,
          areaCode,
          reports,
          households: households.units(cell),
          // What came as counts says nothing of households: not that it concerns none either.
          rowsWithoutHousehold: kind === 'counts' ? 0 : households.others(cell),
          largestHouseholds: households.largest(cell),
          reportsWithReporter: reporters?.named(cell) ?? 0,
          largestReporters: reporters?.largest(cell) ?? [0, 0],
          key: households.key(cell),
        });
      }
}

interface Sums {
  households: CellSums;
  /** Undefined where no report names one. */
  reporters?: CellSums;
}

/** So many rows are added before the thread turns to whatever else waits. */
const ROWS_AT_ONCE = 200_000;

async function sumUp(rows: DatasetRows, axes: NamedAxes): Promise<Sums> {
  const households = new CellSums(axes);
  await inSlices(rows.households, (...slice) => households.addUnits(...slice));
  await inSlices(rows.others, (...slice) => households.addCounted(...slice));
  households.close();
  if (rows.reporters.from === rows.reporters.to) return { households };
  const reporters = new CellSums(axes);
  await inSlices(rows.reporters, (...slice) => reporters.addUnits(...slice));
  reporters.close();
  return { households, reporters };
}

async function inSlices({ rows, from, to }: Part, add: (rows: NumberedRows, from: number, to: number) => void) {
  for (let start = from; start < to; start += ROWS_AT_ONCE) {
    add(rows, start, Math.min(start + ROWS_AT_ONCE, to));
    await nextTurn();
  }
}
