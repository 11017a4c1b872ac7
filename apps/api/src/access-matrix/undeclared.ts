import type { GraphQLSchema } from 'graphql';
import { ENDPOINTS, GRAPHQL_ENDPOINTS } from './declarations/endpoints.js';
import { OPERATIONS } from './declarations/operations.js';
import { TYPES } from './declarations/types.js';
import { fieldsOf, operationsOf } from './selection.js';
import { operationName } from './try-cells.js';

const FOLDER = 'apps/api/src/access-matrix/declarations';

/** What the schema has and no rule speaks of, and what a rule speaks of and the schema has not; each as a sentence that says what to do. */
export function undeclared(schema: GraphQLSchema): string[] {
  const operations = operationsOf(schema).map(({ kind, field }) => operationName(kind, field.name));
  const missing = operations
    .filter((name) => !(name in OPERATIONS))
    .map((name) => `declare who may use ${name} in ${FOLDER}/operations.ts`);
  const gone = Object.keys(OPERATIONS)
    .filter((name) => !operations.includes(name))
    .map((name) => `there is no ${name}: take it out of ${FOLDER}`);
  return [...missing, ...undeclaredFields(schema), ...gone, ...goneFields(schema)];
}

function undeclaredFields(schema: GraphQLSchema): string[] {
  return [...fieldsOf(schema)].flatMap(([type, names]) => {
    if (TYPES[type] === undefined) return [`declare who sees ${type} (${names.join(' ')}) in ${FOLDER}/types.ts`];
    const known = knownFields(type);
    return names
      .filter((name) => !known.includes(name))
      .map((name) => `declare who sees ${type}.${name} in ${FOLDER}/types.ts`);
  });
}

function goneFields(schema: GraphQLSchema): string[] {
  const there = fieldsOf(schema);
  return Object.keys(TYPES).flatMap((type) =>
    knownFields(type)
      .filter((name) => there.get(type)?.includes(name) !== true)
      .map((name) => `there is no ${type}.${name}: take it out of ${FOLDER}/types.ts`),
  );
}

const knownFields = (type: string): string[] => {
  const { withIt, fields = {}, neverFilled = {} } = TYPES[type]!;
  return [...withIt, ...Object.keys(fields), ...Object.keys(neverFilled)];
};

/** The same for the endpoints that a running api has. */
export function undeclaredEndpoints(routes: readonly string[]): string[] {
  const declared = [...Object.keys(ENDPOINTS), ...GRAPHQL_ENDPOINTS];
  const covers = (route: string) => declared.includes(route) || declared.includes(route.replace(/^HEAD /, 'GET '));
  return routes
    .filter((route) => !covers(route))
    .map((route) => `declare who may use ${route} in ${FOLDER}/endpoints.ts`);
}

/** Every route of a server as `METHOD /path`, from what Fastify prints of its router. */
export function routesOf(printed: string): string[] {
  const above: string[] = [];
  return printed.split('\n').flatMap((line) => {
    const found = /^([\s│]*)[├└]── (.*?)(?: \(([A-Z, ]+)\))?$/.exec(line);
    if (found === null) return [];
    const [, indent = '', part = '', methods] = found;
    const level = indent.length / 4;
    above.splice(level, above.length, part);
    const path = above.join('').replace(/\/+/g, '/');
    return (methods ?? '').split(', ').flatMap((method) => (method === '' ? [] : [`${method} ${path}`]));
  });
}
