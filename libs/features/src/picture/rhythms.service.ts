import { Database, listRhythm, listToldRhythms, type AreaRow, type CellView, type Transaction } from '@datalab/data';
import { ALL_CATEGORIES, notFound, rhythmPeriods, type RhythmGrain } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { fineLevelsOf, hidesPresence } from './gate.js';
import type { ShownState } from './implied-cells.js';
import type { ManifestSource } from './manifest.js';
import { openPicture, recordPictureRead, type PictureQuery } from './open-picture.js';

export interface RhythmQuery extends PictureQuery {
  areaCode: string;
  category: string;
}

export interface RhythmPoint {
  period: string;
  /** Null where it is zero. */
  state: ShownState | null;
  reports: number | null;
}

export interface Rhythm {
  /** How many of the rows of the source know their hour. */
  hours: ManifestSource['hours'];
  /** Null where none is told: the source knows no hours, or it would say too much about people. */
  grain: RhythmGrain | null;
  /** Every hour or block, in order; empty where none is told. */
  points: RhythmPoint[];
  /** Where none is told, or not all of it: the nearest series of which more is. */
  nearest: RhythmPlace | null;
}

/** A series of which a rhythm is told. */
export interface RhythmPlace {
  level: string;
  areaCode: string;
  category: string;
}

/** The rhythm of the week of one area, as people read it. */
@Injectable()
export class RhythmsService {
  constructor(private readonly database: Database) {}

  /** NotFound where lab, source or area are not theirs; a source without hours has an answer that says so. */
  find(ctx: Ctx, query: RhythmQuery): Promise<Rhythm> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { snapshot, dataset, source, areas, view } = await openPicture(tx, ctx, query);
      const area = areas.find(({ code }) => code === query.areaCode);
      if (area === undefined) throw notFound('area');
      await recordPictureRead(tx, ctx, query, dataset, 'rhythm', {});
      const key = { ...query, snapshotId: snapshot.id };
      const cells = source.hours === 'none' ? [] : await listRhythm(tx, key, view);
      const grain = finestOf(cells);
      const told = new Map(cells.filter((cell) => cell.grain === grain).map((cell) => [cell.period, cell]));
      const table = { category: query.category, level: area.level };
      const unseen = grain === null ? null : impliedState({ ...table, grain }, areas, view);
      const points = (grain === null ? [] : rhythmPeriods(grain)).map((period): RhythmPoint => {
        const cell = told.get(period);
        return { period, state: cell?.state ?? unseen, reports: cell?.reports ?? null };
      });
      const shown = points.filter(({ state }) => state === 'shown').length;
      const isWhole = grain !== null && points.every(({ state }) => state === null || state === 'shown');
      const nearest = source.hours === 'none' || isWhole ? null : await nearestRhythm(tx, key, area, shown, view);
      return { hours: source.hours, grain, points, nearest };
    });
  }
}

const finestOf = (cells: readonly { grain: RhythmGrain }[]): RhythmGrain | null =>
  cells.find(({ grain }) => grain === 'hour_of_week')?.grain ?? cells[0]?.grain ?? null;

/** What an hour without a cell looks like: none or too few where nothing must look like too little, else zero. */
const impliedState = (
  table: { category: string; level: string; grain: RhythmGrain },
  areas: readonly AreaRow[],
  { tier }: CellView,
): ShownState | null => (tier !== 'own' && hidesPresence(table, fineLevelsOf(areas)) ? 'none_or_few' : null);

/** The areas above with this category, then this area and those above with all of them: the first with more numbers than `shown`. */
async function nearestRhythm(
  tx: Transaction,
  key: RhythmQuery & { snapshotId: string },
  { lineage, code }: AreaRow,
  shown: number,
  view: CellView,
): Promise<RhythmPlace | null> {
  const categories = [...new Set([key.category, ALL_CATEGORIES])];
  const told = await listToldRhythms(tx, key, lineage, categories, view);
  for (const category of categories)
    for (const areaCode of lineage) {
      if (category === key.category && areaCode === code) continue;
      const found = told.find((one) => one.areaCode === areaCode && one.category === category);
      if (found !== undefined && found.shown > shown) return { level: found.level, areaCode, category };
    }
  return null;
}
