import { join } from 'node:path';
import type { AreaRow, EffectiveLoad } from '@datalab/data';
import { standardTables, type DatasetShape, type ExactRow, type Snapshot } from '@datalab/snapshot';
import { LedgerSheets } from '../ledger/ledger-sheets.js';
import { copyLine } from '../loads/row-encoding.js';
import { sheetsOfAllSources } from './all-sources.js';
import { fineLevels, type Gate } from './gate.js';
import type { Freezer } from './freezer.js';
import { LineFile } from './line-file.js';
import { protectedSheet, type HotspotLevel, type Sheet, type StoredCell } from './sheet.js';
import { deliveringSources, sheetsOf, ShownCategories, type DeliveringSource } from './sources.js';

/** What the tables stand on. */
export interface TableGround {
  areas: readonly AreaRow[];
  levels: readonly string[];
  hotspotLevel: HotspotLevel | undefined;
  /** Whether step 3 is done: then all sources may stand in one table. */
  mayCombine: boolean;
}

export interface PictureTables {
  shapes: DatasetShape[];
  shown: ShownCategories;
  cells: LineFile;
  tests: LineFile;
  ledger: LedgerSheets;
}

/**
 * Builds every standard table, passes it through the gate and keeps the outcome in files of `folder` until it is stored. What `freezer` holds is
 * not in them: it stays as it was published.
 */
export async function buildPictureTables(
  snapshot: Snapshot,
  ground: TableGround,
  loads: readonly EffectiveLoad[],
  gate: Gate,
  folder: string,
  freezer: Freezer | undefined,
): Promise<PictureTables> {
  const cells = new LineFile(join(folder, 'cells'));
  const tests = new LineFile(join(folder, 'tests'));
  const shown = new ShownCategories();
  const ledger = new LedgerSheets();
  const sources = deliveringSources(loads);
  const byCode = new Map(ground.areas.map((area) => [area.code, area]));
  const levels = { levels: ground.levels, fine: fineLevels(ground.levels) };
  const shapes = await standardTables(snapshot, ground.areas, levels, async (rows) => {
    const together = ground.mayCombine ? sheetsOfAllSources(rows, ofReports(sources, rows)) : [];
    for (const sheet of [...sheetsOf(rows, sources), ...together]) {
      const { cells: stored, testedAreas } = protectedSheet(sheet, byCode, ground.hotspotLevel, gate);
      for (const cell of stored) {
        if (freezer?.holds(cell)) continue;
        await cells.write(cellLine(cell));
        shown.note(cell);
        ledger.note(cell);
      }
      if (testedAreas > 0) await tests.write(testLine(sheet, testedAreas));
    }
  });
  return { shapes, shown, cells, tests, ledger };
}

/** The sources of reports that this table tells of: those with counts alone have no households, and stay by themselves. */
function ofReports(
  sources: ReadonlyMap<string, DeliveringSource>,
  rows: readonly ExactRow[],
): ReadonlyMap<string, DeliveringSource> {
  const told = new Set(rows.map(({ datasetId }) => datasetId));
  return new Map([...sources].filter(([id, { kind }]) => kind === 'records' && told.has(id)));
}

const cellLine = ({ tier, row, organisationId, state, reports, ratePerThousand, z, hotspot }: StoredCell): string =>
  copyLine([
    tier,
    organisationId,
    row.datasetId,
    row.level,
    row.grain,
    row.period,
    row.category,
    row.areaCode,
    state,
    reports,
    ratePerThousand,
    z,
    hotspot,
  ]);

function testLine({ organisationId, datasetId, rows }: Sheet, testedAreas: number): string {
  const { level, grain, period, category } = rows[0]!;
  return copyLine([organisationId, datasetId, level, grain, period, category, testedAreas]);
}
