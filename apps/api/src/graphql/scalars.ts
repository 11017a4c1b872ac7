import { GraphQLScalarType, Kind } from 'graphql';
import { GraphQLError } from 'graphql';

/** How a calendar date is written; an input says so for the validation that runs beside the scalar. */
export const DAY = /^\d{4}-\d\d-\d\d$/;

function parseDay(value: unknown): string {
  if (typeof value === 'string' && DAY.test(value) && !Number.isNaN(Date.parse(value))) return value;
  throw new GraphQLError('A date is written as YYYY-MM-DD.', { extensions: { code: 'InvalidInput' } });
}

/** A calendar date without time or zone, `YYYY-MM-DD`. */
export const GraphQLDate = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A calendar date, YYYY-MM-DD.',
  serialize: (value) => (value instanceof Date ? value.toISOString().slice(0, 10) : String(value)),
  parseValue: parseDay,
  parseLiteral: (node) => parseDay(node.kind === Kind.STRING ? node.value : undefined),
});

/** A JSON document; checked by the service that takes it. */
export const GraphQLJson = new GraphQLScalarType<unknown, unknown>({
  name: 'JSON',
  description: 'A JSON document.',
  serialize: (value) => value,
  parseValue: (value) => value,
  parseLiteral: () => {
    throw new GraphQLError('Pass a JSON document as a variable.', { extensions: { code: 'InvalidInput' } });
  },
});
