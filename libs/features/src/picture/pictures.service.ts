import { isAllowed } from '@datalab/access';
import {
  Database,
  findCard,
  findSnapshot,
  findTestedAreas,
  isRefreshing,
  listOwnCategories,
  listSeriesGrains,
  listSheet,
  listTrend,
  type AreaRow,
  type CellRow,
  type CellView,
  type SheetKey,
  type SnapshotRow,
  type Transaction,
} from '@datalab/data';
import { REASON_TEXTS } from '@datalab/disclosure';
import { grainOf, invalidInput, notFound, type Grain } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { recordRead } from '../audit/record.js';
import { registrationCardSchema, type PracticeChange } from '../cards/registration-card.js';
import { asPerson, type Ctx } from '../context.js';
import { deliveredIn, manifestSchema, type Delivered, type ManifestSource } from './manifest.js';
import { fineLevelsOf, hidesPresence } from './gate.js';
import { impliedCell, type ShownCell, type ShownState, type TableRules } from './implied-cells.js';
import type { Comparison } from './against-average.js';
import { findAnswers, type NearestAnswer } from './nearest.js';
import { openPicture, recordPictureRead, type PictureQuery } from './open-picture.js';
import { SIGNIFICANCE } from './map-statistics.js';
import { exposureOf, type RateUnit } from './smooth-rates.js';

export interface SheetQuery extends PictureQuery {
  level: string;
  period: string;
  category: string;
}

export interface MapSheet {
  snapshotId: string;
  level: string;
  period: string;
  category: string;
  delivered: Delivered;
  testedAreas: number;
  significance: number;
  /** What smoothed rates are per thousand of; null where the level has none. */
  smoothedPer: RateUnit | null;
  areas: (ShownCell & { reason: string | null; nearest: NearestAnswer | null; compared: Comparison | null })[];
}

export interface TrendQuery extends PictureQuery {
  areaCode: string;
  category: string;
  grain: Grain;
}

export interface TrendPoint {
  period: string;
  delivered: Delivered;
  /** Null where it is zero, or was not delivered. */
  state: ShownState | null;
  cell: CellRow | null;
}

export interface Trend {
  points: TrendPoint[];
  /** From the registration card, by date. */
  changes: PracticeChange[];
}

export interface PictureOverview {
  snapshot: SnapshotRow;
  isRefreshing: boolean;
  /** Whether it tells squares of 200 m. */
  hasSquares: boolean;
  sources: ManifestSource[];
  /** All sources of reports together; undefined where they may not stand in one table. */
  together: ManifestSource | undefined;
}

/** The protected picture as people read it: one map, one trend. Nothing here can reach an exact figure of another organisation. */
@Injectable()
export class PicturesService {
  constructor(private readonly database: Database) {}

  /** What the newest picture holds; undefined before the first. The own organisation's categories are listed whole. */
  async findOverview(ctx: Ctx, labId: string): Promise<PictureOverview | undefined> {
    if (!isAllowed(ctx.ability, 'read', 'Picture', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const snapshot = await findSnapshot(tx, labId);
      if (snapshot === undefined) return undefined;
      const own = isAllowed(ctx.ability, 'read', 'Mirror', { labId, organisationId: ctx.actor.organisationId })
        ? await listOwnCategories(tx, labId, snapshot.id)
        : new Map<string, string[]>();
      const { sources, together, squares } = manifestSchema.parse(snapshot.manifest);
      await recordRead(tx, ctx, { action: 'picture.read', objectKind: 'snapshot', objectId: snapshot.id, labId });
      return {
        snapshot,
        isRefreshing: await isRefreshing(tx, labId),
        hasSquares: squares,
        sources: sources.map((source) => ({ ...source, categories: own.get(source.datasetId) ?? source.categories })),
        together,
      };
    });
  }

  /** One map: every area of a level that holds anything, for one source, period and category. */
  async getSheet(ctx: Ctx, query: SheetQuery): Promise<MapSheet> {
    const grain = grainOf(query.period);
    if (grain === undefined)
      throw invalidInput('period.malformed', 'A period is written as 2024, 2024-Q1, 2024-01 or all.', [
        { field: 'period' },
      ]);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { snapshot, dataset, source, view, areas } = await openPicture(tx, ctx, query);
      const key: SheetKey = { ...query, snapshotId: snapshot.id, grain };
      const delivered = deliveredIn(source, query.period);
      const stored = await listSheet(tx, key, view);
      const rules = await tableRules(tx, query.labId, { ...query, grain }, view, areas);
      const cells = delivered === 'none' ? stored : [...stored, ...implied(stored, areas, key, rules)];
      await recordPictureRead(tx, ctx, query, dataset, 'sheet', { level: query.level, period: query.period });
      const withheld = cells.filter(({ state }) => state !== 'shown').map(({ areaCode }) => areaCode);
      const { nearest, averages } = await findAnswers(tx, key, withheld, areas, view);
      return {
        snapshotId: snapshot.id,
        level: query.level,
        period: query.period,
        category: query.category,
        delivered,
        testedAreas: await findTestedAreas(tx, key),
        significance: SIGNIFICANCE,
        smoothedPer: exposureOf(areas, query.level)?.unit ?? null,
        areas: cells.map((cell) => ({
          ...cell,
          reason: cell.state === 'shown' ? null : REASON_TEXTS[cell.state].nl,
          nearest: nearest.get(cell.areaCode) ?? null,
          compared: averages.compare({ ...cell, category: key.category }),
        })),
      };
    });
  }

  /** One area through time, gaps included, with the dates on which its source began to register otherwise. */
  getTrend(ctx: Ctx, query: TrendQuery): Promise<Trend> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { snapshot, dataset, source, view, areas } = await openPicture(tx, ctx, query);
      const cells = await listTrend(tx, { ...query, snapshotId: snapshot.id }, view);
      const area = areas.find(({ code }) => code === query.areaCode);
      if (area === undefined) throw notFound('area');
      const rules = await tableRules(tx, query.labId, { ...query, level: area.level }, view, areas);
      await recordPictureRead(tx, ctx, query, dataset, 'trend', { grain: query.grain });
      const points = source.periods
        .filter(({ grain }) => grain === query.grain)
        .map(({ period, delivered }) => {
          const cell = cells.find((one) => one.period === period) ?? null;
          const unseen = delivered === 'none' ? null : impliedCell(area, period, query.grain, rules);
          return { period, delivered, state: cell?.state ?? unseen?.state ?? null, cell };
        });
      const card = await findCard(tx, query.datasetId);
      return { points, changes: card === undefined ? [] : registrationCardSchema.parse(card.document).changes };
    });
  }
}

/** What stands for the cells of a table that are not stored. */
async function tableRules(
  tx: Transaction,
  labId: string,
  table: { datasetId: string; level: string; grain: Grain; category: string },
  view: CellView,
  areas: readonly AreaRow[],
): Promise<TableRules> {
  const grains = view.tier === 'own' ? [] : await listSeriesGrains(tx, labId, table);
  return { hidesPresence: hidesPresence(table, fineLevelsOf(areas)), grains, view };
}

function implied(stored: readonly CellRow[], areas: readonly AreaRow[], key: SheetKey, rules: TableRules): ShownCell[] {
  const there = new Set(stored.map(({ areaCode }) => areaCode));
  return areas
    .filter(({ code, level }) => level === key.level && !there.has(code))
    .flatMap((area) => impliedCell(area, key.period, key.grain, rules) ?? []);
}
