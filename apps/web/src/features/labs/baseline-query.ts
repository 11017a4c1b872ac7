import { queryOptions } from '@tanstack/react-query';
import { SinceBaselineDocument, type SinceBaselineQuery } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export type SinceBaseline = NonNullable<SinceBaselineQuery['sinceBaseline']>;

/** Of the picture, so that a new one asks for it anew. */
export const sinceBaselineOptions = (labId: string, areaCodes: readonly string[]) =>
  queryOptions({
    queryKey: ['picture', labId, 'since-baseline', areaCodes],
    queryFn: async ({ signal }) =>
      (await request(SinceBaselineDocument, { labId, areaCodes: [...areaCodes] }, signal)).sinceBaseline,
  });
