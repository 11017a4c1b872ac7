import { bug, type Grain } from '@datalab/domain';
import type { DuckDBConnection } from '@datalab/snapshot';
import type { RunScope } from '../run-scope.js';
import type { RunGround } from './run-ground.js';

const PERIOD: Record<Grain, string> = {
  all: `'all'`,
  year: `strftime(occurred_on, '%Y')`,
  quarter: `strftime(occurred_on, '%Y') || '-Q' || quarter(occurred_on)`,
  month: `strftime(occurred_on, '%Y-%m')`,
};
/** Rows that know their time less exactly than the run asks are left out: they would all fall in one period. */
const KNOWS: Record<Grain, { reports: string; counts: string }> = {
  all: { reports: 'true', counts: 'true' },
  year: { reports: 'true', counts: 'true' },
  quarter: { reports: `occurred_precision <> 'year'`, counts: `period not like '____'` },
  month: { reports: `occurred_precision <> 'year'`, counts: `period not like '____' and period not like '____-Q_'` },
};

/** Columns that a method may read for a field of the agreement. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  occurred_on: ['occurred_on', 'occurred_precision', 'period'],
  occurred_hour: ['occurred_hour'],
  category: ['category'],
  area_code: ['area_code'],
  grid_cell: ['grid_cell'],
  household_key: ['household'],
  household_role: ['concerns_household'],
  address_kind: ['concerns_household'],
  near_care_location: ['near_care'],
  period: ['period'],
  count: ['n'],
};

/** The same for the columns of `uses`: who used which provision in which month. */
const USE_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  household_key: ['household'],
  month: ['month'],
  provision: ['provision'],
};

/** Names of the fields of the agreement that a run can read from a snapshot. */
export const READABLE_FIELDS: readonly string[] = [...new Set([...Object.keys(COLUMNS), ...Object.keys(USE_COLUMNS)])];

/**
 * Makes the tables of one run in a DuckDB in which its snapshot can be read: `gate_rows`, the rows of the scope with all that the gate counts, and
 * `rows`, a view of them with the columns of the agreed fields and no others: a method that reads a field that it did not name fails. `uses` holds the
 * provision use of the scope in the same way, a row for each household, month and provision. `link` says that the table `link(dataset_id, household,
 * common)` is there: then households of all sources are numbered alike.
 */
export async function prepareRows(
  duck: DuckDBConnection,
  scope: RunScope,
  fields: readonly string[],
  { lineage }: RunGround,
  link: boolean,
): Promise<void> {
  const levelOf = new Map(lineage.map(({ code, level }) => [code, level]));
  const places = lineage.flatMap(({ code, lineage: above }) =>
    above.filter((ancestor) => levelOf.get(ancestor) === scope.areaLevel).map((ancestor) => [code, ancestor] as const),
  );
  await duck.run('create temporary table place (code varchar, ancestor varchar)');
  const appender = await duck.createAppender('place');
  for (const [code, ancestor] of places) {
    appender.appendVarchar(code);
    appender.appendVarchar(ancestor);
    appender.endRow();
  }
  appender.closeSync();
  const household = link ? 'case when r.household = 0 then 0 else l.common end' : 'r.household';
  const { reports, counts } = KNOWS[scope.grain];
  const literals = (values: readonly string[]) => values.map((value) => `'${value.replaceAll("'", "''")}'`).join(', ');
  const categories = scope.categories === null ? 'true' : `r.category in (${literals(scope.categories)})`;
  const chosen = (day: string) =>
    `r.dataset_id in (${literals(scope.datasetIds)}) and ${categories} and ${day} between $from::date and $to::date`;
  await duck.run(
    `create temporary table gate_rows as
     select r.dataset_id, r.organisation_id, true as is_record, 1::integer as n, r.occurred_on, r.occurred_precision, ${PERIOD[scope.grain]} as period,
            r.occurred_hour, r.category, p.ancestor as area_code, r.grid_cell, r.concerns_household, ${household} as household, r.household_key, r.report_key,
            r.reporter, r.near_care
     from reports r join place p on p.code = r.area_code
     ${link ? 'left join link l on l.dataset_id = r.dataset_id and l.household = r.household' : ''}
     where ${chosen('r.occurred_on')} and ${reports}
     union all
     select r.dataset_id, r.organisation_id, false, r.count::integer, r.starts_on, 'month', ${PERIOD[scope.grain].replaceAll('occurred_on', 'starts_on')},
            null, r.category, p.ancestor, null, null, null, null, r.report_key, null, null
     from counts r join place p on p.code = r.area_code where ${chosen('r.starts_on')} and ${counts}`,
    { from: scope.from, to: scope.to },
  );
  const unknown = fields.find((field) => !READABLE_FIELDS.includes(field));
  if (unknown !== undefined) throw bug(`a method reads the field ${unknown}, which no snapshot holds`);
  const columns = new Set([
    'n',
    'dataset_id',
    'organisation_id',
    'is_record',
    ...fields.flatMap((field) => COLUMNS[field] ?? []),
  ]);
  await duck.run(`create temporary view "rows" as select ${[...columns].join(', ')} from gate_rows`);
  const useColumns = fields.flatMap((field) => USE_COLUMNS[field] ?? []);
  await duck.run(
    `create temporary table uses as
     select distinct ${['dataset_id', ...useColumns].join(', ')} from (
       select u.dataset_id, u.provision, strftime(u.starts_on, '%Y-%m') as month, ${link ? 'l.common' : 'u.household'} as household
       from provision_use u ${link ? 'join link l on l.dataset_id = u.dataset_id and l.household = u.household' : ''}
       where u.dataset_id in (${literals(scope.datasetIds)}) and u.starts_on between $from::date and $to::date)`,
    { from: scope.from, to: scope.to },
  );
}
