import type { DatasetKind, OrganisationType } from '@datalab/domain';
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
  retentionMonths: number;
  isOpen: boolean;
  /** How its files are read: for its own organisation alone, null for all others. */
  mapping: unknown;
}

const DATASET = `select d.id, d.lab_id as "labId", d.organisation_id as "organisationId", o.name as "organisationName",
    o.type as "organisationType", d.name, d.kind, d.vocabulary_name as "vocabularyName",
    d.vocabulary_version as "vocabularyVersion", d.legal_basis as "legalBasis", d.purpose,
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
