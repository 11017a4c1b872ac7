import { ApiError } from './api-error.js';
import { readAnswer, type GraphqlAnswer } from './read-answer.js';
import type { TypedDocumentString } from './operations.js';

/** The header that no form and no link of another site can send: the api refuses a POST without it. */
export const SAME_SITE = { 'x-datalab': '1' } as const;

/** Sends one query or mutation; every failure is an ApiError. */
export async function request<R, V>(
  document: TypedDocumentString<R, V>,
  variables?: V,
  signal?: AbortSignal,
): Promise<R> {
  let response: Response;
  try {
    response = await fetch('/graphql', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...SAME_SITE },
      body: JSON.stringify({ query: document.toString(), variables: variables ?? {} }),
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('Offline', String(error));
  }
  const requestId = response.headers.get('x-request-id') ?? undefined;
  const isJson = response.headers.get('content-type')?.includes('json') === true;
  const answer = isJson ? ((await response.json()) as GraphqlAnswer<R>) : undefined;
  return readAnswer(response.status, answer, requestId);
}

/** Fetches one of the region's files (areas, boundaries, addresses); failures as in `request`. */
export async function fetchFile(path: string, signal?: AbortSignal): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', signal: signal ?? null });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError('Offline', String(error));
  }
  if (!response.ok) readAnswer(response.status, undefined, response.headers.get('x-request-id') ?? undefined);
  return response;
}
