import { queryOptions } from '@tanstack/react-query';
import { findKey } from './key-store.js';

/** The organisation's key in this browser; null where there is none yet. */
export const keyOptions = (organisationId: string) =>
  queryOptions({
    queryKey: ['organisation-key', organisationId],
    queryFn: async () => (await findKey(organisationId)) ?? null,
    staleTime: Infinity,
    retry: false,
  });
