import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import { unavailable } from '@datalab/domain';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database, Transaction } from '../database.js';
import { findSnapshot } from './picture.read-model.js';

export interface NewSnapshot {
  labId: string;
  digest: string;
  manifest: unknown;
  /** The newest snapshot when its rows were looked at; undefined where there was none. */
  follows: string | undefined;
  /** What of the cells before these is kept, because not enough changed in them; left out where nothing is. */
  keeps?: {
    periods: readonly { datasetId: string; period: string }[];
    thawed: readonly { tier: string; datasetId: string; period: string; category: string; areaCode: string }[];
  };
}

const CELL_COLUMNS = `tier, organisation_id, dataset_id, level, grain, period, category, area_code, state, reports,
  rate_per_thousand, smoothed_rate, z, hotspot`;
const TEST_COLUMNS = 'organisation_id, dataset_id, level, grain, period, category, tested_areas';

/**
 * Writes a snapshot with its protected cells and hotspot tests (PostgreSQL's text format, in the order of the columns above), whole or
 * not at all. Older snapshots of the lab keep their row; their cells go, for the newest picture is the one that is shown. Throws
 * Unavailable where another was saved since the rows were looked at: it may know more than these.
 */
export async function saveSnapshot(
  database: Database,
  snapshot: NewSnapshot,
  rows: { cells: Readable; tests: Readable },
  inTheSameTransaction: (tx: Transaction, snapshotId: string) => Promise<void>,
): Promise<string> {
  return database.inTransaction({ labId: snapshot.labId }, async (tx) => {
    await tx.query(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [snapshot.labId]);
    if ((await findSnapshot(tx, snapshot.labId))?.id !== snapshot.follows)
      throw unavailable('picture.overtaken', 'Another picture of this lab was made meanwhile.');
    const inserted: { id: string }[] = await tx.query(
      'insert into snapshot (lab_id, digest, manifest) values ($1, $2, $3) returning id',
      [snapshot.labId, snapshot.digest, JSON.stringify(snapshot.manifest)],
    );
    const id = inserted[0]!.id;
    await copyInto(tx, 'cell', CELL_COLUMNS, rows.cells, snapshot.labId, id);
    if (snapshot.keeps !== undefined) await keepCells(tx, snapshot, id);
    await copyInto(tx, 'hotspot_test', TEST_COLUMNS, rows.tests, snapshot.labId, id);
    for (const table of ['cell', 'hotspot_test'])
      await tx.query(`delete from ${table} where lab_id = $1 and snapshot_id <> $2`, [snapshot.labId, id]);
    await inTheSameTransaction(tx, id);
    return id;
  });
}

/** The cells of lab and public of the snapshot before, of periods that are still delivered and in which not enough changed. */
async function keepCells(tx: Transaction, { labId, follows, keeps }: NewSnapshot, id: string): Promise<void> {
  await tx.query(
    `create temporary table thawed on commit drop as
     select t.tier, t."datasetId" as dataset_id, t.period, t.category, t."areaCode" as area_code
     from jsonb_to_recordset($1::jsonb) as t(tier text, "datasetId" uuid, period text, category text, "areaCode" text)`,
    [JSON.stringify(keeps!.thawed)],
  );
  // Tens of thousands, of which the planner must know.
  await tx.query('analyze thawed');
  await tx.query(
    `insert into cell (lab_id, snapshot_id, ${CELL_COLUMNS})
     select c.lab_id, $3::uuid, ${CELL_COLUMNS.replaceAll(/[a-z_]+/g, 'c.$&')} from cell c
     where c.lab_id = $1 and c.snapshot_id = $2 and c.tier in ('lab', 'public')
       and (c.dataset_id, c.period) in (
         select k."datasetId", k.period from jsonb_to_recordset($4::jsonb) as k("datasetId" uuid, period text))
       and not exists (
         select from thawed t where t.tier = c.tier and t.dataset_id = c.dataset_id and t.period = c.period
           and t.category = c.category and t.area_code = c.area_code)
     on conflict do nothing`,
    [labId, follows, id, JSON.stringify(keeps!.periods)],
  );
}

/** COPY does not write through row-level security: the rows pass by way of a table of this transaction. */
async function copyInto(
  tx: Transaction,
  table: 'cell' | 'hotspot_test',
  columns: string,
  rows: Readable,
  labId: string,
  snapshotId: string,
): Promise<void> {
  await tx.query(`create temporary table new_${table} on commit drop as select ${columns} from ${table} with no data`);
  const client = (await tx.queryRunner!.connect()) as PoolClient;
  await pipeline(rows, client.query(copyFrom(`copy new_${table} (${columns}) from stdin`)));
  await tx.query(
    `insert into ${table} (lab_id, snapshot_id, ${columns}) select $1::uuid, $2::uuid, ${columns} from new_${table}`,
    [labId, snapshotId],
  );
}
