import { ALL_CATEGORIES, RHYTHM_GRAINS, type Grain, type RhythmGrain } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { tierCondition } from './tier-condition.js';

export interface SnapshotRow {
  id: string;
  labId: string;
  digest: string;
  manifest: unknown;
  createdAt: Date;
}

/** The newest snapshot of a lab, or undefined before the first. */
export async function findSnapshot(tx: Transaction, labId: string): Promise<SnapshotRow | undefined> {
  const rows: SnapshotRow[] = await tx.query(
    `select id, lab_id as "labId", digest, manifest, created_at as "createdAt"
     from snapshot where lab_id = $1 order by created_at desc, id desc limit 1`,
    [labId],
  );
  return rows[0];
}

/** One snapshot by its id; undefined where it is not there, or not in sight. */
export async function findSnapshotById(tx: Transaction, snapshotId: string): Promise<SnapshotRow | undefined> {
  const rows: SnapshotRow[] = await tx.query(
    'select id, lab_id as "labId", digest, manifest, created_at as "createdAt" from snapshot where id = $1',
    [snapshotId],
  );
  return rows[0];
}

/** A dataset of which the newest picture does not hold what is delivered now, or there is no picture: since when it does not. */
export interface NewerDelivery {
  datasetId: string;
  since: Date;
}

/** Datasets that say something else now than the newest picture of a lab holds; none where it is as new as what was delivered. */
export const listNewerDeliveries = (tx: Transaction, labId: string): Promise<NewerDelivery[]> =>
  tx.query('select dataset_id as "datasetId", since from app.newer_deliveries($1) order by since, dataset_id', [labId]);

/** Whether a newer picture has been asked for and is not there yet. */
export async function isRefreshing(tx: Transaction, labId: string): Promise<boolean> {
  const rows: unknown[] = await tx.query(
    `select 1 from outbox where lab_id = $1 and job in ('factual-picture') and done_at is null and failed_at is null limit 1`,
    [labId],
  );
  return rows.length > 0;
}

export interface CellRow {
  areaCode: string;
  tier: 'own' | 'lab' | 'public';
  period: string;
  /** `coarser`: not published here, but in longer periods or larger areas. */
  state: 'shown' | 'withheld' | 'coarser';
  reports: number | null;
  ratePerThousand: number | null;
  /** Drawn towards the mean of its map, to one decimal. */
  smoothedRate: number | null;
  z: number | null;
  hotspot: 'hot' | 'cold' | 'none' | null;
}

/**
 * Which tier of a cell this person gets. `own`: the mirror. `lab`: the lab tier everywhere, or, where `labAreas` is given, in those areas
 * alone and the public tier everywhere else.
 */
export interface CellView {
  tier: 'own' | 'lab';
  labAreas?: readonly string[];
}

export interface SheetKey {
  labId: string;
  snapshotId: string;
  datasetId: string;
  level: string;
  grain: Grain;
  period: string;
  category: string;
}

const CELL = `area_code as "areaCode", tier, period, state, reports, rate_per_thousand::float8 as "ratePerThousand",
  round(smoothed_rate::numeric, 1)::float8 as "smoothedRate", z::float8 as z, hotspot`;

/** The cells of one map; an area without a row holds zero. */
export async function listSheet(tx: Transaction, key: SheetKey, view: CellView): Promise<CellRow[]> {
  const parameters: unknown[] = [
    key.labId,
    key.snapshotId,
    key.datasetId,
    key.level,
    key.grain,
    key.category,
    key.period,
  ];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`);
  return tx.query(
    `select ${CELL} from cell where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and level = $4 and grain = $5
       and category = $6 and period = $7 and ${tiers} order by area_code`,
    parameters,
  );
}

/** One area through time; a period without a row holds zero where it was delivered. */
export async function listTrend(
  tx: Transaction,
  key: Omit<SheetKey, 'period' | 'level'> & { areaCode: string },
  view: CellView,
): Promise<CellRow[]> {
  const parameters: unknown[] = [key.labId, key.snapshotId, key.datasetId, key.areaCode, key.category, key.grain];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`);
  return tx.query(
    `select ${CELL} from cell where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and area_code = $4
       and category = $5 and grain = $6 and ${tiers} order by period`,
    parameters,
  );
}

/** Whose rhythm is looked at. */
export interface RhythmKey {
  labId: string;
  snapshotId: string;
  datasetId: string;
  areaCode: string;
  category: string;
}

