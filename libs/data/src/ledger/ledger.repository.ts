import { createHash } from 'node:crypto';
import { ALL_SOURCES_ID } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** Stands for all sources together, where a dataset is named. */
export const EVERY_SOURCE = ALL_SOURCES_ID;

/** What an onlooker knows of the areas of one map: at least and at most so many reports, in the order of the area codes; null = no upper bound. */
export interface LedgerSheet {
  /** Of which the cells were published; left out where that is the snapshot of the entry. */
  snapshotId?: string;
  datasetId: string;
  level: string;
  grain: string;
  period: string;
  category: string;
  areaCodes: string[];
  lows: number[];
  highs: (number | null)[];
}

export interface NewLedgerEntry {
  labId: string;
  snapshotId: string;
  tier: 'lab' | 'public';
  /** `prepared`: made for everybody and not given to them. */
  kind: 'picture' | 'prepared' | 'release';
  /** Of a release alone. */
  releaseId: string | null;
  tableKey: string;
  policyVersion: string;
  /** How many cells each rule decided on. For the worker. */
  outcomes: Readonly<Record<string, number>>;
  requestedBy: string | null;
  checkedBy: readonly string[];
  standingId: string | null;
}

/** Enters what leaves, with every number of it, before it does. Gives the id of the entry. For the worker's role. */
export async function enterInLedger(
  tx: Transaction,
  entry: NewLedgerEntry,
  sheets: readonly LedgerSheet[],
): Promise<string> {
  const lines = JSON.stringify(
    sheets.map(
      ({ snapshotId = entry.snapshotId, datasetId, level, grain, period, category, areaCodes, lows, highs }) => ({
        snapshot_id: snapshotId,
        dataset_id: datasetId,
        level,
        grain,
        period,
        category,
        area_codes: areaCodes,
        lows,
        highs,
      }),
    ),
  );
  const rows: { id: string }[] = await tx.query(
    `insert into ledger_entry (lab_id, snapshot_id, kind, release_id, tier, table_key, digest, policy_version, lines, outcomes,
                               requested_by, checked_by, standing_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) returning id`,
    [
      entry.labId,
      entry.snapshotId,
      entry.kind,
      entry.releaseId,
      entry.tier,
      entry.tableKey,
      createHash('sha256').update(lines).digest('hex'),
      entry.policyVersion,
      sheets.reduce((sum, { areaCodes }) => sum + areaCodes.length, 0),
      JSON.stringify(entry.outcomes),
      entry.requestedBy,
      entry.checkedBy,
      entry.standingId,
    ],
  );
  const id = rows[0]!.id;
  await tx.query(
    `insert into ledger_line (entry_id, lab_id, snapshot_id, dataset_id, level, grain, period, category, area_codes, lows, highs)
     select $1::uuid, $2::uuid, l.* from jsonb_to_recordset($3::jsonb)
       as l(snapshot_id uuid, dataset_id uuid, level text, grain text, period text, category text, area_codes text[], lows int[], highs int[])`,
    [id, entry.labId, lines],
  );
  return id;
}

export interface ReleasedSheet extends LedgerSheet {
  entryId: string;
  snapshotId: string;
  /** Of the snapshot. */
  digest: string;
  tier: 'lab' | 'public';
  kind: NewLedgerEntry['kind'];
}

/** Everything that a lab ever published or prepared, oldest first. For the worker's role. */
export const listLedger = (tx: Transaction, labId: string): Promise<ReleasedSheet[]> =>
  tx.query(
    `select l.entry_id as "entryId", l.snapshot_id as "snapshotId", s.digest, e.tier, e.kind, l.dataset_id as "datasetId", l.level, l.grain,
            l.period, l.category, l.area_codes as "areaCodes", l.lows, l.highs
     from ledger_line l join ledger_entry e on e.id = l.entry_id join snapshot s on s.id = l.snapshot_id
     where l.lab_id = $1 order by e.entered_at, e.id, l.snapshot_id, l.dataset_id, l.level, l.grain, l.period, l.category`,
    [labId],
  );

/** Labs in which an organisation of this lab takes part as well: their figures may rest on the same rows. */
export async function listLabsWithSharedParticipants(tx: Transaction, labId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select id from app.labs_with_shared_participants($1) as id order by id',
    [labId],
  );
  return rows.map(({ id }) => id);
}
