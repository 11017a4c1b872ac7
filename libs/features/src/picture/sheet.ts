import type { HotspotClass } from '@datalab/analysis';
import type { AreaRow } from '@datalab/data';
import {
  noisedReports,
  noiseScale,
  protectMapStatistic,
  type DecidingRule,
  type ExactCell,
  type KnownInterval,
  type Tier,
} from '@datalab/disclosure';
import { bug } from '@datalab/domain';
import { rateOf, type Gate, type GateRow, type GateSource } from './gate.js';
import type { MapOutcome, MapStatistics } from './map-statistics.js';

/** One dataset's cells of one level, period and category (or those of all sources together): what one map shows. */
export interface Sheet extends GateSource {
  datasetId: string;
  organisationId: string;
  /** Figures of several organisations are nobody's own. */
  isShared?: boolean;
  rows: readonly GateRow[];
}

/** The place of a cell in the standard tables. */
export type CellAt = Pick<GateRow, 'datasetId' | 'level' | 'grain' | 'period' | 'category' | 'areaCode'>;

/** One protected cell of one tier, as it is stored. */
export interface StoredCell {
  tier: Tier;
  row: CellAt;
  organisationId: string;
  /** `none_or_few`: held for the guesser alone; it looks like zero and is not stored. */
  state: 'shown' | 'withheld' | 'none_or_few' | 'coarser';
  reports: number | null;
  ratePerThousand: number | null;
  /** Drawn towards the mean of its map, to one decimal. */
  smoothedRate: number | null;
  z: number | null;
  hotspot: Exclude<HotspotClass, 'missing'> | null;
  /** What the ledger keeps of it; null in the own tier, and where an onlooker learns nothing. */
  known: KnownInterval | null;
  /** `coarser`: what all numbers together would say of it decided. */
  rule: DecidingRule | 'coarser';
  /** What the worker knows of it beside what it looks like; null where nothing is protected. Never stored. */
  behind: CellBehind | null;
}

/** The reports that the gate counted, what open data added to the number that is shown, and the scale of its noise. */
export interface CellBehind {
  reports: number;
  openReports: number;
  scale: number;
}

const TIERS: readonly Tier[] = ['own', 'lab', 'public'];

/**
 * THE place where a number becomes fit to be seen: every cell of every tier passes the gate here and nowhere else. The hotspot test is made
 * on all areas of the sheet before anything is withheld, for others than the owner on the noised numbers (disclosure.md §2.10), and its outcome
 * is given for shown cells only. So are smoothed rates: drawn to a mean of all areas, from the number that the cell itself shows.
 */
export function protectedSheet(
  sheet: Sheet,
  maps: MapStatistics,
  gate: Gate,
): { cells: StoredCell[]; testedAreas: number } {
  const exact = sheet.rows.map((row) => gate.exactCell(row, sheet));
  const places = sheet.rows.map(placeOf);
  const noised = exact.map((cell) => (cell.open ? cell.reports : noisedReports(cell)) + (cell.openReports ?? 0));
  const shared = maps.of(sheet.rows, noised, false);
  const own = sheet.isShared ? undefined : maps.of(sheet.rows, exact.map(totalReports), true);
  const cells = TIERS.filter((tier) => tier !== 'own' || !sheet.isShared).flatMap((tier) =>
    places.map((row, i): StoredCell => {
      const cell = storedCell(gate, exact[i]!, row, tier, tier === 'own' ? own : shared, maps.areas.get(row.areaCode));
      return { ...cell, organisationId: sheet.organisationId };
    }),
  );
  return { cells, testedAreas: shared.tests };
}

function storedCell(
  gate: Gate,
  exact: ExactCell,
  row: CellAt,
  tier: Tier,
  map: MapOutcome | undefined,
  area: AreaRow | undefined,
): Omit<StoredCell, 'organisationId'> {
  const cell = gate.protect(exact, tier);
  const known = tier === 'own' ? null : gate.known(exact, cell, tier);
  const hidden = { reports: null, ratePerThousand: null, smoothedRate: null, z: null, hotspot: null };
  const behind = tier === 'own' || exact.open ? null : behindOf(exact);
  switch (cell.state) {
    case 'none_or_few':
    case 'withheld':
      return { tier, row, state: cell.state, ...hidden, known, rule: cell.rule, behind };
    case 'shown': {
      const outcome = map?.test(row.areaCode);
      const statistic = outcome === undefined ? undefined : protectMapStatistic(outcome, cell);
      return {
        tier,
        row,
        state: 'shown',
        reports: cell.reports,
        ratePerThousand: rateOf(cell.reports, area),
        smoothedRate: map?.smoothed(row.areaCode, cell) ?? null,
        z: statistic?.state === 'shown' ? statistic.z : null,
        hotspot: statistic?.state === 'shown' && statistic.klass !== 'missing' ? statistic.klass : null,
        known,
        rule: cell.rule,
        behind,
      };
    }
    default:
      // A row of a table holds reports, and was delivered: the gate cannot make a zero or a gap of it.
      throw bug(`a cell with reports left the gate as ${cell.state}`);
  }
}

/** Without what only the gate asks for: cells are kept until all of them are known. */
const placeOf = ({ datasetId, level, grain, period, category, areaCode }: GateRow): CellAt => ({
  datasetId,
  level,
  grain,
  period,
  category,
  areaCode,
});

const behindOf = (exact: ExactCell): CellBehind => ({
  reports: exact.reports,
  openReports: exact.openReports ?? 0,
  scale: noiseScale(exact),
});

const totalReports = ({ reports, openReports }: ExactCell): number => reports + (openReports ?? 0);
