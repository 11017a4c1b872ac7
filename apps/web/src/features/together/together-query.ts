import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import {
  CommentCountsDocument,
  LabActivityDocument,
  LabCommentsDocument,
  type CommentDetailsFragment,
  type LabActivityQuery,
  type LabActivityQueryVariables,
} from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import type { Lab } from '../../gql/types.js';

export type LabComment = CommentDetailsFragment;
export type Deadline = Lab['deadlines'][number];
export type Target = Pick<Deadline, 'kind'> & { id: string };
export type Activity = LabActivityQuery['labActivity']['items'][number];
export type ActivityFilter = NonNullable<LabActivityQueryVariables['filter']>;

/** Under the lab, so that what is announced of the lab asks for them anew. */
export const commentsOptions = (labId: string, { kind, id }: Target) =>
  queryOptions({
    queryKey: ['lab', labId, 'comments', kind, id],
    queryFn: async ({ signal }) =>
      (await request(LabCommentsDocument, { labId, target: { kind, id } }, signal)).labComments,
  });

export const commentCountsOptions = (labId: string) =>
  queryOptions({
    queryKey: ['lab', labId, 'comment-counts'],
    queryFn: async ({ signal }) => (await request(CommentCountsDocument, { labId }, signal)).commentCounts,
  });

export const activityOptions = (labId: string, filter: ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['lab', labId, 'activity', filter],
    initialPageParam: null as string | null,
    queryFn: async ({ signal, pageParam }) =>
      (await request(LabActivityDocument, { labId, filter, after: pageParam }, signal)).labActivity,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
