import type { Transaction } from '../database.js';
import type { LoadEntity } from '../loads/load.entity.js';

/** A quality report as it is stored; the documents are typed by the feature that writes them. */
export interface QualityRow {
  loadId: string;
  labId: string;
  organisationId: string;
  datasetId: string;
  document: unknown;
  computedAt: Date;
  acceptedAt: Date | null;
  /** Name of the steward who accepted it. */
  acceptedBy: string | null;
  remark: string | null;
}

/** What the lab may know of the quality of a load: bands. */
export interface QualitySummaryRow {
  loadId: string;
  datasetId: string;
  organisationId: string;
  document: unknown;
  computedAt: Date;
  acceptedAt: Date | null;
}

/** Keeps a report with its summary; one that is there already is left with its acceptance, so that a job may run twice. */
export async function saveQuality(
  tx: Transaction,
  load: Pick<LoadEntity, 'id' | 'labId' | 'organisationId' | 'datasetId'>,
  documents: { report: unknown; summary: unknown },
  at: Date,
): Promise<void> {
  const key = [load.id, load.labId, load.organisationId, load.datasetId];
  for (const [table, document] of [
    ['quality_report', documents.report],
    ['quality_summary', documents.summary],
  ] as const)
    await tx.query(
      `insert into ${table} (load_id, lab_id, organisation_id, dataset_id, document, computed_at)
       values ($1, $2, $3, $4, $5, $6) on conflict (load_id) do nothing`,
      [...key, JSON.stringify(document), at],
    );
}

/** The exact report of a load, for its own organisation; undefined until it was made. */
export async function findQuality(tx: Transaction, loadId: string): Promise<QualityRow | undefined> {
  const rows: QualityRow[] = await tx.query(
    `select q.load_id as "loadId", q.lab_id as "labId", q.organisation_id as "organisationId", q.dataset_id as "datasetId",
            q.document, q.computed_at as "computedAt", q.accepted_at as "acceptedAt", p.name as "acceptedBy", q.remark
     from quality_report q left join person p on p.id = q.accepted_by where q.load_id = $1`,
    [loadId],
  );
  return rows[0];
}

/** Of each dataset of a lab the summary of its newest load that counts, where it was made. */
export const listQualitySummaries = (tx: Transaction, labId: string): Promise<QualitySummaryRow[]> =>
  tx.query(
    `select q.load_id as "loadId", q.dataset_id as "datasetId", q.organisation_id as "organisationId", q.document,
            q.computed_at as "computedAt", q.accepted_at as "acceptedAt"
     from app.accepted_quality() a join quality_summary q on q.load_id = a.load_id where a.lab_id = $1`,
    [labId],
  );

/** Writes down that its steward accepts the report. */
export async function acceptQuality(
  tx: Transaction,
  loadId: string,
  { personId, at, remark }: { personId: string; at: Date; remark: string | null },
): Promise<void> {
  await tx.query('update quality_report set accepted_by = $2, accepted_at = $3, remark = $4 where load_id = $1', [
    loadId,
    personId,
    at,
    remark,
  ]);
  await tx.query('update quality_summary set accepted_at = $2 where load_id = $1', [loadId, at]);
}

/** Per dataset of which anything counts: whether the quality report of its newest load is accepted. */
export const listAcceptedQuality = (
  tx: Transaction,
  labId: string,
): Promise<{ datasetId: string; accepted: boolean }[]> =>
  tx.query('select dataset_id as "datasetId", accepted from app.accepted_quality() where lab_id = $1', [labId]);
