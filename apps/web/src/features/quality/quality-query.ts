import { queryOptions } from '@tanstack/react-query';
import {
  LoadQualityDocument,
  QualitySummariesDocument,
  type LoadQualityQuery,
  type QualityDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type Difference = NonNullable<LoadQualityQuery['load']['difference']>;
export type Quality = QualityDetailsFragment;

/** The document of a report, as far as a screen shows it (libs/features, qualityReportSchema). */
export interface ReportDocument {
  reports: number;
  coverage: {
    delivered: number;
    partial: number;
    gaps: number;
    months: { month: string; delivered: string; reports: number }[];
  };
  late: {
    reports: number;
    before: number;
    medianDays: number | null;
    p90Days: number | null;
    shareOver30: number | null;
  } | null;
  duplicates: { identical: number; elsewhere: number };
  drift: {
    from: string;
    to: string;
    categories: { category: string; shareNow: number; shareBefore: number; isFlagged: boolean }[] | null;
  } | null;
  keys: {
    needed: number;
    present: number;
    missingInRegion: number;
    missingOutsideRegion: number;
    missingNoArea: number;
    causes: Record<string, number> | null;
  } | null;
  missedMatches: { withSecondKey: number; rate: number | null } | null;
}

/** The bands that the lab sees (libs/features, qualitySummarySchema). */
export interface SummaryDocument {
  median: string;
  late: string;
  duplicates: string;
  drift: string;
  keys: string;
  missedMatches: string;
}

export const loadQualityOptions = (id: string) =>
  queryOptions({
    queryKey: ['load', id, 'quality'],
    queryFn: async ({ signal }) => (await request(LoadQualityDocument, { id }, signal)).load,
  });

export const qualitySummariesOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'quality'],
    queryFn: async ({ signal }) => (await request(QualitySummariesDocument, { labId }, signal)).qualitySummaries,
  });
