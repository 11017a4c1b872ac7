import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { LoadDocument, LoadsDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';

export const loadOptions = (id: string) =>
  queryOptions({
    queryKey: ['load', id],
    queryFn: async ({ signal }) => (await request(LoadDocument, { id }, signal)).load,
  });

export const loadsOptions = (labId: string, datasetId: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['loads', labId, datasetId ?? null],
    queryFn: async ({ pageParam, signal }) =>
      (await request(LoadsDocument, { labId, datasetId, after: pageParam }, signal)).loads,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
  });
