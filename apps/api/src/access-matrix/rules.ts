import type { ApiClientScope, LabRole } from '@datalab/domain';
import { isProgram, labOf, organisationOf, type MatrixActor } from './actors.js';
import type { MatrixIds } from './ids.js';

/** Who, as a sentence that can be read aloud and a check. */
export interface Who {
  sentence: string;
  includes(actor: MatrixActor): boolean;
}

const who = (sentence: string, includes: (actor: MatrixActor) => boolean): Who => ({ sentence, includes });
const orAll = (roles: readonly LabRole[]): string => (roles.length === 0 ? 'everybody' : roles.join(', '));

export const EVERYBODY = who('everybody, signed in or not', () => true);
export const SIGNED_IN = who('everybody who is signed in', ({ position }) => position !== 'signed out');
export const NOBODY = who('nobody', () => false);
/** Members of whatever lab. */
export const IN_A_LAB = who('members of a lab, each of their own', ({ position }) => labOf(position) !== undefined);
/** Members of lab 1, of whatever organisation; only these roles, where any are named. */
export const inLab = (...roles: LabRole[]): Who =>
  who(
    `${orAll(roles)} in the lab`,
    (actor) => labOf(actor.position) === 'one' && !isProgram(actor) && has(roles, actor.role),
  );
/** Members of lab 1 for organisation A; only these roles, where any are named. */
export const ownInLab = (...roles: LabRole[]): Who =>
  who(
    `${orAll(roles)} of its organisation in the lab`,
    ({ position, role }) => position === 'own organisation' && has(roles, role),
  );
/** Who leads a lab, whichever. */
export const LEADERS_ANYWHERE = who(
  'coordinators of a lab, whichever',
  ({ position, role }) => labOf(position) !== undefined && role === 'coordinator',
);
/** Programs of organisation A in lab 1 with one of these scopes; any, where none is named. */
export const ownProgram = (...scopes: ApiClientScope[]): Who =>
  who(
    `a program of its organisation${scopes.length === 0 ? '' : ` with ${scopes.join(' or ')}`}`,
    ({ position, scope }) =>
      position === 'program of the organisation' && (scopes.length === 0 || scopes.includes(scope!)),
  );
/** Programs in lab 1 with one of these scopes, each for their own organisation. */
export const program = (...scopes: ApiClientScope[]): Who =>
  who(`a program in the lab with ${scopes.join(' or ')}`, ({ scope }) => scope !== undefined && scopes.includes(scope));
/** Programs of whatever organisation in lab 1. */
export const PROGRAMS = who('programs in the lab', isProgram);
/** People and no program. */
export const PEOPLE = who('people who are signed in', (actor) => actor.position !== 'signed out' && !isProgram(actor));
export const ADMINISTRATORS = who(
  'administrators of the platform',
  ({ position }) => position === 'platform administrator',
);
/** People of organisation A, whatever lab they are in. */
export const OWN_ORGANISATION = who(
  'people of its organisation',
  ({ position }) => position !== 'signed out' && organisationOf(position) === 'a',
);
export const either = (...some: Who[]): Who =>
  who(some.map(({ sentence }) => sentence).join('; '), (actor) => some.some((one) => one.includes(actor)));

const has = (roles: readonly LabRole[], role: LabRole | undefined): boolean =>
  roles.length === 0 || (role !== undefined && roles.includes(role));

/** What an operation or an endpoint does for somebody: gives it, or refuses in one of these ways. */
export type Outcome =
  | 'given'
  | 'empty'
  /** Given, and a part of it that is read in a later transaction was not there: what the mutation made had been undone by then. */
  | 'given, with NotFound inside'
  | 'Unauthenticated'
  | 'NotFound'
  | 'Forbidden'
  | 'InvalidInput'
  | 'InvalidState'
  | 'Conflict'
  | 'Unavailable'
  | 'Withheld'
  | 'TooManyRequests'
  | 'Bug';

interface Entry {
  /** Who gets it. */
  who: Who;
  /** Who may know that it is there: they hear Forbidden, everybody else NotFound. Left out: nobody beside those who get it. */
  known?: Who;
  /** It is a list: who may see nothing in it gets an empty one. */
  list?: true;
  /** Whom row-level security lets through when the rules are switched off: never more than these. */
  secondWall: Who;
}

/** A query or a mutation. */
export interface OperationRule extends Entry {
  variables(ids: MatrixIds): object;
  /** Why it is not tried: its rows are not made in the world of the matrix. */
  notTried?: string;
  /** Answers that mean that somebody was let in and the state did not fit; what is left out must be given. */
  alsoLetIn?: readonly Outcome[];
}

/** A field of an object: who sees it on a row of organisation A in lab 1. */
export type FieldRule = Who;

/** An object type: who sees such an object of organisation A in lab 1, and its fields by name; those in `fields` have a rule of their own. */
export interface TypeRule {
  who: Who;
  withIt: readonly string[];
  fields?: Readonly<Record<string, FieldRule>>;
  /** Null on every row that the matrix makes: seen by nobody here. Why. */
  neverFilled?: Readonly<Record<string, string>>;
}

/** An endpoint that is no GraphQL. */
export interface EndpointRule extends Entry {
  path(ids: MatrixIds): string;
  headers?(ids: MatrixIds): Record<string, string>;
  payload?: string;
  given: readonly number[];
  /** What comes does not end by itself. */
  stream?: true;
  /** It gives everybody what the lab shares and publishes: its question, its partners, its cards. */
  publishes?: true;
  /** How somebody who is signed in is refused, where that is not NotFound. */
  refusedAs?: Outcome;
  /** An upload must have begun: the steward of organisation A begins one first. */
  before?: 'upload';
  /** Why it is not tried here. */
  notTried?: string;
}
