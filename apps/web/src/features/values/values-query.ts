import { queryOptions } from '@tanstack/react-query';
import {
  PrivacyRiskDocument,
  PublicValuesDocument,
  type PrivacyRiskQuery,
  type PublicValuesDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type PublicValuesView = PublicValuesDetailsFragment;
export type ValueStanding = PublicValuesView['values'][number];
export type SourceRisk = PrivacyRiskQuery['privacyRisk']['sources'][number];

/** Evidence and answers on the seven values, of the lab or of the analysis of a run. */
export const valuesOptions = (labId: string, runId: string | undefined) =>
  queryOptions({
    queryKey: ['lab', labId, 'values', runId ?? null],
    queryFn: async ({ signal }) =>
      (await request(PublicValuesDocument, { labId, runId: runId ?? null }, signal)).publicValues,
  });

/** The measured risk of being recognised in the newest snapshot. */
export const riskOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'risk'],
    queryFn: async ({ signal }) => (await request(PrivacyRiskDocument, { labId }, signal)).privacyRisk,
  });
