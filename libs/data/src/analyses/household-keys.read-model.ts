import type { Transaction } from '../database.js';
import { EFFECTIVE } from '../picture/delivered-rows.js';

/** A household of a source: its number in a snapshot, and its stored key (encrypted under the key of the source). */
export interface HouseholdKeyRow {
  datasetId: string;
  household: number;
  key: Buffer;
}

/**
 * Whether every row that a snapshot was made of counts still: nothing of it was replaced, withdrawn or deleted since. What was delivered beside it does not
 * matter. False of a snapshot of which it was not written down what it holds.
 */
export async function stillCounts(tx: Transaction, labId: string, snapshotId: string): Promise<boolean> {
  const [row]: { whole: boolean }[] = await tx.query(
    `with ${EFFECTIVE}
     select coalesce(bool_and(coalesce(e.covers @> s.covers, false)), false) as whole
     from snapshot_load s left join effective e on e.load_id = s.load_id where s.lab_id = $1 and s.snapshot_id = $2`,
    [labId, snapshotId],
  );
  return row!.whole;
}

/**
 * The stored keys of the households of some sources, numbered as the rows of this snapshot are (`REPORT_ROWS` and `PROVISION_USE_ROWS` of
 * delivered-rows.ts; a test holds the two together), by source and number. Only while all its rows count still. For the worker alone.
 */
export const listHouseholdKeys = (
  tx: Transaction,
  labId: string,
  snapshotId: string,
  datasetIds: readonly string[],
): Promise<HouseholdKeyRow[]> =>
  tx.query(
    `with frozen as (select load_id, covers from snapshot_load where lab_id = $1 and snapshot_id = $2), keyed as (
       select r.dataset_id, r.household_key from report r join frozen f on f.load_id = r.load_id and f.covers @> r.occurred_on
       where r.lab_id = $1 and r.placement = 'in_region' and r.category <> 'out_of_scope' and r.dataset_id = any($3)
       union all
       select u.dataset_id, u.household_key from provision_use_row u join frozen f on f.load_id = u.load_id and f.covers @> u.starts_on
       where u.lab_id = $1 and u.placement = 'in_region' and u.dataset_id = any($3)),
     numbered as (
       select dataset_id, household_key, dense_rank() over (partition by dataset_id order by household_key)::int as household from keyed)
     select distinct dataset_id as "datasetId", household, household_key as key from numbered
     where household_key is not null order by dataset_id, household`,
    [labId, snapshotId, datasetIds],
  );
