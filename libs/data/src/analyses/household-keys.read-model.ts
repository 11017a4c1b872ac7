import type { Transaction } from '../database.js';
import { EFFECTIVE } from '../picture/delivered-rows.js';

/** A household of a source: its number in a snapshot of the rows that count now, and its stored key (encrypted under the key of the source). */
export interface HouseholdKeyRow {
  datasetId: string;
  household: number;
  key: Buffer;
}

/**
 * The stored keys of the households of some sources, numbered as the rows of a snapshot are (`REPORT_ROWS` of delivered-rows.ts; a test holds the two
 * together), by source and number. For the worker alone.
 */
export const listHouseholdKeys = (
  tx: Transaction,
  labId: string,
  datasetIds: readonly string[],
): Promise<HouseholdKeyRow[]> =>
  tx.query(
    `with ${EFFECTIVE}, numbered as (
       select r.dataset_id, r.household_key, dense_rank() over (partition by r.dataset_id order by r.household_key)::int as household
       from report r join effective e on e.load_id = r.load_id and e.covers @> r.occurred_on
       where r.lab_id = $1 and r.placement = 'in_region' and r.category <> 'out_of_scope' and r.dataset_id = any($2))
     select distinct dataset_id as "datasetId", household, household_key as key from numbered
     where household_key is not null order by dataset_id, household`,
    [labId, datasetIds],
  );
