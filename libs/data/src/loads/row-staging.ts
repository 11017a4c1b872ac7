import { pipeline } from 'node:stream/promises';
import type { Readable } from 'node:stream';
import type { DatasetKind } from '@datalab/domain';
import type { PoolClient } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import type { Database, DatabaseContext, Transaction } from '../database.js';

/** Where the rows of a kind of dataset go, and in which columns they come. */
export interface RowTarget {
  table: 'report' | 'report_count' | 'provision_use_row';
  /** In the order of the COPY stream; the load's own ids are added here and not sent with each row. */
  columns: readonly string[];
}

export const REPORT_TARGET: RowTarget = {
  table: 'report',
  columns: [
    'record_hash',
    'occurred_on',
    'occurred_precision',
    'occurred_hour',
    'registered_on',
    'source_category',
    'category',
    'placement',
    'area_code',
    'grid_cell',
    'household_key',
    'household_role',
    'address_kind',
    'person_key',
    'reporter_key',
    'reporter_type',
    'confused_behaviour',
    'near_care_location',
    'persons_band',
    'channel',
    'status',
    'closed_on',
    'check_key',
  ],
};

export const COUNT_TARGET: RowTarget = {
  table: 'report_count',
  columns: ['record_hash', 'period', 'starts_on', 'placement', 'area_code', 'source_category', 'category', 'count'],
};

export const PROVISION_USE_TARGET: RowTarget = {
  table: 'provision_use_row',
  columns: ['record_hash', 'household_key', 'person_key', 'month', 'starts_on', 'placement', 'area_code', 'provision'],
};

/** Where each kind of dataset keeps its rows. */
export const ROW_TARGETS: Readonly<Record<DatasetKind, RowTarget>> = {
  records: REPORT_TARGET,
  counts: COUNT_TARGET,
  provision_use: PROVISION_USE_TARGET,
};

export interface LoadKey {
  labId: string;
  organisationId: string;
  datasetId: string;
  loadId: string;
}

/**
 * Streams rows (PostgreSQL's text format) into the target, whole or not at all: they go to a staging table first, for COPY does not
 * write through row-level security, and become rows of the load in the same transaction that `decide` runs in. When the stream or
 * `decide` throws, nothing of it is left. A record hash that occurs twice in one load is reported as `Duplicate`.
 */
export async function stageRows(
  database: Database,
  context: DatabaseContext,
  target: RowTarget,
  key: LoadKey,
  rows: Readable,
  decide: (tx: Transaction) => Promise<'keep' | 'drop'>,
): Promise<void> {
  await database.inTransaction(context, async (tx) => {
    const columns = target.columns.join(', ');
    await tx.query(
      `create temporary table staging on commit drop as select ${columns} from ${target.table} with no data`,
    );
    const client = (await tx.queryRunner!.connect()) as PoolClient;
    await pipeline(rows, client.query(copyFrom(`copy staging (${columns}) from stdin`)));
    if ((await decide(tx)) === 'drop') return;
    await tx.query(
      `insert into ${target.table} (lab_id, organisation_id, dataset_id, load_id, ${columns})
       select $1::uuid, $2::uuid, $3::uuid, $4::uuid, ${columns} from staging`,
      [key.labId, key.organisationId, key.datasetId, key.loadId],
    );
  });
}
