import { join } from 'node:path';
import type { EffectiveLoad, SeriesGrainRow } from '@datalab/data';
import { ALL_PERIODS, GRID_LEVEL, isRhythmGrain } from '@datalab/domain';
import { standardTables, type DatasetShape, type ExactRow, type Snapshot } from '@datalab/snapshot';
import type { DraftedPicture } from '../ledger/guessed-picture.js';
import { LedgerSheets } from '../ledger/ledger-sheets.js';
import { copyLine } from '../loads/row-encoding.js';
import { sheetsOfAllSources } from './all-sources.js';
import { CellDraft, type DraftedCell, type Family } from './cell-draft.js';
import { fineLevels, type Gate } from './gate.js';
import type { Freezer } from './freezer.js';
import { LineFile } from './line-file.js';
import { MapStatistics } from './map-statistics.js';
import { rhythmKey, RhythmSeries } from './rhythm-series.js';
import { chooseGrains } from './series-grains.js';
import { protectedSheet, type Sheet, type StoredCell } from './sheet.js';
import type { TableGround } from './table-ground.js';
import { deliveringSources, sheetsOf, ShownCategories, type DeliveringSource } from './sources.js';

export interface PictureTables {
  shapes: DatasetShape[];
  shown: ShownCategories;
  cells: LineFile;
  tests: LineFile;
  ledger: LedgerSheets;
  /** Series of which the grain was fixed now. */
  grains: SeriesGrainRow[];
}

export interface PictureMaking {
  loads: readonly EffectiveLoad[];
  gate: Gate;
  /** Where the outcome is kept until it is stored. */
  folder: string;
  /** What it holds is not in the outcome: it stays as it was published. */
  freezer: Freezer | undefined;
  /** Takes out of the draft what may not be seen beside all the rest. */
  audit: (picture: DraftedPicture) => Promise<void>;
}

/**
 * Builds every standard table and passes it through the gate; then, over all of them together, fixes in which periods each series is published
 * and holds what is left against the ledger. The own tier is what it is.
 */
export async function buildPictureTables(
  snapshot: Snapshot,
  ground: TableGround,
  { loads, gate, folder, freezer, audit }: PictureMaking,
): Promise<PictureTables> {
  const cells = new LineFile(join(folder, 'cells'));
  const tests = new LineFile(join(folder, 'tests'));
  const draft = new CellDraft(ground.areas);
  const frozen = new CellDraft(ground.areas);
  const sources = deliveringSources(loads);
  const maps = new MapStatistics(ground);
  const fine = fineLevels(ground.levels);
  const levels = { levels: ground.levels, fine, rhythm: true, grid: ground.squares.size > 0 };
  const rhythms = new RhythmSeries(new Set(fine), freezer);
  const shapes = await standardTables(snapshot, ground.areas, levels, async (counted) => {
    const rows = counted.filter(({ level, areaCode }) => level !== GRID_LEVEL || ground.squares.has(areaCode));
    rhythms.tells(rows);
    const together = ground.mayCombine ? sheetsOfAllSources(rows, ofReports(sources, rows)) : [];
    for (const whole of [...sheetsOf(rows, sources), ...together]) {
      const sheet = rhythms.told(whole);
      if (sheet.rows.length === 0) continue;
      const { cells: stored, testedAreas } = protectedSheet(sheet, maps, gate);
      for (const cell of stored.filter(({ tier, row }) => rhythms.publishes(tier, row))) {
        rhythms.note(cell);
        if (!isShared(cell)) await cells.write(cellLine(cell));
        else (freezer?.holds(cell) ? frozen : draft).note(cell);
      }
      if (testedAreas > 0) await tests.write(testLine(sheet, testedAreas));
    }
  });
  const { fresh, publishes } = chooseGrains([draft, frozen], ground, sources);
  const dropped = draft.drop((family) => !publishes(family));
  await audit({ areas: ground.areas, fine: new Set(fine), sources, draft, frozen, freezer, publishes });
  dropRhythmsWithoutTotal(draft);

  const shown = new ShownCategories();
  const ledger = new LedgerSheets(dropped);
  for (const cell of draft.cells()) {
    await cells.write(cellLine(cell));
    shown.note(cell);
    ledger.note(cell);
  }
  for (const { family, areaCodes } of draft.taken())
    for (const areaCode of areaCodes) {
      const cell = coarserCell(family, areaCode);
      await cells.write(cellLine(cell));
      ledger.note(cell);
    }
  return { shapes, shown, cells, tests, ledger, grains: fresh };
}

/** A rhythm says that its series holds enough; where all years together are not told any more, neither is that. */
function dropRhythmsWithoutTotal(draft: CellDraft): void {
  const gone = new Set<string>();
  for (const { family, areaCodes } of draft.taken())
    if (family.period === ALL_PERIODS)
      for (const areaCode of areaCodes) gone.add(rhythmKey(family.tier, { ...family, areaCode }));
  draft.drop(
    (family) =>
      isRhythmGrain(family.grain) && gone.has(rhythmKey(family.tier, { ...family, areaCode: family.parentCode })),
  );
}

const isShared = (cell: StoredCell): cell is DraftedCell => cell.tier !== 'own';

function coarserCell({ tier, organisationId, parentCode: _parent, ...at }: Family, areaCode: string): StoredCell {
  const nothing = {
    reports: null,
    ratePerThousand: null,
    smoothedRate: null,
    z: null,
    hotspot: null,
    known: null,
    behind: null,
  };
  const row = { ...at, grain: at.grain as StoredCell['row']['grain'], areaCode };
  return { tier, organisationId, row, state: 'coarser', ...nothing, rule: 'coarser' };
}

/** The sources of reports that this table tells of: those with counts alone have no households, and stay by themselves. */
function ofReports(
  sources: ReadonlyMap<string, DeliveringSource>,
  rows: readonly ExactRow[],
): ReadonlyMap<string, DeliveringSource> {
  const told = new Set(rows.map(({ datasetId }) => datasetId));
  return new Map([...sources].filter(([id, { kind }]) => kind === 'records' && told.has(id)));
}

const cellLine = ({
  tier,
  row,
  organisationId,
  state,
  reports,
  ratePerThousand,
  smoothedRate,
  z,
  hotspot,
}: StoredCell): string =>
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
    smoothedRate,
    z,
    hotspot,
  ]);

function testLine({ organisationId, datasetId, rows }: Sheet, testedAreas: number): string {
  const { level, grain, period, category } = rows[0]!;
  return copyLine([organisationId, datasetId, level, grain, period, category, testedAreas]);
}
