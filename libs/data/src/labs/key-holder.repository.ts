import type { Transaction } from '../database.js';

/** One holder of a lab's key as it was registered: what its key service published, and where it answers. All public. */
export interface KeyHolderRow {
  holderId: string;
  url: string;
  suite: string;
  context: string;
  publicKey: string;
  possession: string;
}

/** The holders of a lab's key, by id; for whom row-level security lets through. */
export const listKeyHolders = (tx: Transaction, labId: string): Promise<KeyHolderRow[]> =>
  tx.query(
    `select holder_id as "holderId", url, suite, context, public_key as "publicKey", possession
     from key_holder where lab_id = $1 order by holder_id`,
    [labId],
  );

/**
 * Registers a holder, or says where a registered one answers now. The key of a registered holder never changes: false where this one
 * brings another.
 */
export async function registerKeyHolder(tx: Transaction, labId: string, holder: KeyHolderRow): Promise<boolean> {
  const { holderId, url, suite, context, publicKey, possession } = holder;
  const rows: unknown[] = await tx.query(
    `insert into key_holder (lab_id, holder_id, url, suite, context, public_key, possession)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (lab_id, holder_id) do update set url = excluded.url
       where key_holder.public_key = excluded.public_key
     returning 1`,
    [labId, holderId, url, suite, context, publicKey, possession],
  );
  return rows.length > 0;
}

/** Whether keys were made in a lab: then its holders are for good. */
export async function areKeysInUse(tx: Transaction, labId: string): Promise<boolean> {
  const rows: { inUse: boolean }[] = await tx.query('select app.keys_in_use($1) as "inUse"', [labId]);
  return rows[0]!.inUse;
}

/** Says where a registered holder answers now. */
export const moveKeyHolder = (tx: Transaction, labId: string, holderId: string, url: string): Promise<unknown> =>
  tx.query('update key_holder set url = $3 where lab_id = $1 and holder_id = $2', [labId, holderId, url]);
