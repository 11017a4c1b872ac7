import { isAllowed } from '@datalab/access';
import {
  Database,
  findLab,
  findSnapshot,
  listAreaCells,
  listAreas,
  listContextNotes,
  listDatasets,
  listPickups,
  listSeriesGrains,
  listSolutions,
  type AreaRow,
  type ContextNoteRow,
  type PickupRow,
  type SolutionRow,
} from '@datalab/data';
import { ALL_CATEGORIES, invalidState, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { recordRead } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { sharedView } from '../picture/cell-view.js';
import { impliedCell } from '../picture/implied-cells.js';
import type { Comparison } from '../picture/against-average.js';
import type { NearestAnswer } from '../picture/nearest.js';
import { manifestSchema } from '../picture/manifest.js';
import { answerOf, newestFull, type PictureGround } from './area-figures.js';
import { changeBetween, shownNumber, yearBefore, type Change } from './what-changed.js';

/** One source in one wijk: the newest closed quarter (or year) beside the same one a year before. */
export interface SourceChange {
  datasetId: string;
  datasetName: string;
  period: string;
  before: string;
  now: number | null;
  then: number | null;
  change: Change;
  /** How the number of now stands to the average of the whole; null where there is none. */
  compared: Comparison | null;
  /** Where the number of now is not shown: what can be said. */
  nearest: NearestAnswer | null;
}

export interface HotArea {
  areaCode: string;
  name: string;
  datasetId: string;
  /** Hot this year and last, only this year, or only last year. */
  since: 'stayed' | 'new' | 'gone';
}

/** What a wijkteam needs on Monday, on one A4. */
export interface MondayPage {
  area: { code: string; name: string; level: string };
  madeAt: Date;
  changes: SourceChange[];
  hotAreas: HotArea[];
  agreed: SolutionRow[];
  pickups: PickupRow[];
  notes: ContextNoteRow[];
}

/** The Monday page (*maandagpagina*): what changed, what stayed, what was agreed, from protected figures alone. */
@Injectable()
export class MondayService {
  constructor(private readonly database: Database) {}

  /** The page of one area; InvalidState before the first picture. Who looks after a wijk gets their own in the lab tier. */
  async getPage(ctx: Ctx, labId: string, areaCode: string): Promise<MondayPage> {
    if (!isAllowed(ctx.ability, 'read', 'Picture', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const lab = (await findLab(tx, labId))!;
      const areas = await listAreas(tx, lab.regionId);
      const area = areas.find(({ code }) => code === areaCode);
      if (area === undefined) throw notFound('area');
      const snapshot = await findSnapshot(tx, labId);
      if (snapshot === undefined) throw invalidState('picture.not-there', 'There is no picture of this lab yet.');
      const { sources } = manifestSchema.parse(snapshot.manifest);
      const ground = { tx, labId, snapshotId: snapshot.id, view: sharedView(ctx, labId, areas), sources };
      const within = areas.filter(({ lineage }) => lineage.includes(area.code));
      const codes = within.map(({ code }) => code);
      await recordRead(tx, ctx, { action: 'monday.read', objectKind: 'area', objectId: areaCode, labId });
      const solutions = await listSolutions(tx, labId);
      return {
        area: { code: area.code, name: area.name, level: area.level },
        madeAt: snapshot.createdAt,
        changes: await changesIn(ground, area, areas),
        hotAreas: await hotAreasIn(ground, within),
        agreed: solutions.filter(
          ({ state, areaCodes }) =>
            (state === 'chosen' || state === 'running') &&
            areaCodes.some((code) => codes.includes(code) || area.lineage.includes(code)),
        ),
        pickups: await listPickups(tx, labId, codes),
        notes: await listContextNotes(tx, labId, codes),
      };
    });
  }
}

type CountedChange = Omit<SourceChange, 'compared' | 'nearest'>;

async function changesIn(ground: PictureGround, area: AreaRow, areas: readonly AreaRow[]): Promise<SourceChange[]> {
  const { tx, labId, snapshotId, view, sources } = ground;
  const names = new Map((await listDatasets(tx, labId)).map(({ id, name }) => [id, name]));
  const changes: SourceChange[] = [];
  for (const source of sources) {
    const answers: CountedChange[] = [];
    const table = { datasetId: source.datasetId, level: area.level, category: ALL_CATEGORIES };
    const rules = { hidesPresence: false, grains: await listSeriesGrains(tx, labId, table), view };
    // A quarter says most about now; where it is not shown the year answers.
    for (const grain of ['quarter', 'year'] as const) {
      const period = newestFull(source, grain);
      if (period === undefined) continue;
      const before = yearBefore(period);
      const key = { labId, snapshotId, areaCodes: [area.code], periods: [period, before] };
      const cells = (await listAreaCells(tx, key, view)).filter(({ datasetId }) => datasetId === source.datasetId);
      const number = (wanted: string) =>
        shownNumber(
          cells.find((cell) => cell.period === wanted),
          // Where a series is published in longer periods alone, no cell is not zero.
          source.periods.some((row) => row.period === wanted && row.delivered === 'full') &&
            impliedCell(area, wanted, grain, rules) === null,
        );
      const [now, then] = [number(period), number(before)];
      const { datasetId } = source;
      const datasetName = names.get(datasetId) ?? '';
      answers.push({ datasetId, datasetName, period, before, now, then, change: changeBetween(now, then) });
    }
    // A number without the one of a year before still says more than none.
    const best =
      answers.find(({ change }) => change !== 'unknown') ?? answers.find(({ now }) => now !== null) ?? answers[0];
    if (best === undefined) continue;
    changes.push({ ...best, ...(await answerOf(ground, { ...best, reports: best.now }, area, areas)) });
  }
  return changes;
}

async function hotAreasIn(ground: PictureGround, within: readonly AreaRow[]): Promise<HotArea[]> {
  const { tx, labId, snapshotId, view, sources } = ground;
  const names = new Map(within.map(({ code, name }) => [code, name]));
  const found: HotArea[] = [];
  for (const source of sources) {
    const year = newestFull(source, 'year');
    if (year === undefined) continue;
    const before = yearBefore(year);
    const key = { labId, snapshotId, areaCodes: [...names.keys()], periods: [year, before] };
    const cells = (await listAreaCells(tx, key, view)).filter(({ datasetId }) => datasetId === source.datasetId);
    const hot = (period: string) =>
      new Set(cells.filter((cell) => cell.period === period && cell.hotspot === 'hot').map(({ areaCode }) => areaCode));
    const [now, then] = [hot(year), hot(before)];
    for (const areaCode of new Set([...now, ...then]))
      found.push({
        areaCode,
        name: names.get(areaCode)!,
        datasetId: source.datasetId,
        since: now.has(areaCode) ? (then.has(areaCode) ? 'stayed' : 'new') : 'gone',
      });
  }
  return found;
}
