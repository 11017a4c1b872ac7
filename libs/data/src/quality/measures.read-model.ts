import type { DatasetKind } from '@datalab/domain';
import type { Transaction } from '../database.js';
import type { LoadEntity } from '../loads/load.entity.js';
import { ROW_TARGETS } from '../loads/row-staging.js';
import { EFFECTIVE } from '../picture/delivered-rows.js';

type LoadKey = Pick<LoadEntity, 'id' | 'labId' | 'datasetId'>;

/** Per kind of dataset which column says when, which says what kind, and how many reports a row stands for. */
const SPEAKING: Readonly<Record<DatasetKind, { day: string; category: string; amount: string }>> = {
  records: { day: 'occurred_on', category: 'category', amount: '1' },
  counts: { day: 'starts_on', category: 'category', amount: 'count' },
  provision_use: { day: 'starts_on', category: 'provision', amount: '1' },
};

const targetOf = (kind: DatasetKind) => ({ target: ROW_TARGETS[kind], ...SPEAKING[kind] });

/** How many reports a load holds per month (`YYYY-MM`), by month. */
export function countPerMonth(
  tx: Transaction,
  kind: DatasetKind,
  load: LoadKey,
): Promise<{ month: string; reports: number }[]> {
  const { target, day, amount } = targetOf(kind);
  return tx.query(
    `select to_char(${day}, 'YYYY-MM') as month, sum(${amount})::int as reports from ${target.table}
     where lab_id = $1 and load_id = $2 group by 1 order by 1`,
    [load.labId, load.id],
  );
}

/** How many days after the event reports were registered, with how many of each. Only where the day itself is known. */
export const countDaysLate = (tx: Transaction, load: LoadKey): Promise<{ days: number; reports: number }[]> =>
  tx.query(
    `select registered_on - occurred_on as days, count(*)::int as reports from report
     where lab_id = $1 and load_id = $2 and occurred_precision = 'day' and registered_on is not null group by 1`,
    [load.labId, load.id],
  );

/** Rows beyond the first that say exactly the same as another of the load, and rows that another load that counts has as well. */
export async function countDuplicates(
  tx: Transaction,
  kind: DatasetKind,
  load: LoadKey,
): Promise<{ identical: number; elsewhere: number }> {
  const { target, day } = targetOf(kind);
  const content = target.columns.filter((column) => column !== 'record_hash').join(', ');
  const identical: { n: number }[] = await tx.query(
    `select coalesce(sum(n - 1), 0)::int as n from (
       select count(*) as n from ${target.table} where lab_id = $1 and load_id = $2
       group by hash_record_extended(row(${content}), 0)) alike`,
    [load.labId, load.id],
  );
  // Two sets compared as sets: a join would be planned by guesses about rows that have only just come.
  const elsewhere: { n: number }[] = await tx.query(
    `with ${EFFECTIVE}
     select count(*)::int as n from (
       select record_hash from ${target.table} where lab_id = $1 and load_id = $2
       intersect
       select o.record_hash from effective e
       join ${target.table} o on o.lab_id = $1 and o.load_id = e.load_id and e.covers @> o.${day}
       where e.dataset_id = $3 and e.load_id <> $2) both_have`,
    [load.labId, load.id, load.datasetId],
  );
  return { identical: identical[0]!.n, elsewhere: elsewhere[0]!.n };
}

/**
 * Reports per category that count now in a dataset: from…to (`now`) and in the twelve months before `from`. Both days `YYYY-MM-DD`,
 * included.
 */
export function countCategories(
  tx: Transaction,
  kind: DatasetKind,
  load: LoadKey,
  { from, to }: { from: string; to: string },
): Promise<{ category: string; now: number; before: number }[]> {
  const { target, day, category, amount } = targetOf(kind);
  return tx.query(
    `with ${EFFECTIVE}
     select r.${category} as category, coalesce(sum(${amount}) filter (where r.${day} >= $3::date), 0)::int as now,
            coalesce(sum(${amount}) filter (where r.${day} < $3::date), 0)::int as before
     from ${target.table} r join effective e on e.load_id = r.load_id and e.covers @> r.${day}
     where r.lab_id = $1 and e.dataset_id = $2 and r.${day} between $3::date - interval '12 months' and $4::date
     group by 1 order by 1`,
    [load.labId, load.datasetId, from, to],
  );
}

/** Rows of a load by whether they should have a household key and do. */
export interface KeyedRows {
  needed: number;
  present: number;
  /** Without a key though they should have one, by where they lie. */
  missingInRegion: number;
  missingOutsideRegion: number;
  missingNoArea: number;
  /** Rows that do not need one, by why: about no household, or about an institution or an address of unknown kind. */
  notAboutHousehold: number;
  notDwelling: number;
}

export async function countKeyedRows(tx: Transaction, load: LoadKey): Promise<KeyedRows> {
  const rows: KeyedRows[] = await tx.query(
    `with judged as (
       select household_role = 'subject' as about, address_kind = 'dwelling' as dwelling, household_key is not null as keyed, placement
       from report where lab_id = $1 and load_id = $2)
     select (count(*) filter (where about and dwelling))::int as needed,
            (count(*) filter (where about and dwelling and keyed))::int as present,
            (count(*) filter (where about and dwelling and not keyed and placement = 'in_region'))::int as "missingInRegion",
            (count(*) filter (where about and dwelling and not keyed and placement = 'outside_region'))::int as "missingOutsideRegion",
            (count(*) filter (where about and dwelling and not keyed and placement = 'no_area'))::int as "missingNoArea",
            (count(*) filter (where not about))::int as "notAboutHousehold",
            (count(*) filter (where about and not dwelling))::int as "notDwelling"
     from judged`,
    [load.labId, load.id],
  );
  return rows[0]!;
}

/**
 * What the second key tells of a load: see `missedMatchRate`. `withSecondKey` is 0 where the source does not give it. A row whose address was not
 * found is of an unknown kind where the address list says the kind; it may be a dwelling's, so it is looked at too.
 */
export async function countSecondKeys(
  tx: Transaction,
  load: LoadKey,
): Promise<{ withSecondKey: number; matched: number; missed: number }> {
  const rows: { withSecondKey: number; matched: number; missed: number }[] = await tx.query(
    `with own as (
       select check_key, household_key from report
       where lab_id = $1 and load_id = $2 and household_role = 'subject' and check_key is not null
         and (address_kind = 'dwelling' or (address_kind = 'unknown' and household_key is null))),
     households as (select household_key, count(*) as n from own where household_key is not null group by 1),
     places as (
       select count(*) filter (where household_key is null) as without, count(distinct household_key) as households
       from own group by check_key)
     select (select count(*) from own)::int as "withSecondKey",
            (select coalesce(sum(n) filter (where n > 1), 0) from households)::int as matched,
            (select coalesce(sum(without) filter (where households = 1), 0) from places)::int as missed`,
    [load.labId, load.id],
  );
  return rows[0]!;
}
