import {
  listAreaCells,
  listDatasets,
  listSeriesGrains,
  type AreaRow,
  type CellView,
  type Transaction,
} from '@datalab/data';
import { ALL_CATEGORIES } from '@datalab/domain';
import type { Comparison } from '../picture/against-average.js';
import { shownTier } from '../picture/cell-view.js';
import { impliedCell } from '../picture/implied-cells.js';
import type { ManifestSource } from '../picture/manifest.js';
import { findAnswers, type NearestAnswer } from '../picture/nearest.js';
import { shownNumber } from './what-changed.js';

/** What cards and pages of an area are read from: one picture, as one person may see it. */
export interface PictureGround {
  tx: Transaction;
  labId: string;
  snapshotId: string;
  view: CellView;
  sources: readonly ManifestSource[];
}

/** What a source tells of one area over its newest whole year, all kinds of reports together. */
export interface AreaFigure {
  datasetId: string;
  datasetName: string;
  period: string;
  /** Null where it is not shown; then `nearest` is what can be said. */
  reports: number | null;
  ratePerThousand: number | null;
  compared: Comparison | null;
  nearest: NearestAnswer | null;
}

/** The newest period of a source that was delivered in full, of a grain. */
export const newestFull = (source: ManifestSource, grain: 'year' | 'quarter'): string | undefined =>
  source.periods
    .filter((row) => row.grain === grain && row.delivered === 'full')
    .map(({ period }) => period)
    .sort()
    .at(-1);

/** How a number of reports of one area stands to the whole; where there is none to show, what stands nearest. */
export async function answerOf(
  { tx, labId, snapshotId, view }: PictureGround,
  { datasetId, period, reports }: { datasetId: string; period: string; reports: number | null },
  area: AreaRow,
  areas: readonly AreaRow[],
): Promise<{ compared: Comparison | null; nearest: NearestAnswer | null }> {
  const key = { labId, snapshotId, datasetId, period, category: ALL_CATEGORIES };
  const { nearest, averages } = await findAnswers(tx, key, reports === null ? [area.code] : [], areas, view);
  return {
    compared: averages.compare({ ...key, areaCode: area.code, reports, tier: shownTier(view, area.code) }),
    nearest: nearest.get(area.code) ?? null,
  };
}

/** One figure per source that delivered a whole year and tells of areas of this level. */
export async function areaFigures(
  ground: PictureGround,
  area: AreaRow,
  areas: readonly AreaRow[],
): Promise<AreaFigure[]> {
  const { tx, labId, snapshotId, view, sources } = ground;
  const names = new Map((await listDatasets(tx, labId)).map(({ id, name }) => [id, name]));
  const found: AreaFigure[] = [];
  for (const source of sources) {
    const { datasetId } = source;
    const period = newestFull(source, 'year');
    if (period === undefined || !tellsOf(source, area, areas)) continue;
    const table = { datasetId, level: area.level, category: ALL_CATEGORIES };
    const rules = { hidesPresence: false, grains: await listSeriesGrains(tx, labId, table), view };
    const key = { labId, snapshotId, areaCodes: [area.code], periods: [period] };
    const cell = (await listAreaCells(tx, key, view)).find((one) => one.datasetId === datasetId);
    const reports = shownNumber(cell, cell !== undefined || impliedCell(area, period, 'year', rules) === null);
    const answer = await answerOf(ground, { datasetId, period, reports }, area, areas);
    found.push({
      datasetId,
      datasetName: names.get(datasetId) ?? '',
      period,
      reports,
      ratePerThousand: cell?.ratePerThousand ?? null,
      ...answer,
    });
  }
  return found;
}

/** Whether rows of this source say where they lie as finely as this area. */
function tellsOf({ lowestLevel }: ManifestSource, area: AreaRow, areas: readonly AreaRow[]): boolean {
  const lowest = areas.find(({ level }) => level === lowestLevel);
  return lowest !== undefined && area.lineage.length <= lowest.lineage.length;
}
