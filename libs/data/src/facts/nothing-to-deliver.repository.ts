import type { Transaction } from '../database.js';

/** That an organisation has nothing: for this lab at all, or for one dataset that it promised. */
export interface NothingToDeliverRow {
  id: string;
  labId: string;
  organisationId: string;
  /** Null: the organisation has nothing at all. */
  datasetId: string | null;
  reason: string;
  declaredAt: Date;
}

const NOTHING = `select id, lab_id as "labId", organisation_id as "organisationId", dataset_id as "datasetId", reason,
    declared_at as "declaredAt" from nothing_to_deliver`;

/** What was declared in a lab and not taken back. */
export const listNothingToDeliver = (tx: Transaction, labId: string): Promise<NothingToDeliverRow[]> =>
  tx.query(`${NOTHING} where lab_id = $1 and ended_at is null order by declared_at, id`, [labId]);

/** One that was not taken back. */
export async function findNothingToDeliver(tx: Transaction, id: string): Promise<NothingToDeliverRow | undefined> {
  const rows: NothingToDeliverRow[] = await tx.query(`${NOTHING} where id = $1 and ended_at is null`, [id]);
  return rows[0];
}

export type NewNothing = Omit<NothingToDeliverRow, 'id'> & { declaredBy: string };

/** Declares it; undefined where it is declared already. */
export async function insertNothing(tx: Transaction, nothing: NewNothing): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(
    `insert into nothing_to_deliver (lab_id, organisation_id, dataset_id, reason, declared_by, declared_at)
     values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning id`,
    [nothing.labId, nothing.organisationId, nothing.datasetId, nothing.reason, nothing.declaredBy, nothing.declaredAt],
  );
  return rows[0]?.id;
}

/** Takes a declaration back. */
export const endNothing = (tx: Transaction, id: string, by: string, at: Date): Promise<unknown> =>
  tx.query('update nothing_to_deliver set ended_by = $2, ended_at = $3 where id = $1 and ended_at is null', [
    id,
    by,
    at,
  ]);
