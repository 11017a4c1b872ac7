import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind, type FaultPlace } from '@datalab/domain';
import { Unauthenticated } from '../auth/unauthenticated.js';
import { TooManyRequests } from '../limits/too-many-requests.js';

/** What the outside hears of an error: a kind, a stable reason, a sentence; never a stack, a query or a value. */
export interface ErrorAnswer {
  status: number;
  code: ErrorKind | 'Unauthenticated' | 'TooManyRequests';
  reason: string;
  message: string;
  places: readonly FaultPlace[];
}

const STATUS: Record<ErrorKind, number> = {
  InvalidInput: 422,
  NotFound: 404,
  Forbidden: 403,
  Conflict: 409,
  InvalidState: 409,
  Withheld: 403,
  Unavailable: 503,
  Bug: 500,
};

const UNEXPECTED: ErrorAnswer = {
  status: 500,
  code: 'Bug',
  reason: 'unexpected',
  message: 'Something went wrong on our side. It has been logged; mention the request id when you report it.',
  places: [],
};

const TOO_SLOW: ErrorAnswer = {
  status: 503,
  code: 'Unavailable',
  reason: 'database.too-slow',
  message: 'This took too long and was stopped. Ask for less, or try again later.',
  places: [],
};

/** What PostgreSQL calls a statement that was cancelled: by its timeout, or by us. */
const QUERY_CANCELED = '57014';

/**
 * What PostgreSQL calls a value that is none of the declared type: an id that is no UUID, a day that is not in the calendar, a number that is too large, a
 * NUL. Its message holds the value, so nothing of it is passed on.
 */
const NOT_A_VALUE: readonly unknown[] = ['22P02', '22007', '22008', '22003', '22021'];

const MALFORMED: ErrorAnswer = {
  status: 422,
  code: 'InvalidInput',
  reason: 'input.malformed',
  message: 'The input does not have the declared form.',
  places: [],
};

/** The one place where an error becomes an answer. Anything that is not known is a bug, and says nothing of itself. */
export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof Unauthenticated)
    return { status: 401, code: 'Unauthenticated', reason: error.reason, message: error.message, places: [] };
  if (error instanceof TooManyRequests)
    return { status: 429, code: 'TooManyRequests', reason: error.reason, message: error.message, places: [] };
  if (error instanceof DomainError) {
    if (error.kind === 'Bug') return UNEXPECTED;
    const { kind, code, message, places } = error;
    return { status: STATUS[kind], code: kind, reason: code, message, places };
  }
  if (error instanceof HttpException) return answerToHttp(error);
  if (!(error instanceof Error)) return UNEXPECTED;
  const { code, statusCode } = error as Error & { code?: unknown; statusCode?: unknown };
  if (code === QUERY_CANCELED) return TOO_SLOW;
  if (NOT_A_VALUE.includes(code)) return MALFORMED;
  if (/^(FST|MER)_ERR_/.test(String(code))) return answerToServer(error.message, Number(statusCode));
  return UNEXPECTED;
}

/** What Fastify and Mercurius refuse before anything of ours is asked: a body that is too large or no JSON, an unknown operation. */
function answerToServer(message: string, status: number): ErrorAnswer {
  if (!(status >= 400 && status < 500)) return UNEXPECTED;
  const reason = status === 413 ? 'input.too-large' : 'input.malformed';
  return { status, code: 'InvalidInput', reason, message, places: [] };
}

/** Nest's own refusals: an input that does not fit its declaration, an unknown path. */
function answerToHttp(error: HttpException): ErrorAnswer {
  const status = error.getStatus();
  if (status === 404)
    return { status, code: 'NotFound', reason: 'path', message: 'There is nothing here.', places: [] };
  if (status >= 500) return UNEXPECTED;
  const body = error.getResponse() as { message?: unknown };
  const faults = Array.isArray(body.message) ? body.message.map(String) : [];
  return {
    ...MALFORMED,
    places: faults.map((fault) => ({ field: fault.split(' ')[0]! })),
  };
}
