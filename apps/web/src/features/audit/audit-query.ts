import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { AuditEventsDocument, AuditOverviewDocument } from '../../gql/operations.js';
import { request } from '../../gql/request.js';
import { filterOf, type AuditSearch } from './audit-search.js';

/** How far the log is sealed, and what it can be filtered by. */
export const auditOverviewOptions = (labId: string) =>
  queryOptions({
    queryKey: ['audit', labId, 'overview'],
    queryFn: ({ signal }) => request(AuditOverviewDocument, { labId }, signal),
  });

/** The events of a selection, a hundred at a time. Each time it is asked is in the log itself, so it is not asked again by itself. */
export const auditEventsOptions = (labId: string, search: AuditSearch) =>
  infiniteQueryOptions({
    queryKey: ['audit', labId, 'events', search],
    queryFn: async ({ pageParam, signal }) =>
      (await request(AuditEventsDocument, { labId, filter: filterOf(search), after: pageParam }, signal)).auditEvents,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    staleTime: Infinity,
  });
