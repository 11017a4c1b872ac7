import type { Transaction } from '../database.js';
import { LoadEntity } from './load.entity.js';
import { insertLoad, type NewLoad } from './load.repository.js';

/** A call of submitReports that was accepted before. */
export interface Submission {
  loadId: string;
  contentSha256: string;
  rows: number;
}

/** From here to the end of the transaction submissions to this dataset come one after the other. */
export async function lockSubmissions(tx: Transaction, datasetId: string): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [datasetId]);
}

export async function findSubmission(
  tx: Transaction,
  datasetId: string,
  idempotencyKey: string,
): Promise<Submission | undefined> {
  const rows: Submission[] = await tx.query(
    `select load_id as "loadId", content_sha256 as "contentSha256", rows from submission
     where dataset_id = $1 and idempotency_key = $2`,
    [datasetId, idempotencyKey],
  );
  return rows[0];
}

/** The first day on which reports of this dataset were submitted, `YYYY-MM-DD`; undefined where none ever were. */
export async function findFirstSubmittedDay(tx: Transaction, datasetId: string): Promise<string | undefined> {
  const rows: { day: string | null }[] = await tx.query(
    `select min(submitted_on)::text as day from load where dataset_id = $1 and origin = 'submissions'`,
    [datasetId],
  );
  return rows[0]?.day ?? undefined;
}

/** The load that takes what is submitted on this day; opened where there is none. Under `lockSubmissions`. */
export async function openSubmissionsLoad(
  tx: Transaction,
  load: Omit<NewLoad, 'covers'>,
  day: string,
): Promise<{ load: LoadEntity; isNew: boolean }> {
  const open = await tx.findOneBy(LoadEntity, {
    datasetId: load.datasetId,
    origin: 'submissions',
    submittedOn: day,
    state: 'receiving',
  });
  if (open !== null) return { load: open, isNew: false };
  const made = await insertLoad(tx, { ...load, covers: [{ from: day, to: day }], submittedOn: day });
  return { load: made, isNew: true };
}

export interface SubmittedReport {
  recordHash: string;
  occurredOn: string;
  /** The canonical row as one line of NDJSON, without its end. */
  line: string;
}

/** Writes the reports, in the place of what was submitted before under the same record hash; gives the days that changed by it. */
export async function putSubmittedReports(
  tx: Transaction,
  { labId, organisationId, datasetId, id }: LoadEntity,
  reports: readonly SubmittedReport[],
): Promise<string[]> {
  const hashes = reports.map(({ recordHash }) => recordHash);
  const before: { day: string }[] = await tx.query(
    'select distinct occurred_on::text as day from submitted_report where dataset_id = $1 and record_hash = any($2)',
    [datasetId, hashes],
  );
  await tx.query(
    `insert into submitted_report (lab_id, organisation_id, dataset_id, load_id, record_hash, occurred_on, line)
     select $1, $2, $3, $4, r.record_hash, r.occurred_on, r.line
     from unnest($5::text[], $6::date[], $7::text[]) as r(record_hash, occurred_on, line)
     on conflict (dataset_id, record_hash) do update
       set occurred_on = excluded.occurred_on, load_id = excluded.load_id, line = excluded.line`,
    [
      labId,
      organisationId,
      datasetId,
      id,
      hashes,
      reports.map(({ occurredOn }) => occurredOn),
      reports.map(({ line }) => line),
    ],
  );
  return [...new Set([...before.map(({ day }) => day), ...reports.map(({ occurredOn }) => occurredOn)])].sort();
}

export async function insertSubmission(
  tx: Transaction,
  load: LoadEntity,
  submission: { idempotencyKey: string; contentSha256: string; rows: number; days: string[]; createdBy: string },
): Promise<void> {
  const { idempotencyKey, contentSha256, rows, days, createdBy } = submission;
  await tx.query(
    `insert into submission (lab_id, organisation_id, dataset_id, load_id, idempotency_key, content_sha256, rows, days, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [load.labId, load.organisationId, load.datasetId, load.id, idempotencyKey, contentSha256, rows, days, createdBy],
  );
}
