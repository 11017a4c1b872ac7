/** The kinds of dataset (product.md §4.1, decision record 0004). */
export const DATASET_KINDS = ['records', 'counts', 'provision_use'] as const;
export type DatasetKind = (typeof DATASET_KINDS)[number];

export const HOUSEHOLD_ROLES = ['subject', 'location', 'reporter', 'unknown'] as const;
export type HouseholdRole = (typeof HOUSEHOLD_ROLES)[number];

export const ADDRESS_KINDS = ['dwelling', 'institution_or_shared', 'unknown'] as const;
export type AddressKind = (typeof ADDRESS_KINDS)[number];

export const REPORTER_TYPES = ['citizen', 'professional', 'anonymous'] as const;
export type ReporterType = (typeof REPORTER_TYPES)[number];

/**
 * Where a row lies: in an area of the lab's region, outside the region, or without any area at all. Only the first counts in area
 * tables; the other two are accepted and counted, so that the steward can confirm that nothing was lost.
 */
export const PLACEMENTS = ['in_region', 'outside_region', 'no_area'] as const;
export type Placement = (typeof PLACEMENTS)[number];

/** Days from…to, both included (`YYYY-MM-DD`). Inside what a load covers no row means zero; outside it is a gap. */
export interface CoveredRange {
  from: string;
  to: string;
}

/** Stands where a dataset is named, for all sources of reports of a lab together. No dataset ever has this id. */
export const ALL_SOURCES_ID = '00000000-0000-0000-0000-000000000000';
