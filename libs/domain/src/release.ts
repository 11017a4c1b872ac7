import type { LabRole } from './organisation.js';
import type { Grain } from './period.js';
import type { RunPicture } from './run-picture.js';
import type { RunResult, RunWarning } from './run-result.js';

/** What a release gives: a table of the picture by a design, or the protected result of a run. */
export const RELEASE_KINDS = ['table', 'run'] as const;
export type ReleaseKind = (typeof RELEASE_KINDS)[number];

/** Whom it is for: the participants of the lab, or everybody. */
export const RELEASE_TIERS = ['lab', 'public'] as const;
export type ReleaseTier = (typeof RELEASE_TIERS)[number];

/**
 * Which cells of the picture a release gives: one source, level, grain and category, from a period on. A standing release keeps the design and
 * gives the new periods.
 */
export interface TableDesign {
  datasetId: string;
  level: string;
  grain: Grain;
  category: string;
  /** First period that is given; null gives every period. */
  from: string | null;
  /** Cells that are not given although the picture shows them: together with what went out before they would say too much. */
  leaveOut: readonly { areaCode: string; period: string }[];
}

/** What the reader of a release must know, in the requester's own words. */
export interface ReleaseContext {
  title: string;
  /** What it shows. */
  what: string;
  /** What it is needed for. */
  why: string;
  /** What must not be concluded from it. */
  notToConclude: string;
}

export type ReleaseValue = string | number | null;

/** One table of a release, protected; cells that are withheld say so in the column of their state and are null in those of their numbers. */
export interface ReleaseTable {
  key: string;
  title: string;
  columns: readonly { key: string; title: string; unit: string | null }[];
  rows: readonly (readonly ReleaseValue[])[];
}

/** All that a release gives, with what makes it readable later: made by the worker from what passed the gate, fixed by its digest. */
export interface ReleaseDocument {
  context: ReleaseContext;
  unit: 'report' | 'address' | 'person';
  /** Names of the sources, as the lab knows them. */
  sources: readonly string[];
  /** First and last period that is in it; null where a result has no periods. */
  period: { from: string; to: string } | null;
  /** How many cells or units are given, not counting what is withheld. */
  given: number;
  withheld: number;
  method: { name: string; version: string; label: string };
  policyVersion: string;
  snapshotDigest: string;
  tables: readonly ReleaseTable[];
  /** Plain words of the method on its own outcome; null for a table of the picture. */
  text: RunResult['text'] | null;
  /** How it is drawn, for a run; null for a table of the picture. */
  picture: RunPicture | null;
  warnings: readonly RunWarning[];
  design: TableDesign | null;
}

export const REVIEW_VERDICTS = ['approve', 'return', 'refuse'] as const;
export type ReviewVerdict = (typeof REVIEW_VERDICTS)[number];

export interface CheckerStanding {
  personId: string;
  organisationId: string;
  roles: readonly LabRole[];
}

/**
 * Whether somebody may check a release: a privacy officer of any organisation in the lab, or an analyst or domain expert of another organisation
 * than the requester's; never the requester.
 */
export function mayCheck(
  { personId, organisationId, roles }: CheckerStanding,
  release: { requestedBy: string; requestedOrganisationId: string },
): boolean {
  if (personId === release.requestedBy) return false;
  if (roles.includes('privacy_officer')) return true;
  const knowsTheTrade = roles.includes('analyst') || roles.includes('domain_expert');
  return knowsTheTrade && organisationId !== release.requestedOrganisationId;
}

/** Two approvals of two organisations, at least one of them of a privacy officer. Only reviews of the present round count. */
export function isApprovedByTwo(approvals: readonly { organisationId: string; asPrivacyOfficer: boolean }[]): boolean {
  const organisations = new Set(approvals.map(({ organisationId }) => organisationId));
  return organisations.size >= 2 && approvals.some(({ asPrivacyOfficer }) => asPrivacyOfficer);
}

/** Whose approval a release still waits for: somebody of another organisation, a privacy officer, or one who is both. Null where two approved. */
export function approvalStillNeeded(
  approvals: readonly { organisationId: string; asPrivacyOfficer: boolean }[],
): 'anybody' | 'other-organisation' | 'officer' | 'officer-of-another' | null {
  const organisations = new Set(approvals.map(({ organisationId }) => organisationId));
  const hasOfficer = approvals.some(({ asPrivacyOfficer }) => asPrivacyOfficer);
  if (organisations.size === 0) return 'anybody';
  if (organisations.size === 1) return hasOfficer ? 'other-organisation' : 'officer-of-another';
  return hasOfficer ? null : 'officer';
}
