import type { DatasetKind } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { ROW_TARGETS } from '../loads/row-staging.js';

/** Why rows go. */
export type DeletionReason = 'withdrawn' | 'expired' | 'replaced' | 'closed';

/** Days of a load whose rows are due to be deleted. */
export interface DueRows {
  loadId: string;
  datasetId: string;
  organisationId: string;
  kind: DatasetKind;
  revision: number;
  reason: DeletionReason;
  /** A date multirange, as PostgreSQL writes it. */
  days: string;
}

/**
 * What is due in a lab on a day (`YYYY-MM-DD`): all of a withdrawn load; months of which the first day is further back than the dataset's
 * retention; days that a newer load has covered for longer than the dataset keeps what was replaced. At most one reason per day, in that
 * order; by load.
 */
export const listDueRows = (tx: Transaction, labId: string, today: string): Promise<DueRows[]> =>
  tx.query(
    `with term as (
       select l.id, l.dataset_id, l.organisation_id, l.revision, l.state, l.covers - l.deleted_covers as left_over, d.kind,
              d.keep_replaced_days, ($2::date - make_interval(months => d.retention_months))::date as oldest
       from load l join dataset d on d.id = l.dataset_id
       where l.lab_id = $1 and l.state in ('accepted', 'withdrawn') and not l.unchanged),
     judged as (
       select t.*,
              case when state = 'withdrawn' then left_over else '{}' end as withdrawn,
              left_over * datemultirange(daterange(null,
                (date_trunc('month', oldest) + case when extract(day from oldest) > 1 then interval '1 month' else interval '0' end)::date))
                as expired,
              left_over * coalesce((select range_agg(n.covers) from load n
                 where n.dataset_id = t.dataset_id and n.state = 'accepted' and not n.unchanged and n.revision > t.revision
                   and n.decided_at < $2::date - make_interval(days => t.keep_replaced_days)), '{}'::datemultirange) as replaced
       from term t where not isempty(left_over)),
     due as (
       select j.*, r.reason,
              case r.reason when 'withdrawn' then withdrawn
                            when 'expired' then case when state = 'withdrawn' then '{}' else expired end
                            else case when state = 'withdrawn' then '{}' else replaced - expired end end as days
       from judged j cross join (values ('withdrawn'), ('expired'), ('replaced')) r(reason))
     select id as "loadId", dataset_id as "datasetId", organisation_id as "organisationId", kind, revision, reason, days::text as days
     from due where not isempty(days) order by id, reason`,
    [labId, today],
  );

const DAY: Readonly<Record<DatasetKind, string>> = {
  records: 'occurred_on',
  counts: 'starts_on',
  provision_use: 'starts_on',
};

/**
 * Deletes the rows of these days and marks the days as deleted, so that they are a gap. The digest is SHA-256 over the SHA-256 (hex, one a
 * line) of the record hashes (one a line, ascending) of each first two characters, ascending: who kept the hashes can check it. Null where
 * there was no row.
 */
export async function deleteRows(
  tx: Transaction,
  labId: string,
  due: DueRows,
): Promise<{ rows: number; digest: string | null }> {
  const { table } = ROW_TARGETS[due.kind];
  const gone: { rows: number; digest: string | null }[] = await tx.query(
    `with gone as (
       delete from ${table} where lab_id = $1 and load_id = $2 and $3::datemultirange @> ${DAY[due.kind]} returning record_hash),
     parts as (
       select left(record_hash, 2) as part, count(*) as n,
              encode(sha256(convert_to(string_agg(record_hash, E'\\n' order by record_hash collate "C"), 'UTF8')), 'hex') as digest
       from gone group by 1)
     select coalesce(sum(n), 0)::int as rows,
            encode(sha256(convert_to(string_agg(digest, E'\\n' order by part collate "C"), 'UTF8')), 'hex') as digest
     from parts`,
    [labId, due.loadId, due.days],
  );
  // What was submitted row by row is kept for a while beside the rows that came of it.
  await tx.query(
    'delete from submitted_report where dataset_id = $1 and $2::datemultirange @> occurred_on and ($3 or load_id = $4)',
    [due.datasetId, due.days, due.reason === 'expired', due.loadId],
  );
  await tx.query('update load set deleted_covers = deleted_covers + $2::datemultirange where id = $1', [
    due.loadId,
    due.days,
  ]);
  return gone[0]!;
}