/** The cells of the rhythm of one area, by the hour and in blocks; an hour without a row holds zero. */
export async function listRhythm(
  tx: Transaction,
  key: RhythmKey,
  view: CellView,
): Promise<(CellRow & { grain: RhythmGrain })[]> {
  const { labId, snapshotId, datasetId, areaCode, category } = key;
  const parameters: unknown[] = [labId, snapshotId, datasetId, areaCode, category, RHYTHM_GRAINS];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`);
  return tx.query(
    `select ${CELL}, grain from cell where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and area_code = $4
       and category = $5 and grain = any($6) and ${tiers}`,
    parameters,
  );
}

/** A series with a rhythm, and how many of its hours or blocks have a number. */
export interface ToldRhythm {
  areaCode: string;
  level: string;
  category: string;
  shown: number;
}

/** Of which of these areas and categories a rhythm is told. */
export async function listToldRhythms(
  tx: Transaction,
  key: Pick<RhythmKey, 'labId' | 'snapshotId' | 'datasetId'>,
  areaCodes: readonly string[],
  categories: readonly string[],
  view: CellView,
): Promise<ToldRhythm[]> {
  const parameters: unknown[] = [key.labId, key.snapshotId, key.datasetId, areaCodes, categories, RHYTHM_GRAINS];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`);
  return tx.query(
    `select area_code as "areaCode", level, category, (count(*) filter (where state = 'shown'))::int as shown
     from cell where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and area_code = any($4) and category = any($5)
       and grain = any($6) and ${tiers} group by area_code, level, category`,
    parameters,
  );
}

/** A shown cell of another place, period or category than was asked for. */
export type NearCell = CellRow & { level: string; category: string };

/** What stands nearest to withheld cells: shown cells of the same areas and those above them, in these periods and categories. */
export async function listNearest(
  tx: Transaction,
  key: Pick<SheetKey, 'labId' | 'snapshotId' | 'datasetId'>,
  areaCodes: readonly string[],
  periods: readonly string[],
  categories: readonly string[],
  view: CellView,
): Promise<NearCell[]> {
  const parameters: unknown[] = [key.labId, key.snapshotId, key.datasetId, categories, areaCodes, periods];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`);
  return tx.query(
    `select ${CELL}, level, category from cell where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and category = any($4)
       and area_code = any($5) and period = any($6) and state = 'shown' and ${tiers}`,
    parameters,
  );
}

/** How many areas were tested for being a hotspot on this map; 0 where no test was made. */
export async function findTestedAreas(tx: Transaction, key: SheetKey): Promise<number> {
  const rows: { n: number }[] = await tx.query(
    `select tested_areas as n from hotspot_test where lab_id = $1 and snapshot_id = $2 and dataset_id = $3 and level = $4
       and grain = $5 and category = $6 and period = $7`,
    [key.labId, key.snapshotId, key.datasetId, key.level, key.grain, key.category, key.period],
  );
  return rows[0]?.n ?? 0;
}

/** Per dataset of the own organisation the categories that occur in it, from its own tier. */
export async function listOwnCategories(
  tx: Transaction,
  labId: string,
  snapshotId: string,
): Promise<Map<string, string[]>> {
  const rows: { datasetId: string; categories: string[] }[] = await tx.query(
    `select dataset_id as "datasetId", array_agg(distinct category order by category) as categories
     from cell where lab_id = $1 and snapshot_id = $2 and tier = 'own' and grain = 'all' and category <> 'all'
     group by dataset_id`,
    [labId, snapshotId],
  );
  return new Map(rows.map((row) => [row.datasetId, row.categories]));
}

/** Shown and withheld cells of all categories together, of some areas in some periods, of every source. */
export async function listAreaCells(
  tx: Transaction,
  key: { labId: string; snapshotId: string; areaCodes: readonly string[]; periods: readonly string[] },
  view: CellView,
): Promise<(CellRow & { datasetId: string; level: string })[]> {
  const parameters: unknown[] = [key.labId, key.snapshotId, ALL_CATEGORIES, key.areaCodes, key.periods];
  const tiers = tierCondition(view, (value) => `$${parameters.push(value)}`);
  return tx.query(
    `select ${CELL}, dataset_id as "datasetId", level from cell
     where lab_id = $1 and snapshot_id = $2 and category = $3 and area_code = any($4) and period = any($5) and ${tiers}
     order by area_code, period, dataset_id`,
    parameters,
  );
}
