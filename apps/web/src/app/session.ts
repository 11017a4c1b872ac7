import { queryOptions, useQuery, type QueryClient } from '@tanstack/react-query';
import { kindOf } from '../gql/api-error.js';
import { MeDocument } from '../gql/operations.js';
import { request, SAME_SITE } from '../gql/request.js';
import type { Me } from '../gql/types.js';

const EXPIRED = ['session', 'expired'] as const;

/** Who is signed in; null where nobody is. */
export const meOptions = queryOptions({
  queryKey: ['me'],
  queryFn: async ({ signal }): Promise<Me | null> => {
    try {
      return (await request(MeDocument, {}, signal)).me;
    } catch (error) {
      if (kindOf(error) === 'Unauthenticated') return null;
      throw error;
    }
  },
  staleTime: Infinity,
});

/** A call that fails for want of a session, while somebody is signed in here, means that the session ended. */
export function noticeExpiry(client: QueryClient, error: unknown): void {
  if (kindOf(error) === 'Unauthenticated' && client.getQueryData(meOptions.queryKey) != null)
    client.setQueryData(EXPIRED, true);
}

export const useSessionExpired = (): boolean =>
  useQuery({ queryKey: EXPIRED, queryFn: () => false, initialData: false, staleTime: Infinity }).data;

export const signInUrl = (returnTo: string): string => `/auth/login?returnTo=${encodeURIComponent(returnTo)}`;

/** Ends the session here and at the identity provider. */
export const signOut = (): Promise<void> => leaveBy('/auth/logout');

/** The same, in every browser. */
export const signOutEverywhere = (): Promise<void> => leaveBy('/auth/logout-everywhere');

async function leaveBy(path: string): Promise<void> {
  const response = await fetch(path, { method: 'POST', credentials: 'same-origin', headers: SAME_SITE });
  const answer = response.ok ? ((await response.json()) as { redirectTo?: string }) : {};
  location.assign(answer.redirectTo ?? '/');
}
