/**
 * The columns of a snapshot's rows as they are streamed. No pseudonym is among them: `household` and `reporter` are integers from 1 that mean
 * nothing outside the snapshot, and count within one dataset.
 */
export const REPORT_COLUMNS = `{dataset_id: 'VARCHAR', organisation_id: 'VARCHAR', record_hash: 'VARCHAR', occurred_on: 'DATE',
  occurred_precision: 'VARCHAR', occurred_hour: 'TINYINT', category: 'VARCHAR', area_code: 'VARCHAR', grid_cell: 'VARCHAR',
  concerns_household: 'TINYINT', household: 'INTEGER', reporter: 'INTEGER', near_care: 'TINYINT'}`;

export const COUNT_COLUMNS = `{dataset_id: 'VARCHAR', organisation_id: 'VARCHAR', record_hash: 'VARCHAR', starts_on: 'DATE',
  period: 'VARCHAR', category: 'VARCHAR', area_code: 'VARCHAR', count: 'BIGINT'}`;

/** A household that used a provision in a month; its number counts within the dataset, as for reports. */
export const PROVISION_USE_COLUMNS = `{dataset_id: 'VARCHAR', organisation_id: 'VARCHAR', record_hash: 'VARCHAR', starts_on: 'DATE',
  provision: 'VARCHAR', household: 'INTEGER'}`;

/**
 * Reports as they are kept: with the key of each report and of the household that it concerns. Rows that should name their household and do
 * not may all be one: they are household 0 of their dataset.
 */
export const reportsQuery = (rows: string): string => `
  with named as (
    select * replace (case when concerns_household = 1 then coalesce(household, 0) end as household),
           report_key(organisation_id, record_hash) as report_key
    from ${rows}),
  smallest as (
    select dataset_id, household, household_key(min(report_key)) as household_key
    from named where household is not null group by all)
  select named.*, smallest.household_key
  from named left join smallest on smallest.dataset_id = named.dataset_id and smallest.household = named.household`;

/** Counts as they are kept: with the key of each row. */
export const countsQuery = (rows: string): string =>
  `select *, report_key(organisation_id, record_hash) as report_key from ${rows}`;

/** The hour of the week of a report, as libs/domain numbers it. Hours without a day, or days without an hour, tell nothing of the week. */
export const weekHour = (row: string): string =>
  `(case when ${row}.occurred_precision = 'day' then isodow(${row}.occurred_on) * 24 + ${row}.occurred_hour end)::integer`;
