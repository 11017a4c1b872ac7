import type { AreaRow, DesignCell, SeriesGrainRow } from '@datalab/data';
import type { ReleaseDocument, ReleaseTable, ReleaseTier, ReleaseValue, TableDesign } from '@datalab/domain';
import { ALL_PERIODS } from '@datalab/domain';
import { fineLevels, hidesPresence } from '../picture/gate.js';
import { impliedCell } from '../picture/implied-cells.js';
import type { ManifestSource } from '../picture/manifest.js';

/** Columns of a table of the picture, in the order in which they are given and exported. */
export const TABLE_COLUMNS: ReleaseTable['columns'] = [
  { key: 'area_code', title: 'Gebiedscode', unit: null },
  { key: 'area', title: 'Gebied', unit: null },
  { key: 'period', title: 'Periode', unit: null },
  { key: 'state', title: 'Getoond', unit: null },
  { key: 'reports', title: 'Meldingen', unit: 'report' },
  { key: 'rate_per_thousand', title: 'Meldingen per 1.000 inwoners', unit: 'report per 1000 inhabitants' },
];

/** Where the values of a row stand. */
export const COLUMN = { areaCode: 0, area: 1, period: 2, state: 3, reports: 4, rate: 5 } as const;

/** One decimal: a rate with more of them gives back the count. */
const roundedRate = (rate: number | null): number | null => (rate === null ? null : Math.round(rate * 10) / 10);

/** The periods that a design gives of a source: those of its grain, from its first on. A period that was not delivered is one too. */
export const designedPeriods = (design: TableDesign, source: ManifestSource): ManifestSource['periods'] =>
  design.grain === 'all'
    ? [{ grain: 'all', period: ALL_PERIODS, delivered: 'full' }]
    : source.periods.filter(
        ({ grain, period }) => grain === design.grain && (design.from === null || period >= design.from),
      );

/**
 * The table of a design: every area of its level in every period, whatever there is to say of it. A cell that is not in `cells` holds zero where its
 * period was delivered, unless its series is published in longer periods alone or nothing must look like too little (`grains`, of this table).
 * Cells that the design leaves out are given as withheld.
 */
export function designedTable(
  design: TableDesign,
  source: ManifestSource,
  areas: readonly AreaRow[],
  cells: readonly DesignCell[],
  { levels, grains, tier }: { levels: readonly string[]; grains: readonly SeriesGrainRow[]; tier: ReleaseTier },
): ReleaseTable {
  const view = tier === 'lab' ? { tier: 'lab' as const } : { tier: 'lab' as const, labAreas: [] };
  const rules = { hidesPresence: hidesPresence(design, new Set(fineLevels(levels))), grains, view };
  const key = (areaCode: string, period: string) => `${areaCode} ${period}`;
  const byPlace = new Map(cells.map((cell) => [key(cell.areaCode, cell.period), cell]));
  const leftOut = new Set(design.leaveOut.map(({ areaCode, period }) => key(areaCode, period)));
  const rows = designedPeriods(design, source).flatMap(({ period, delivered }) =>
    areas
      .filter(({ level }) => level === design.level)
      .map(({ code, name, parentCode }): ReleaseValue[] => {
        if (delivered === 'none') return [code, name, period, 'not_delivered', null, null];
        if (leftOut.has(key(code, period))) return [code, name, period, 'withheld', null, null];
        const cell = byPlace.get(key(code, period));
        if (cell === undefined) {
          const implied = impliedCell({ code, parentCode }, period, design.grain, rules);
          return implied === null
            ? [code, name, period, 'zero', 0, 0]
            : [code, name, period, implied.state, null, null];
        }
        return cell.state === 'shown'
          ? [code, name, period, 'shown', cell.reports, roundedRate(cell.ratePerThousand)]
          : [code, name, period, cell.state, null, null];
      }),
  );
  return { key: 'table', title: 'Meldingen per gebied en periode', columns: TABLE_COLUMNS, rows };
}

/** How many cells of a table are given, and how many are withheld from it. */
export function countGiven({ rows }: ReleaseTable): Pick<ReleaseDocument, 'given' | 'withheld'> {
  const given = rows.filter((row) => row[COLUMN.state] === 'shown').length;
  const withheld = rows.filter(
    (row) => row[COLUMN.state] === 'withheld' || row[COLUMN.state] === 'none_or_few' || row[COLUMN.state] === 'coarser',
  ).length;
  return { given, withheld };
}

/** First and last period of a table; null for one over all that was delivered. */
export function spanOf({ rows }: ReleaseTable): ReleaseDocument['period'] {
  const periods = [...new Set(rows.map((row) => String(row[COLUMN.period])))].sort();
  const [from] = periods;
  return from === undefined || from === ALL_PERIODS ? null : { from, to: periods.at(-1)! };
}
