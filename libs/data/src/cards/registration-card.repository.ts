import type { Transaction } from '../database.js';

/** One version of a registration card as it is stored; the document is typed by the feature that writes it. */
export interface RegistrationCardRow {
  datasetId: string;
  version: number;
  document: unknown;
  /** Name of who made it, for colleagues; null for all others. */
  madeBy: string | null;
  madeAt: Date;
}

const CARD = `select c.dataset_id as "datasetId", c.version, c.document, p.name as "madeBy", c.made_at as "madeAt"
  from registration_card c left join person p on p.id = c.made_by`;

/** The newest card of a dataset; undefined where there is none. */
export async function findCard(tx: Transaction, datasetId: string): Promise<RegistrationCardRow | undefined> {
  const rows: RegistrationCardRow[] = await tx.query(
    `${CARD} where c.dataset_id = $1 order by c.version desc limit 1`,
    [datasetId],
  );
  return rows[0];
}

/** Every version of a dataset's card, newest first, 100 at most. */
export const listCardVersions = (tx: Transaction, datasetId: string): Promise<RegistrationCardRow[]> =>
  tx.query(`${CARD} where c.dataset_id = $1 order by c.version desc limit 100`, [datasetId]);

/** The datasets of a lab that have a card. */
export async function listDatasetsWithCard(tx: Transaction, labId: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    'select distinct dataset_id as id from registration_card where lab_id = $1',
    [labId],
  );
  return rows.map(({ id }) => id);
}

export interface NewCard {
  datasetId: string;
  labId: string;
  organisationId: string;
  document: unknown;
  madeBy: string;
  madeAt: Date;
}

/** Adds the next version; two at once get two numbers. */
export async function insertCard(tx: Transaction, card: NewCard): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 1))', [card.datasetId]);
  await tx.query(
    `insert into registration_card (dataset_id, version, lab_id, organisation_id, document, made_by, made_at)
     select $1::uuid, coalesce(max(version), 0) + 1, $2::uuid, $3::uuid, $4::jsonb, $5::uuid, $6::timestamptz
     from registration_card where dataset_id = $1`,
    [card.datasetId, card.labId, card.organisationId, JSON.stringify(card.document), card.madeBy, card.madeAt],
  );
}
