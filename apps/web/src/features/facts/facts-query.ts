import { queryOptions } from '@tanstack/react-query';
import {
  CrossSourceDocument,
  FactsDocument,
  FactsKeyCustodyDocument,
  IntakeTermsDocument,
  PictureDifferencesDocument,
  type CrossSourceQuery,
  type FactsKeyCustodyQuery,
  type FactsQuery,
  type PictureDifferencesQuery,
  type TermsDetailsFragment,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type Terms = TermsDetailsFragment;
export type KeyCustody = NonNullable<FactsKeyCustodyQuery['lab']['keyCustody']>;
export type KnownFact = FactsQuery['knownFacts'][number];
export type Nothing = FactsQuery['nothingToDeliver'][number];
export type DeeperQuestion = FactsQuery['deeperQuestions'][number];
export type SourceDifference = PictureDifferencesQuery['pictureDifferences'][number];
export type Amount = SourceDifference['total']['added'];
export type CrossSource = NonNullable<CrossSourceQuery['crossSource']>;
export type CrossSourceYear = CrossSource['years'][number];

// Under the lab's key: whatever changes in the lab is asked anew.
export const termsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'intake-terms'],
    queryFn: async ({ signal }) => (await request(IntakeTermsDocument, { labId }, signal)).intakeTerms,
  });

export const custodyOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'custody'],
    queryFn: async ({ signal }) => (await request(FactsKeyCustodyDocument, { labId }, signal)).lab.keyCustody ?? null,
  });

export const factsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'facts'],
    queryFn: ({ signal }) => request(FactsDocument, { labId }, signal),
  });

export const differencesOptions = (labId: string) =>
  queryOptions({
    queryKey: ['picture', labId, 'differences'],
    queryFn: async ({ signal }) => (await request(PictureDifferencesDocument, { labId }, signal)).pictureDifferences,
  });

export const crossSourceOptions = (labId: string) =>
  queryOptions({
    queryKey: ['picture', labId, 'cross-source'],
    queryFn: async ({ signal }) => (await request(CrossSourceDocument, { labId }, signal)).crossSource ?? null,
  });
