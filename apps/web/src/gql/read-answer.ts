import { ERROR_KINDS } from '@datalab/domain';
import { ApiError, type FailureKind, type FailurePlace } from './api-error.js';

interface GraphqlFailure {
  message?: string;
  extensions?: { code?: string; reason?: string; places?: FailurePlace[]; requestId?: string };
}
export interface GraphqlAnswer<R> {
  data?: R | null;
  errors?: GraphqlFailure[];
}

const KINDS: readonly string[] = [...ERROR_KINDS, 'Unauthenticated'];

const kindOfStatus = (status: number): FailureKind => {
  if (status === 401) return 'Unauthenticated';
  if (status === 403) return 'Forbidden';
  if (status === 404) return 'NotFound';
  return status === 429 || status >= 502 ? 'Unavailable' : 'Bug';
};

/**
 * The data of one GraphQL answer, or a thrown ApiError. An answer with data *and* errors counts as failed: no screen shows half a truth.
 * `requestId` comes from the header, or from the error itself.
 */
export function readAnswer<R>(status: number, answer: GraphqlAnswer<R> | undefined, requestId: string | undefined): R {
  const failure = answer?.errors?.[0];
  if (failure !== undefined) {
    const { code, reason, places, requestId: own } = failure.extensions ?? {};
    const kind = code !== undefined && KINDS.includes(code) ? (code as FailureKind) : kindOfStatus(status);
    throw new ApiError(kind, failure.message ?? '', reason, own ?? requestId, places ?? []);
  }
  if (status >= 400 || answer?.data == null) throw new ApiError(kindOfStatus(status), '', undefined, requestId);
  return answer.data;
}
