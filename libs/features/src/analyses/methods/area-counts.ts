import type { Neighbours } from '@datalab/analysis';
import type { ExactGroup } from '../data/exact-cells.js';
import type { RunRows } from '../data/run-rows.js';
import type { RunScope } from '../run-scope.js';

/** Counts of the areas of a run, as its maps are made of. */
export interface AreaCounts {
  areaCodes: string[];
  names: string[];
  areaLevel: string;
  /** Noised reports per area; nought where there are none. */
  reports: Float64Array;
  /** Inhabitants; NaN where unknown. */
  population: Float64Array;
  /** The inhabitants of every area are known, so rates can be compared. */
  asRates: boolean;
  /** Empty where the region has no map of this level. */
  neighbours: Neighbours;
  hasMap: boolean;
  /** The exact cell of every area, for the gate. */
  cells: ExactGroup[];
}

/** Fields that counts per area are made of. */
export const AREA_FIELDS = ['occurred_on', 'category', 'area_code', 'count', 'period'] as const;

export async function readAreaCounts(rows: RunRows, scope: RunScope): Promise<AreaCounts> {
  const neighbours = rows.neighbours();
  const found = new Map((await rows.cells(['area_code'])).map((cell) => [cell.group['area_code'], cell]));
  const cells = rows.areas.map(({ code }) => found.get(code) ?? rows.emptyCell({ area_code: code }));
  return {
    areaCodes: rows.areas.map(({ code }) => code),
    names: rows.areas.map(({ name }) => name),
    areaLevel: scope.areaLevel,
    reports: Float64Array.from(cells, (cell) => rows.noised(cell)),
    population: Float64Array.from(rows.areas, ({ population }) => (population && population > 0 ? population : NaN)),
    asRates: rows.areas.every(({ population }) => (population ?? 0) > 0),
    neighbours: neighbours ?? { offsets: new Int32Array(rows.areas.length + 1), neighbours: new Int32Array(0) },
    hasMap: neighbours !== undefined,
    cells,
  };
}

/** The same data without what only the gate reads: what the threads of a run are given. */
export const withoutCells = <Data extends { cells: readonly ExactGroup[] }>(data: Data): Data => ({
  ...data,
  cells: [],
});

/** Reports per 1,000 inhabitants, or reports where the inhabitants of any area are unknown. */
export const valuesOf = ({ reports, population, asRates }: AreaCounts): Float64Array =>
  asRates ? reports.map((count, i) => (1_000 * count) / population[i]!) : reports;

/** What the values are, in a sentence. */
export const whatOf = ({ asRates }: AreaCounts): { nl: string; en: string } =>
  asRates
    ? { nl: 'meldingen per 1.000 inwoners', en: 'reports per 1,000 inhabitants' }
    : { nl: 'meldingen', en: 'reports' };
