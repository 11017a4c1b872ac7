import { isAllowed } from '@datalab/access';
import {
  Database,
  findLab,
  findLabSchedule,
  findSnapshotById,
  findSnapshot,
  listAreaCells,
  listAreas,
  listDatasets,
  type AreaRow,
} from '@datalab/data';
import { notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordRead } from '../audit/record.js';
import { sharedView } from '../picture/cell-view.js';
import { manifestSchema } from '../picture/manifest.js';
import { areaChanges, comparedPeriods, type AreaChange } from './baseline-change.js';

/** One source now beside the baseline. */
export interface SourceSinceBaseline {
  datasetId: string;
  datasetName: string;
  /** Both null while there is nothing to compare yet. */
  then: string | null;
  now: string | null;
  areas: AreaChange[];
}

export interface SinceBaseline {
  baselineMadeAt: Date;
  madeAt: Date;
  /** The areas that are compared: the whole region first, then its largest parts, and those that were asked for. */
  areas: { code: string; name: string; isWhole: boolean }[];
  sources: SourceSinceBaseline[];
}

/** How a lab that keeps measuring stands to the baseline that it began with, from figures that the gate let through both times. */
@Injectable()
export class BaselineService {
  constructor(private readonly database: Database) {}

  /**
   * The change since the baseline: of the whole, of its largest parts and of these areas. Null where the lab keeps no baseline. NotFound to who may
   * not see the picture; who looks after a wijk sees others' areas in the public tier.
   */
  async find(ctx: Ctx, labId: string, areaCodes: readonly string[] = []): Promise<SinceBaseline | null> {
    if (!isAllowed(ctx.ability, 'read', 'Picture', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const schedule = await findLabSchedule(tx, labId);
      const snapshot = await findSnapshot(tx, labId);
      const baselineId = schedule?.baselineSnapshotId ?? null;
      if (baselineId === null || schedule?.baselineMadeAt == null || snapshot === undefined) return null;
      const kept = await findSnapshotById(tx, baselineId);
      if (kept === undefined) return null;
      const baseline = manifestSchema.parse(kept.manifest);
      const { sources } = manifestSchema.parse(snapshot.manifest);
      const lab = (await findLab(tx, labId))!;
      const all = await listAreas(tx, lab.regionId);
      const compared = areasToCompare(all, areaCodes);
      const codes = compared.map(({ code }) => code);
      const names = new Map((await listDatasets(tx, labId)).map(({ id, name }) => [id, name]));
      const view = sharedView(ctx, labId, all);
      const found: SourceSinceBaseline[] = [];
      for (const source of sources) {
        const { datasetId } = source;
        const before = baseline.sources.find((one) => one.datasetId === datasetId);
        const periods = before && comparedPeriods(before, source);
        const named = { datasetId, datasetName: names.get(datasetId) ?? '' };
        if (periods === undefined) {
          found.push({ ...named, then: null, now: null, areas: [] });
          continue;
        }
        const cellsOf = (snapshotId: string, period: string) =>
          listAreaCells(tx, { labId, snapshotId, areaCodes: codes, periods: [period] }, view);
        const cells = { then: await cellsOf(baselineId, periods.then), now: await cellsOf(snapshot.id, periods.now) };
        found.push({ ...named, ...periods, areas: areaChanges(codes, datasetId, periods, cells) });
      }
      await recordRead(tx, ctx, {
        action: 'picture.read-baseline',
        objectKind: 'snapshot',
        objectId: baselineId,
        labId,
      });
      return { baselineMadeAt: schedule.baselineMadeAt, madeAt: snapshot.createdAt, areas: compared, sources: found };
    });
  }
}

/** The areas that lie in none, those directly in them, and those that were asked for and exist. */
function areasToCompare(all: readonly AreaRow[], asked: readonly string[]): SinceBaseline['areas'] {
  const whole = all.filter(({ lineage }) => lineage.length === 1);
  const parts = all.filter(({ lineage }) => lineage.length === 2);
  const others = all.filter(({ code, lineage }) => lineage.length > 2 && asked.includes(code));
  return [...whole, ...parts, ...others].map(({ code, name, lineage }) => ({
    code,
    name,
    isWhole: lineage.length === 1,
  }));
}
