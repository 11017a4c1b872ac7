import type { CanonicalReport } from '@datalab/intake';
import type { PlatformSession } from './platform-session.js';

/** What became of submitted reports: all were taken, or none and why (rows count from 1). */
export interface SubmittedReports {
  accepted: boolean;
  isReplay: boolean;
  rows: number;
  issues: { code: string; column: string; message: string; count: number; firstRows: number[] }[];
  load: { id: string } | null;
}

const SUBMIT = `mutation ($input: SubmitReportsInput!) { submitReports(input: $input) {
  accepted isReplay rows issues { code column message count firstRows } load { id } } }`;

/**
 * Delivers reports as they are registered, at most 1,000 a call, without keys. The same call again changes nothing; the same
 * idempotency key with other rows is refused.
 */
export async function submitReports(
  session: PlatformSession,
  input: { datasetId: string; idempotencyKey: string; rows: readonly CanonicalReport[] },
): Promise<SubmittedReports> {
  const { submitReports: outcome } = await session.ask<{ submitReports: SubmittedReports }>(SUBMIT, { input });
  return outcome;
}

/** One of the own reports; no key and no record hash. */
export interface OwnReport {
  datasetId: string;
  occurredOn: string;
  sourceCategory: string;
  category: string;
  areaCode: string | null;
  status: string | null;
}

const MINE = `query ($labId: ID!, $filter: MyReportsFilter, $after: String) {
  myReports(labId: $labId, filter: $filter, first: 200, after: $after) {
    items { datasetId occurredOn sourceCategory category areaCode status } nextCursor } }`;

/** A page of the own reports that count now, newest first. */
export async function listMyReports(
  session: PlatformSession,
  labId: string,
  filter: { datasetId?: string; from?: string; to?: string; category?: string; areaCode?: string } = {},
  after?: string,
): Promise<{ items: OwnReport[]; nextCursor: string | null }> {
  const { myReports } = await session.ask<{ myReports: { items: OwnReport[]; nextCursor: string | null } }>(MINE, {
    labId,
    filter,
    after,
  });
  return myReports;
}
