import type { Transaction } from '../database.js';
import { EFFECTIVE } from '../picture/delivered-rows.js';

/** A household of a source: its number in a snapshot of the rows that count now, and its stored key (encrypted under the key of the source). */
export interface HouseholdKeyRow {
  datasetId: string;
  household: number;
  key: Buffer;
}

/**
 * The stored keys of the households of some sources, numbered as the rows of a snapshot are (`REPORT_ROWS` and `PROVISION_USE_ROWS` of delivered-rows.ts; a test holds the two
 * together), by source and number. For the worker alone.
 */
export const listHouseholdKeys = (
  tx: Transaction,
  labId: string,
  datasetIds: readonly string[],
): Promise<HouseholdKeyRow[]> =>
  tx.query(
    `with ${EFFECTIVE}, keyed as (
       select r.dataset_id, r.household_key from report r join effective e on e.load_id = r.load_id and e.covers @> r.occurred_on
       where r.lab_id = $1 and r.placement = 'in_region' and r.category <> 'out_of_scope' and r.dataset_id = any($2)
       union all
       select u.dataset_id, u.household_key from provision_use_row u join effective e on e.load_id = u.load_id and e.covers @> u.starts_on
       where u.lab_id = $1 and u.placement = 'in_region' and u.dataset_id = any($2)),
     numbered as (
       select dataset_id, household_key, dense_rank() over (partition by dataset_id order by household_key)::int as household from keyed)
     select distinct dataset_id as "datasetId", household, household_key as key from numbered
     where household_key is not null order by dataset_id, household`,
    [labId, datasetIds],
  );
