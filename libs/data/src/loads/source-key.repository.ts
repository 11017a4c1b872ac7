import type { Transaction } from '../database.js';

/** Which key the pseudonyms of a dataset are stored under: its fingerprint, never the key, which is outside the database. */
export interface KnownSourceKey {
  labId: string;
  datasetId: string;
  fingerprint: string;
}

export async function findSourceKey(tx: Transaction, datasetId: string): Promise<KnownSourceKey | undefined> {
  const rows: KnownSourceKey[] = await tx.query(
    'select lab_id as "labId", dataset_id as "datasetId", fingerprint from source_key where dataset_id = $1',
    [datasetId],
  );
  return rows[0];
}

/** Remembers the key that a source was given; the first one stays. */
export async function keepSourceKey(tx: Transaction, { labId, datasetId, fingerprint }: KnownSourceKey): Promise<void> {
  await tx.query(
    'insert into source_key (lab_id, dataset_id, fingerprint) values ($1, $2, $3) on conflict (dataset_id) do nothing',
    [labId, datasetId, fingerprint],
  );
}
