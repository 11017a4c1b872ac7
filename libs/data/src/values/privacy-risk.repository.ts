import type { Transaction } from '../database.js';

/** The risk in the rows of a snapshot, in bands; typed by the feature that writes it. */
export interface PrivacyRiskRow {
  snapshotId: string;
  /** Null: over all sources together. */
  datasetId: string | null;
  organisationId: string | null;
  document: unknown;
  computedAt: Date;
}

/** What is known of the risk in one snapshot: per source, and over all where that was counted. */
export const listPrivacyRisk = (tx: Transaction, snapshotId: string): Promise<PrivacyRiskRow[]> =>
  tx.query(
    `select snapshot_id as "snapshotId", dataset_id as "datasetId", organisation_id as "organisationId", document, computed_at as "computedAt"
     from privacy_risk where snapshot_id = $1 order by dataset_id nulls first`,
    [snapshotId],
  );

/** The exact figures of the own organisation's sources, as row-level security lets them through. */
export const listOwnPrivacyRisk = (
  tx: Transaction,
  snapshotId: string,
): Promise<{ datasetId: string; document: unknown }[]> =>
  tx.query('select dataset_id as "datasetId", document from privacy_risk_own where snapshot_id = $1 order by 1', [
    snapshotId,
  ]);

/** The risk of one source, or of all together, as the worker found it. */
export interface NewPrivacyRisk {
  source: { datasetId: string; organisationId: string } | null;
  banded: unknown;
  /** Null for all sources together: nobody sees those exact. */
  exact: unknown;
}

/** Keeps what was found in a snapshot instead of what was kept of it before, and of older snapshots. The same twice is the same. */
export async function savePrivacyRisk(
  tx: Transaction,
  labId: string,
  snapshotId: string,
  { found, evidence }: { found: readonly NewPrivacyRisk[]; evidence: unknown },
  at: Date,
): Promise<void> {
  for (const table of ['privacy_risk', 'privacy_risk_own', 'value_evidence'])
    await tx.query(`delete from ${table} where lab_id = $1`, [labId]);
  for (const { source, banded, exact } of found) {
    await tx.query(
      `insert into privacy_risk (lab_id, snapshot_id, dataset_id, organisation_id, document, computed_at)
       values ($1, $2, $3, $4, $5, $6)`,
      [labId, snapshotId, source?.datasetId ?? null, source?.organisationId ?? null, JSON.stringify(banded), at],
    );
    if (source !== null)
      await tx.query(
        `insert into privacy_risk_own (lab_id, snapshot_id, dataset_id, organisation_id, document, computed_at)
         values ($1, $2, $3, $4, $5, $6)`,
        [labId, snapshotId, source.datasetId, source.organisationId, JSON.stringify(exact), at],
      );
  }
  await tx.query('insert into value_evidence (snapshot_id, lab_id, document, computed_at) values ($1, $2, $3, $4)', [
    snapshotId,
    labId,
    JSON.stringify(evidence),
    at,
  ]);
}

/** What the worker read from the protected picture of a snapshot; undefined until it has. */
export async function findValueEvidence(tx: Transaction, snapshotId: string): Promise<unknown> {
  const rows: { document: unknown }[] = await tx.query('select document from value_evidence where snapshot_id = $1', [
    snapshotId,
  ]);
  return rows[0]?.document;
}

/** For the lab's participants: how much of what is shown lies in the busiest fifth of the areas of a source, from protected cells alone. */
export interface ShownByArea {
  datasetId: string;
  level: string;
  reports: number[];
}

/** The shown cells of all categories over all years, per source and level, largest first; what is withheld or zero is not among them. */
export const listShownByArea = (tx: Transaction, labId: string, snapshotId: string): Promise<ShownByArea[]> =>
  tx.query(
    `select dataset_id as "datasetId", level, array_agg(reports order by reports desc, area_code) as reports
     from cell where lab_id = $1 and snapshot_id = $2 and tier = 'lab' and grain = 'all' and category = 'all' and state = 'shown'
     group by dataset_id, level order by dataset_id, level`,
    [labId, snapshotId],
  );
