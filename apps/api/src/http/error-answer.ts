import { HttpException } from '@nestjs/common';
import { DomainError, type ErrorKind, type FaultPlace } from '@datalab/domain';
import { Unauthenticated } from '../auth/unauthenticated.js';

/** What the outside hears of an error: a kind, a stable reason, a sentence; never a stack, a query or a value. */
export interface ErrorAnswer {
  status: number;
  code: ErrorKind | 'Unauthenticated';
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

/** The one place where an error becomes an answer. Anything that is not known is a bug, and says nothing of itself. */
export function answerTo(error: unknown): ErrorAnswer {
  if (error instanceof Unauthenticated)
    return { status: 401, code: 'Unauthenticated', reason: 'session.none', message: error.message, places: [] };
  if (error instanceof DomainError) {
    if (error.kind === 'Bug') return UNEXPECTED;
    const { kind, code, message, places } = error;
    return { status: STATUS[kind], code: kind, reason: code, message, places };
  }
  if (error instanceof HttpException) return answerToHttp(error);
  return UNEXPECTED;
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
    status: 422,
    code: 'InvalidInput',
    reason: 'input.malformed',
    message: 'The input does not have the declared form.',
    places: faults.map((fault) => ({ field: fault.split(' ')[0]! })),
  };
}
