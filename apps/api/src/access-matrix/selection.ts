import { getNamedType, isLeafType, isObjectType, type GraphQLField, type GraphQLSchema } from 'graphql';

/** Levels of fields in one question; the api allows eight. */
const DEEPEST = 7;

/** Everything that can be asked of one operation, as GraphQL: every field of every object, once on each way down. */
export function wholeQuestion(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>): string {
  const declared = field.args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = field.args.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = `${kind}${declared === '' ? '' : ` (${declared})`}`;
  return `${head} { ${field.name}${passed === '' ? '' : `(${passed})`} ${selectionOf(field, [], 1) ?? ''} }`;
}

function selectionOf(
  field: GraphQLField<unknown, unknown>,
  above: readonly string[],
  level: number,
): string | undefined {
  const type = getNamedType(field.type);
  if (!isObjectType(type)) return '';
  if (above.includes(type.name) || level >= DEEPEST) return undefined;
  const fields = Object.values(type.getFields()).flatMap((part) => {
    if (part.args.some(({ defaultValue, type: of }) => defaultValue === undefined && String(of).endsWith('!')))
      return [];
    const selection = selectionOf(part, [...above, type.name], level + 1);
    return selection === undefined ? [] : [`${part.name} ${selection}`.trim()];
  });
  return fields.length === 0 ? undefined : `{ ${fields.join(' ')} }`;
}

/** Every field of every object type but the three roots, as `Type.field`. */
export function fieldsOf(schema: GraphQLSchema): Map<string, string[]> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type),
  );
  return new Map(types.map((type) => [type.name, isObjectType(type) ? Object.keys(type.getFields()) : []]));
}

/** Queries and mutations with their kind. */
export function operationsOf(
  schema: GraphQLSchema,
): { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> }[] {
  const all = (kind: 'query' | 'mutation') => {
    const root = kind === 'query' ? schema.getQueryType() : schema.getMutationType();
    return Object.values(root?.getFields() ?? {}).map((field) => ({ kind, field }));
  };
  return [...all('query'), ...all('mutation')];
}

/** Calls `see` with every field that has a value, as the schema names its type; whole parts that `skip` says are another's are left out. */
export function walk(
  schema: GraphQLSchema,
  typeName: string,
  value: unknown,
  see: (type: string, field: string | undefined) => void,
  skip: (object: Record<string, unknown>) => boolean,
): void {
  if (Array.isArray(value)) return value.forEach((item) => walk(schema, typeName, item, see, skip));
  const type = schema.getType(typeName);
  if (!isObjectType(type) || value === null || typeof value !== 'object') return;
  const object = value as Record<string, unknown>;
  if (skip(object)) return;
  see(typeName, undefined);
  for (const [name, inner] of Object.entries(object)) {
    const field = type.getFields()[name];
    if (field === undefined || inner === null || inner === undefined) continue;
    see(typeName, name);
    const innerType = getNamedType(field.type);
    if (!isLeafType(innerType)) walk(schema, innerType.name, inner, see, skip);
  }
}
