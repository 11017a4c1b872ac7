import { getNamedType, type GraphQLSchema } from 'graphql';
import { ChangesHub, type Listener } from '../events/changes-hub.js';
import { credentialHeaders, type Answer, type TestApp } from '../testing/test-app.factory.js';
import type { MatrixActor } from './actors.js';
import type { EndpointRule, OperationRule, Outcome } from './rules.js';
import { operationsOf, wholeQuestion } from './selection.js';
import type { MatrixWorld } from './world.js';

/** What came of one try. */
export interface Tried {
  outcome: Outcome | string;
  /** The answer as it was sent, in which no foreign marker may stand. */
  body: string;
  data?: unknown;
}

/** Somebody with what they show: a cookie, or `Bearer …`. */
export interface SignedIn {
  actor: MatrixActor;
  cookie: string | undefined;
}

/** Asks one operation for everything it has. */
export async function tryOperation(
  app: TestApp,
  schema: GraphQLSchema,
  world: MatrixWorld,
  { cookie }: SignedIn,
  name: string,
  rule: OperationRule,
): Promise<Tried> {
  const { kind, field } = operationsOf(schema).find(({ kind, field }) => operationName(kind, field.name) === name)!;
  const answer = await app.ask<Record<string, unknown>>(cookie, wholeQuestion(kind, field), rule.variables(world.ids));
  const data = answer.data?.[field.name];
  return { outcome: outcomeOf(answer, data), body: answer.body, data };
}

export const operationName = (kind: 'query' | 'mutation', field: string): string =>
  `${kind === 'query' ? 'Query' : 'Mutation'}.${field}`;

/** The name of the object type that an operation answers with. */
export const typeOf = (schema: GraphQLSchema, name: string): string =>
  getNamedType(operationsOf(schema).find(({ kind, field }) => operationName(kind, field.name) === name)!.field.type)
    .name;

function outcomeOf({ errors }: Answer, data: unknown): string {
  const [error] = errors;
  if (data === null || data === undefined) return String(error?.extensions?.code ?? 'Bug');
  if (error !== undefined) return `given, with ${String(error.extensions?.code)} inside`;
  const items = Array.isArray(data) ? data : (data as { items?: unknown[] }).items;
  return Array.isArray(items) && items.length === 0 ? 'empty' : 'given';
}

const STATUSES: Readonly<Record<number, Outcome>> = {
  401: 'Unauthenticated',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Conflict',
  422: 'InvalidInput',
  429: 'TooManyRequests',
  500: 'Bug',
  503: 'Unavailable',
};

/** Asks one endpoint. */
export async function tryEndpoint(
  app: TestApp,
  world: MatrixWorld,
  { cookie }: SignedIn,
  name: string,
  rule: EndpointRule,
): Promise<Tried> {
  const headers = { ...credentialHeaders(cookie), ...rule.headers?.(world.ids) };
  const [method = 'GET'] = name.split(' ');
  const stop = new AbortController();
  const answer = await app.fetch(rule.path(world.ids), {
    method,
    headers,
    signal: AbortSignal.any([stop.signal, AbortSignal.timeout(10_000)]),
    ...(rule.payload !== undefined && { body: rule.payload }),
  });
  const isGiven = rule.given.includes(answer.status);
  const isEndless = rule.stream === true && isGiven;
  const body = isEndless ? '' : await answer.text();
  if (isEndless) stop.abort();
  return { outcome: isGiven ? 'given' : (STATUSES[answer.status] ?? `status ${answer.status}`), body };
}

/** Who hears it when something of organisation A in lab 1 changes: for each of the signed in, whether their stream said so. */
export function hearChange(
  app: TestApp,
  world: MatrixWorld,
  listeners: ReadonlyMap<string, Listener['actor']>,
  ofOrganisation: boolean,
): ReadonlySet<string> {
  const hub = app.get(ChangesHub);
  const heard = new Set<string>();
  const stops = [...listeners].map(([name, actor]) =>
    hub.subscribe({ actor, hear: () => void heard.add(name), recheck: () => undefined }),
  );
  const { labOne, organisationA, loadA } = world.ids;
  hub.publish(
    ofOrganisation
      ? { kind: 'load', id: loadA, labId: labOne, organisationId: organisationA }
      : { kind: 'lab', id: labOne, labId: labOne },
  );
  for (const stop of stops) stop();
  return heard;
}
