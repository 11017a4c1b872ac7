import type { CoveredRange } from '@datalab/domain';
import type { Transaction } from '../database.js';
import { coversTransformer } from './covers.js';
import { LoadEntity, type LoadIssue, type LoadTotals, type ScreeningAnswer } from './load.entity.js';

export interface NewLoad {
  labId: string;
  organisationId: string;
  datasetId: string;
  covers: readonly CoveredRange[];
  declaredTotals: LoadTotals;
  contentSha256: string;
  createdBy: string;
  answers?: readonly ScreeningAnswer[];
  /** Wait for the steward where this changes what was delivered before. */
  confirmDifference?: boolean;
  keyCauses?: Readonly<Record<string, number>>;
  /** For a load that takes submitted reports: the day on which they come. */
  submittedOn?: string;
}

/** Opens the next revision of its dataset. Two at once get two numbers: the dataset's loads are counted under a lock. */
export async function insertLoad(tx: Transaction, load: NewLoad): Promise<LoadEntity> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [load.datasetId]);
  const rows: { id: string }[] = await tx.query(
    `insert into load (lab_id, organisation_id, dataset_id, revision, state, covers, declared_totals, content_sha256, created_by,
       answers, confirm_difference, key_causes, origin, submitted_on)
     select $1, $2, $3, coalesce(max(revision), 0) + 1, 'receiving', $4::datemultirange, $5, $6, $7, $8, $9::boolean, $10::jsonb,
            case when $11::date is null then 'file' else 'submissions' end, $11::date
     from load where dataset_id = $3 returning id`,
    [
      load.labId,
      load.organisationId,
      load.datasetId,
      coversTransformer.to(load.covers),
      JSON.stringify(load.declaredTotals),
      load.contentSha256,
      load.createdBy,
      JSON.stringify(load.answers ?? []),
      load.confirmDifference ?? false,
      load.keyCauses === undefined ? null : JSON.stringify(load.keyCauses),
      load.submittedOn ?? null,
    ],
  );
  return tx.findOneByOrFail(LoadEntity, { id: rows[0]!.id });
}

export async function findLoad(tx: Transaction, id: string): Promise<LoadEntity | undefined> {
  return (await tx.findOneBy(LoadEntity, { id })) ?? undefined;
}

/** The load, locked until the transaction ends, so that its state is decided by one. */
export async function lockLoad(tx: Transaction, id: string): Promise<LoadEntity | undefined> {
  const load = await tx.findOne(LoadEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  return load ?? undefined;
}

export type LoadChange = Partial<
  Pick<
    LoadEntity,
    | 'state'
    | 'bytesTotal'
    | 'bytesReceived'
    | 'rowsProcessed'
    | 'unchanged'
    | 'withdrawnReason'
    | 'decidedAt'
    | 'confirmedAt'
  >
> & { totals?: LoadTotals; issues?: LoadIssue[] };

export async function updateLoad(tx: Transaction, id: string, change: LoadChange): Promise<void> {
  await tx.update(LoadEntity, { id }, change);
}

/** An accepted load of the same dataset that already says exactly this about exactly these days, and is the newest to say so. */
export async function findSameTruth(tx: Transaction, load: LoadEntity): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(
    `select l.id from load l
     where l.dataset_id = $1 and l.state = 'accepted' and not l.unchanged and l.content_sha256 = $2 and l.covers = $3::datemultirange
       and isempty(l.deleted_covers)
       and not exists (select from load newer where newer.dataset_id = l.dataset_id and newer.state = 'accepted' and not newer.unchanged
                       and newer.revision > l.revision and newer.covers && l.covers)
     -- Whoever withdraws that load waits until this one is decided, and then finds it.
     for share of l`,
    [load.datasetId, load.contentSha256, coversTransformer.to(load.covers)],
  );
  return rows[0]?.id;
}

/**
 * The loads that were accepted as unchanged because this one said the same, and that nothing carries any more once it does not count: asked
 * after this load was withdrawn, in the same transaction.
 */
export function listLeftWithoutTwin(tx: Transaction, load: LoadEntity): Promise<{ id: string }[]> {
  return tx.query(
    `select u.id from load u
     where u.dataset_id = $1 and u.state = 'accepted' and u.unchanged and u.content_sha256 = $2 and u.covers = $3::datemultirange
       and u.revision > $4
       and not exists (
         select from load l where l.dataset_id = u.dataset_id and l.state = 'accepted' and not l.unchanged
           and l.content_sha256 = u.content_sha256 and l.covers = u.covers and l.revision < u.revision
           and not exists (select from load newer where newer.dataset_id = l.dataset_id and newer.state = 'accepted' and not newer.unchanged
                           and newer.revision > l.revision and newer.revision < u.revision and newer.covers && l.covers))
     order by u.revision`,
    [load.datasetId, load.contentSha256, coversTransformer.to(load.covers), load.revision],
  );
}

/** At which level and over which length of period a dataset's accepted loads count; undefined where it holds no counts yet. */
export async function findCountShape(
  tx: Transaction,
  labId: string,
  datasetId: string,
): Promise<{ level: string; period: string } | undefined> {
  const rows: { level: string; period: string }[] = await tx.query(
    `select a.level, c.period
     from report_count c
     join load l on l.id = c.load_id and l.state = 'accepted'
     join lab on lab.id = c.lab_id
     join area a on a.region_id = lab.region_id and a.code = c.area_code
     where c.lab_id = $1 and c.dataset_id = $2 limit 1`,
    [labId, datasetId],
  );
  return rows[0];
}
