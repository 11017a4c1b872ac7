import { DomainError } from '@datalab/domain';

/** Problems of this service. The code is stable; the detail is a fixed sentence, so it can carry nothing out of a request. */
const PROBLEMS = {
  'keyservice.token-missing': [401, 'Send a bearer token of an issuer that this key service lists.'],
  'keyservice.token-refused': [401, 'The token is not valid here: issuer, audience, signature, age or claims.'],
  'keyservice.not-listed': [403, 'This key service does not list your organisation for this lab.'],
  'keyservice.lab-unknown': [404, 'This key service holds no key for this lab.'],
  'keyservice.not-found': [404, 'There is nothing at this address.'],
  'keyservice.key-destroyed': [410, 'The key of this lab was destroyed.'],
  'keyservice.key-live': [404, 'The key of this lab was not destroyed.'],
  'keyservice.body-too-large': [413, 'The question is larger than a batch may be.'],
  'keyservice.media-type': [415, 'Send application/json.'],
  'keyservice.request-invalid': [400, 'The question does not have the form of an evaluation request.'],
  'keyservice.element-invalid': [400, 'A value in the question is not an element of the group.'],
  'keyservice.budget-exceeded': [429, 'The budget of your organisation in this lab is used up for today (UTC).'],
  'keyservice.internal': [500, 'The key service failed. The operator finds the reason under the request id.'],
} as const;

export type ProblemCode = keyof typeof PROBLEMS;

/** A refusal that the caller may see. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;

  constructor(readonly code: ProblemCode) {
    super(PROBLEMS[code][1]);
    this.status = PROBLEMS[code][0];
  }
}

/** The body of an error answer (RFC 9457, application/problem+json). */
export interface ProblemBody {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: ProblemCode;
  readonly detail: string;
  readonly requestId: string;
}

const TITLES: Record<number, string> = {
  400: 'Bad request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not found',
  410: 'Gone',
  413: 'Content too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal server error',
};

export const problemBody = ({ code, status, message }: Problem, requestId: string): ProblemBody => ({
  type: `urn:datalab-overlast:problem:${code}`,
  title: TITLES[status] ?? 'Error',
  status,
  code,
  detail: message,
  requestId,
});

/**
 * The problem behind any error. Fastify's own messages are dropped on purpose: its JSON parser quotes the body. What is not known here is
 * `keyservice.internal`.
 */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof DomainError && error.kind === 'InvalidInput') return new Problem('keyservice.element-invalid');
  const { code, statusCode } = (error ?? {}) as { code?: unknown; statusCode?: unknown };
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('keyservice.body-too-large');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return new Problem('keyservice.media-type');
  if (typeof statusCode === 'number' && statusCode >= 400 && statusCode < 500) {
    return new Problem('keyservice.request-invalid');
  }
  return new Problem('keyservice.internal');
}
