import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isWorthRetrying } from '../gql/api-error.js';
import { noticeExpiry } from './session.js';

/** One cache for the whole screen. What the server announces (events.ts) is refetched; nothing else goes stale by the clock alone. */
export function makeQueryClient(): QueryClient {
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => noticeExpiry(client, error) }),
    mutationCache: new MutationCache({ onError: (error) => noticeExpiry(client, error) }),
    defaultOptions: {
      queries: {
        staleTime: 60_000,
        retry: (failures, error) => failures < 2 && isWorthRetrying(error),
        refetchOnWindowFocus: true,
      },
    },
  });
  return client;
}
