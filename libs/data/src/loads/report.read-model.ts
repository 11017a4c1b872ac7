import type { Where } from '@datalab/access';
import type { Transaction } from '../database.js';

/** One report as its own organisation may read it back: no key of any kind, and no record hash. */
export interface ReportRow {
  datasetId: string;
  occurredOn: string;
  occurredPrecision: string;
  occurredHour: number | null;
  registeredOn: string | null;
  sourceCategory: string;
  category: string;
  placement: string;
  areaCode: string | null;
  householdRole: string;
  addressKind: string;
  reporterType: string | null;
  confusedBehaviour: boolean | null;
  nearCareLocation: boolean | null;
  personsBand: string | null;
  channel: string | null;
  status: string | null;
  closedOn: string | null;
}

export interface ReportQuery {
  labId: string;
  datasetId?: string;
  from?: string;
  to?: string;
  category?: string;
  /** An area of any level: reports in it and in all areas below it. */
  areaCode?: string;
  first: number;
  skip: number;
}

/** The columns that the rules on reports may speak about. */
export const REPORT_COLUMNS = { labId: 'r.lab_id', organisationId: 'r.organisation_id' } as const;

const FIELDS = `r.dataset_id as "datasetId", r.occurred_on::text as "occurredOn", r.occurred_precision as "occurredPrecision",
  r.occurred_hour as "occurredHour", r.registered_on::text as "registeredOn", r.source_category as "sourceCategory", r.category,
  r.placement, r.area_code as "areaCode", r.household_role as "householdRole", r.address_kind as "addressKind",
  r.reporter_type as "reporterType", r.confused_behaviour as "confusedBehaviour", r.near_care_location as "nearCareLocation",
  r.persons_band as "personsBand", r.channel, r.status, r.closed_on::text as "closedOn"`;

/** What counts now: rows of accepted loads, on days that no newer load of the dataset covers. */
const COUNTING = `from report r join load l on l.id = r.load_id and l.state = 'accepted' and not l.unchanged and l.covers @> r.occurred_on
  where not exists (select from load newer where newer.dataset_id = l.dataset_id and newer.state = 'accepted' and not newer.unchanged
                    and newer.revision > l.revision and newer.covers @> r.occurred_on)`;

/**
 * A page of the reports that count now, newest first; in one order, so that pages fit together as long as nothing is delivered.
 * `rows` holds one more than was asked for where there is a next page.
 */
export function listReports(
  tx: Transaction,
  { labId, datasetId, from, to, category, areaCode, first, skip }: ReportQuery,
  where: Where,
): Promise<ReportRow[]> {
  const p = [...where.parameters];
  const bind = (value: unknown): string => `$${p.push(value)}`;
  const scope = [`(${where.sql})`, `r.lab_id = ${bind(labId)}`];
  if (datasetId !== undefined) scope.push(`r.dataset_id = ${bind(datasetId)}`);
  if (from !== undefined) scope.push(`r.occurred_on >= ${bind(from)}`);
  if (to !== undefined) scope.push(`r.occurred_on <= ${bind(to)}`);
  if (category !== undefined) scope.push(`r.category = ${bind(category)}`);
  if (areaCode !== undefined)
    scope.push(
      `r.area_code in (select a.code from area a join lab on lab.region_id = a.region_id
                       where lab.id = r.lab_id and a.lineage @> array[${bind(areaCode)}])`,
    );
  return tx.query(
    `select ${FIELDS} ${COUNTING} and ${scope.join(' and ')}
     order by r.occurred_on desc, r.load_id desc, r.record_hash limit ${bind(first + 1)} offset ${bind(skip)}`,
    p,
  );
}
