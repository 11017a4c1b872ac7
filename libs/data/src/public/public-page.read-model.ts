import type { ForecastState, ForecastTerms, ReleaseDocument } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A lab as everybody may know it. */
export interface PublicLab {
  id: string;
  key: string;
  name: string;
  goal: string;
  question: string;
  regionId: string;
  /** Days within which a note is answered; null before there is an agreement. */
  answerDays: number | null;
  embargoDays: number | null;
  purposes: readonly string[] | null;
  /** A mailbox for questions; null where none was said. */
  contactEmail: string | null;
}

/** A lab by its key; undefined where there is none, where it is a rehearsal, and before its question is chosen. For a transaction of nobody. */
export async function findPublicLab(tx: Transaction, key: string): Promise<PublicLab | undefined> {
  const rows: PublicLab[] = await tx.query(
    `select id, key, name, goal, question, region_id as "regionId", answer_days as "answerDays", embargo_days as "embargoDays", purposes,
       contact_email as "contactEmail"
     from app.public_lab($1)`,
    [key],
  );
  return rows[0];
}

export interface PublicDataset {
  name: string;
  organisation: string;
  kind: string;
  legalBasis: string;
  purpose: string;
  retentionMonths: number;
  isOpen: boolean;
  /** The registration card without its remarks; null where none was written. */
  card: Record<string, unknown> | null;
}

export interface PublicValueAnswer {
  value: string;
  organisation: string;
  verdict: string;
  answer: string;
  answeredAt: Date;
}

export interface PublicRelease {
  id: string;
  seriesId: string;
  version: number;
  kind: string;
  analysisKind: string;
  state: 'released' | 'withdrawn';
  /** The document without tables and drawing. */
  about: Omit<ReleaseDocument, 'tables' | 'picture'>;
  digest: string;
  policyVersion: string;
  criteria: readonly { code: string; met: boolean }[];
  releasedAt: Date;
  withdrawnAt: Date | null;
  withdrawnReason: string | null;
}

export interface PublicNote {
  releaseId: string | null;
  kind: 'objection' | 'context';
  state: 'received' | 'published';
  /** Null until somebody has read it. */
  words: string | null;
  receivedAt: Date;
  answer: string | null;
  answeredAt: Date | null;
}

/** A forecast that is or was in use. */
export interface PublicForecast {
  id: string;
  title: string;
  proportionality: string;
  terms: ForecastTerms;
  fixedOn: string;
  state: ForecastState;
  activeSince: string;
  testedOn: string | null;
  /** A ForecastDocument of the features: of its newest test or check. */
  test: unknown;
}

/** All that the page of a lab shows, in one look. */
export interface PublicPage {
  partners: { name: string; type: string }[];
  data: PublicDataset[];
  values: PublicValueAnswer[];
  releases: PublicRelease[];
  notes: PublicNote[];
  forecasts: PublicForecast[];
}

export async function readPublicPage(tx: Transaction, labId: string): Promise<PublicPage> {
  return {
    partners: await tx.query('select name, type from app.public_partners($1)', [labId]),
    data: await tx.query(
      `select name, organisation, kind, legal_basis as "legalBasis", purpose, retention_months as "retentionMonths", is_open as "isOpen", card
       from app.public_data($1)`,
      [labId],
    ),
    values: await tx.query(
      `select value, organisation, verdict, answer, answered_at as "answeredAt" from app.public_values($1)`,
      [labId],
    ),
    releases: await listPublicReleases(tx, labId),
    notes: await tx.query(
      `select release_id as "releaseId", kind, state, words, received_at as "receivedAt", answer, answered_at as "answeredAt"
       from app.public_notes($1)`,
      [labId],
    ),
    forecasts: await tx.query(
      `select id, title, proportionality, state, test,
         (fixed_at at time zone 'UTC')::date::text as "fixedOn", (active_since at time zone 'UTC')::date::text as "activeSince",
         (tested_at at time zone 'UTC')::date::text as "testedOn",
         jsonb_build_object('goal', goal, 'baseline', baseline, 'leastGain', least_gain, 'mostAmplification', most_amplification,
           'attention', jsonb_build_object('share', attention_share, 'sensitivity', attention_sensitivity),
           'coverage', jsonb_build_object('least', coverage_least, 'most', coverage_most), 'stopsAfter', stops_after::text) as terms
       from app.public_forecasts($1)`,
      [labId],
    ),
  };
}

/** The results of a lab that everybody may see, newest first, those that were taken back among them. */
export const listPublicReleases = (tx: Transaction, labId: string): Promise<PublicRelease[]> =>
  tx.query(
    `select id, series_id as "seriesId", version, kind, analysis_kind as "analysisKind", state, about, digest, policy_version as "policyVersion",
            criteria, released_at as "releasedAt", withdrawn_at as "withdrawnAt", withdrawn_reason as "withdrawnReason"
     from app.public_releases($1)`,
    [labId],
  );

/** What one of them gives, whole; undefined where it is not public, or was taken back. */
export async function findPublicDocument(tx: Transaction, releaseId: string): Promise<ReleaseDocument | undefined> {
  const rows: { document: ReleaseDocument | null }[] = await tx.query('select app.public_document($1) as document', [
    releaseId,
  ]);
  return rows[0]?.document ?? undefined;
}
