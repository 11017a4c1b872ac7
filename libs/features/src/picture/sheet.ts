import { hotspots, poissonMoments, type HotspotClass, type Neighbours } from '@datalab/analysis';
import type { AreaRow } from '@datalab/data';
import {
  protect,
  protectMapStatistic,
  THRESHOLD_ONLY,
  type ExactCell,
  type ProtectedCell,
  type Tier,
} from '@datalab/disclosure';
import { bug } from '@datalab/domain';
import type { ExactRow } from '@datalab/snapshot';

/** One dataset's cells of one level, period and category: what one map shows. */
export interface Sheet {
  datasetId: string;
  organisationId: string;
  isOpen: boolean;
  kind: 'records' | 'counts';
  delivered: 'full' | 'partial';
  rows: readonly ExactRow[];
}

/** One protected cell of one tier, as it is stored. */
export interface StoredCell {
  tier: Tier;
  row: ExactRow;
  organisationId: string;
  state: 'shown' | 'withheld';
  reports: number | null;
  ratePerThousand: number | null;
  z: number | null;
  hotspot: Exclude<HotspotClass, 'missing'> | null;
}

/** The level that hotspots are looked for in, with who borders on whom. */
export interface HotspotLevel {
  level: string;
  areas: readonly AreaRow[];
  neighbours: Neighbours;
}

export const SIGNIFICANCE = 0.05;
/** Under this many areas the normal approximation of Gi* says little. */
export const FEWEST_AREAS = 20;
const TIERS: readonly Tier[] = ['own', 'lab', 'public'];

/**
 * THE place where a number becomes fit to be seen: every cell of every tier passes `protect` here and nowhere else. The hotspot test is made
 * on all areas of the sheet before anything is withheld (disclosure.md §2.10), and its outcome is given for shown cells only.
 */
export function protectedSheet(
  sheet: Sheet,
  areas: ReadonlyMap<string, AreaRow>,
  level: HotspotLevel | undefined,
): { cells: StoredCell[]; testedAreas: number } {
  const test = level && sheet.rows[0]?.level === level.level ? testHotspots(sheet, level) : undefined;
  const cells = TIERS.flatMap((tier) =>
    sheet.rows.map((row): StoredCell => {
      const cell = protect(exactCell(sheet, row), tier, THRESHOLD_ONLY);
      const outcome = test?.of(row.areaCode);
      const statistic = outcome === undefined ? undefined : protectMapStatistic(outcome, cell);
      return {
        tier,
        row,
        organisationId: sheet.organisationId,
        ...figures(cell, areas.get(row.areaCode)),
        z: statistic?.state === 'shown' ? statistic.z : null,
        hotspot: statistic?.state === 'shown' && statistic.klass !== 'missing' ? statistic.klass : null,
      };
    }),
  );
  return { cells, testedAreas: test?.tests ?? 0 };
}

const exactCell = (sheet: Sheet, row: ExactRow): ExactCell => ({
  source: [sheet.datasetId],
  kind: sheet.kind,
  delivered: sheet.delivered,
  reports: row.reports,
  households: row.households,
  rowsWithoutHousehold: row.rowsWithoutHousehold,
  open: sheet.isOpen,
});

function figures(
  cell: ProtectedCell,
  area: AreaRow | undefined,
): Pick<StoredCell, 'state' | 'reports' | 'ratePerThousand'> {
  switch (cell.state) {
    case 'withheld':
      return { state: 'withheld', reports: null, ratePerThousand: null };
    case 'shown': {
      const population = area?.population ?? 0;
      return {
        state: 'shown',
        reports: cell.reports,
        ratePerThousand: population > 0 ? (cell.reports / population) * 1_000 : null,
      };
    }
    default:
      // A row of a table holds reports, and was delivered: the gate cannot make a zero or a gap of it.
      throw bug(`a cell with reports left the gate as ${cell.state}`);
  }
}

/** Rates where the population of every area is known and not nought, else counts. */
function testHotspots(sheet: Sheet, { areas, neighbours }: HotspotLevel) {
  const reports = new Map(sheet.rows.map((row) => [row.areaCode, row.reports]));
  const asRates = areas.every(({ population }) => (population ?? 0) > 0);
  const counts = Float64Array.from(areas, ({ code }) => reports.get(code) ?? 0);
  const exposure = Float64Array.from(areas, ({ population }) => (asRates ? population! / 1_000 : 1));
  const present = new Uint8Array(areas.length);
  const chance = poissonMoments(counts, exposure, present);
  const values = counts.map((count, i) => count / exposure[i]!);
  const { z, klass, tests } = hotspots(values, present, neighbours, { level: SIGNIFICANCE, chance });
  const position = new Map(areas.map(({ code }, index) => [code, index]));
  return {
    tests,
    of: (areaCode: string) => {
      const i = position.get(areaCode)!;
      return Number.isNaN(z[i]!) ? undefined : { z: z[i]!, klass: klass[i]! };
    },
  };
}
