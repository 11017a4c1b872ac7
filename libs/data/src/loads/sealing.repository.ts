import type { CoveredRange } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { coversTransformer } from './covers.js';
import { type LoadEntity, type LoadTotals } from './load.entity.js';

/** For the worker: the open loads of submissions of a lab, of this day and before it. */
export async function listOpenSubmissions(tx: Transaction, labId: string, upTo: string): Promise<string[]> {
  const rows: { id: string }[] = await tx.query(
    `select id from load where lab_id = $1 and origin = 'submissions' and state = 'receiving' and submitted_on <= $2 order by id`,
    [labId, upTo],
  );
  return rows.map(({ id }) => id);
}

/** The days that the submissions of a load changed, and the day on which they came: what the load will cover, in order. */
export async function listSubmittedDays(tx: Transaction, load: LoadEntity): Promise<string[]> {
  const rows: { day: string }[] = await tx.query(
    `select unnest(days)::text as day from submission where load_id = $1 union select submitted_on::text from load where id = $1
     order by 1`,
    [load.id],
  );
  return rows.map(({ day }) => day);
}

/** Days to ranges: those that touch become one. `days` in order and each once. */
export function rangesOfDays(days: readonly string[]): CoveredRange[] {
  const ranges: CoveredRange[] = [];
  let next = '';
  for (const day of days) {
    if (day === next) ranges.at(-1)!.to = day;
    else ranges.push({ from: day, to: day });
    next = new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  }
  return ranges;
}

/** Reports whose load was withdrawn or refused are gone with it; those of before `oldest` can no longer change. */
export async function dropSubmitted(tx: Transaction, datasetId: string, oldest: string): Promise<void> {
  await tx.query(
    `delete from submitted_report s using load l
     where s.dataset_id = $1 and l.id = s.load_id and (l.state in ('withdrawn', 'refused') or s.occurred_on < $2)`,
    [datasetId, oldest],
  );
}

const PAGE = 5_000;

/** All that was submitted about these days, as lines in the order of their record hashes, some thousands at a time. */
export async function* submittedLines(
  tx: Transaction,
  datasetId: string,
  days: readonly string[],
): AsyncGenerator<string[]> {
  let after = '';
  for (;;) {
    const rows: { record_hash: string; line: string }[] = await tx.query(
      `select record_hash, line from submitted_report
       where dataset_id = $1 and occurred_on = any($2::date[]) and record_hash > $3 order by record_hash limit ${PAGE}`,
      [datasetId, days, after],
    );
    if (rows.length > 0) yield rows.map(({ line }) => line);
    if (rows.length < PAGE) return;
    after = rows.at(-1)!.record_hash;
  }
}

/** Closes a load of submissions: what it holds is known now. It becomes the newest revision, for it is complete only now. */
export async function sealLoad(
  tx: Transaction,
  load: LoadEntity,
  sealed: { covers: readonly CoveredRange[]; totals: LoadTotals; contentSha256: string; bytes: number; state: string },
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [load.datasetId]);
  await tx.query(
    `update load set state = $2, covers = $3::datemultirange, declared_totals = $4, content_sha256 = $5, bytes_total = $6,
            bytes_received = $6, revision = greatest(revision, (select max(o.revision) + 1 from load o where o.dataset_id = $7 and o.id <> $1))
     where id = $1`,
    [
      load.id,
      sealed.state,
      coversTransformer.to(sealed.covers),
      JSON.stringify(sealed.totals),
      sealed.contentSha256,
      sealed.bytes,
      load.datasetId,
    ],
  );
}
