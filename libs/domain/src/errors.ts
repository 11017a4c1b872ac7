/**
 * Every way in which an operation may fail on purpose. Each app maps the kind once to its protocol (GraphQL code, HTTP status,
 * exit code). A message is written for the person who reads it and never carries a value out of a row.
 */
export const ERROR_KINDS = [
  'InvalidInput',
  'NotFound',
  'Forbidden',
  'Conflict',
  'InvalidState',
  'Withheld',
  'Unavailable',
  'Bug',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

/** Where in the caller's input the fault lies: a field path, or the column and row of a file. Never the value itself. */
export interface FaultPlace {
  field?: string;
  column?: string;
  row?: number;
}

export class DomainError extends Error {
  override readonly name = 'DomainError';

  constructor(
    readonly kind: ErrorKind,
    /** Stable, for translation and for tests: `load.already-sealed`. */
    readonly code: string,
    message: string,
    readonly places: readonly FaultPlace[] = [],
  ) {
    super(message);
  }
}

export const invalidInput = (code: string, message: string, places: readonly FaultPlace[] = []): DomainError =>
  new DomainError('InvalidInput', code, message, places);

/** Also the answer to "not yours": whether a thing exists is itself a secret. */
export const notFound = (noun: string): DomainError =>
  new DomainError('NotFound', `${noun}.not-found`, `This ${noun} does not exist, or it is not yours to see.`);

export const forbidden = (code: string, message: string): DomainError => new DomainError('Forbidden', code, message);

export const conflict = (code: string, message: string): DomainError => new DomainError('Conflict', code, message);

export const invalidState = (code: string, message: string): DomainError =>
  new DomainError('InvalidState', code, message);

export const unavailable = (code: string, message: string): DomainError =>
  new DomainError('Unavailable', code, message);

/** Something that the code holds impossible has happened. */
export const bug = (message: string): DomainError => new DomainError('Bug', 'bug', message);
