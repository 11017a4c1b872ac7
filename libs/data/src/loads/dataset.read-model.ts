import type { DatasetKind, OrganisationType, Purpose } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface DatasetRow {
  id: string;
  labId: string;
  organisationId: string;
  organisationName: string;
  organisationType: OrganisationType;
  name: string;
  kind: DatasetKind;
  vocabularyName: string;
  vocabularyVersion: string;
  legalBasis: string;
  purpose: string;
  /** For what it may be used, of the closed list; null where only the agreement says so. */
  purposes: Purpose[] | null;
  retentionMonths: number;
  isOpen: boolean;
  /** How its files are read: for its own organisation alone, null for all others. */
  mapping: unknown;
}

const DATASET = `select d.id, d.lab_id as "labId", d.organisation_id as "organisationId", o.name as "organisationName",
    o.type as "organisationType", d.name, d.kind, d.vocabulary_name as "vocabularyName",
    d.vocabulary_version as "vocabularyVersion", d.legal_basis as "legalBasis", d.purpose, d.purposes,
    d.retention_months as "retentionMonths", d.is_open as "isOpen",
    case when d.organisation_id = (select app.organisation_id()) then d.mapping end as mapping
  from dataset d join organisation o on o.id = d.organisation_id`;

export const listDatasets = (tx: Transaction, labId: string): Promise<DatasetRow[]> =>
  tx.query(`${DATASET} where d.lab_id = $1 order by o.name, d.name`, [labId]);

export async function findDataset(tx: Transaction, datasetId: string): Promise<DatasetRow | undefined> {
  const rows: DatasetRow[] = await tx.query(`${DATASET} where d.id = $1`, [datasetId]);
  return rows[0];
}

export async function saveMapping(tx: Transaction, datasetId: string, mapping: unknown): Promise<void> {
  await tx.query('update dataset set mapping = $2 where id = $1', [datasetId, JSON.stringify(mapping)]);
}

/** What an organisation promises to bring: a dataset that has not been made yet. */
export type NewDataset = Pick<
  DatasetRow,
  | 'labId'
  | 'organisationId'
  | 'name'
  | 'kind'
  | 'vocabularyName'
  | 'vocabularyVersion'
  | 'legalBasis'
  | 'purpose'
  | 'purposes'
  | 'retentionMonths'
  | 'isOpen'
>;

/** Makes a dataset and gives its id; undefined where its organisation has one of this name in the lab. Its key is made of its id. */
export async function insertDataset(tx: Transaction, dataset: NewDataset): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(
    `insert into dataset (id, lab_id, organisation_id, key, name, kind, vocabulary_name, vocabulary_version, legal_basis, purpose, purposes,
       retention_months, is_open)
     select made.id, $1::uuid, $2::uuid, 'dataset-' || made.id, $3::text, $4, $5, $6, $7, $8, $9::text[], $10::int, $11::boolean
     from (select uuidv7() as id) made
     where not exists (select from dataset d where d.lab_id = $1 and d.organisation_id = $2 and lower(d.name) = lower($3))
     returning id`,
    [
      dataset.labId,
      dataset.organisationId,
      dataset.name,
      dataset.kind,
      dataset.vocabularyName,
      dataset.vocabularyVersion,
      dataset.legalBasis,
      dataset.purpose,
      dataset.purposes,
      dataset.retentionMonths,
      dataset.isOpen,
    ],
  );
  return rows[0]?.id;
}

/** What can be put right of a promise. */
export type DatasetPromise = Omit<NewDataset, 'labId' | 'organisationId'>;

/** Puts right what was promised; false, and nothing changed, where the organisation has another dataset of this name in the lab. */
export async function updatePromise(tx: Transaction, id: string, promise: DatasetPromise): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `update dataset own set name = $2, kind = $3, vocabulary_name = $4, vocabulary_version = $5, legal_basis = $6, purpose = $7, purposes = $8::text[],
       retention_months = $9, is_open = $10,
       mapping = case when kind = $3 then mapping end
     where id = $1 and not exists (
       select from dataset d where d.lab_id = own.lab_id and d.organisation_id = own.organisation_id and d.id <> own.id and lower(d.name) = lower($2))`,
    [
      id,
      promise.name,
      promise.kind,
      promise.vocabularyName,
      promise.vocabularyVersion,
      promise.legalBasis,
      promise.purpose,
      promise.purposes,
      promise.retentionMonths,
      promise.isOpen,
    ],
  );
  return changed > 0;
}

/** Takes a promise back; false where the walls leave it. Fails on what still refers to it (foreign key). */
export async function deleteDataset(tx: Transaction, id: string): Promise<boolean> {
  const [, gone]: [unknown, number] = await tx.query('delete from dataset where id = $1', [id]);
  return gone > 0;
}

/** Whether anything of a dataset came in, and whether an output shell names it. */
export async function standsOnDataset(tx: Transaction, id: string): Promise<{ delivered: boolean; inShell: boolean }> {
  const rows: { delivered: boolean; inShell: boolean }[] = await tx.query(
    'select app.is_delivered($1) as delivered, app.is_in_shell($1) as "inShell"',
    [id],
  );
  return rows[0]!;
}
