import type { ErrorKind } from '@datalab/domain';

/** What can go wrong between screen and api: the api's own kinds, no session, no connection. */
export type FailureKind = ErrorKind | 'Unauthenticated' | 'Offline';

export interface FailurePlace {
  field?: string;
  column?: string;
  row?: number;
}

/** One failed call, with what a person needs in order to report it: the request id. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly kind: FailureKind,
    message: string,
    readonly reason: string | undefined = undefined,
    readonly requestId: string | undefined = undefined,
    readonly places: readonly FailurePlace[] = [],
  ) {
    super(message);
  }
}

export const kindOf = (error: unknown): FailureKind => (error instanceof ApiError ? error.kind : 'Bug');

/** Trying again helps only where the other side was away; a refusal stays a refusal. */
export const isWorthRetrying = (error: unknown): boolean => ['Offline', 'Unavailable'].includes(kindOf(error));
