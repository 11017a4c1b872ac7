import type { DatasetKind } from '@datalab/domain';
import { CANONICAL_FIELDS, CANONICAL_VERSION } from '../schema/canonical-schema.js';
import type { FieldDescription } from '../schema/field.js';

const PATTERNS = {
  hash: '^[0-9a-f]{64}$',
  code: '^[A-Za-z0-9][A-Za-z0-9 _.:|/+=-]*$',
  grid_cell: '^E\\d{3}[02468]N\\d{3}[02468]$',
  month: '^\\d{4}-(0[1-9]|1[0-2])$',
  period: '^\\d{4}(-Q[1-4]|-(0[1-9]|1[0-2]))?$',
  area: '^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$',
} as const;

const patternOf = (field: FieldDescription): string | undefined =>
  field.type === 'text'
    ? field.shape && PATTERNS[field.shape]
    : field.type in PATTERNS
      ? PATTERNS[field.type as keyof typeof PATTERNS]
      : undefined;

/** The fields of the row itself; its keys travel sealed, in lines of their own. */
const clearFields = (kind: DatasetKind): [string, FieldDescription][] =>
  Object.entries(CANONICAL_FIELDS[kind]).filter(([, field]) => field.type !== 'key');

const given = <T extends Record<string, unknown>>(fields: T): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/** The canonical format as a Frictionless Table Schema (specs.frictionlessdata.io/table-schema), for tables of canonical rows. */
export function tableSchema(kind: DatasetKind): Record<string, unknown> {
  return {
    title: `Data Lab Overlast: ${kind}`,
    version: CANONICAL_VERSION,
    missingValues: [''],
    primaryKey: ['record_hash'],
    fields: clearFields(kind).map(([name, field]) => ({
      name,
      title: field.title,
      description: field.description,
      type: field.type === 'date' || field.type === 'integer' || field.type === 'boolean' ? field.type : 'string',
      constraints: given({
        required: field.required,
        enum: field.type === 'enum' ? field.values : undefined,
        maxLength: field.type === 'text' ? field.maxLength : undefined,
        pattern: patternOf(field),
        minimum: field.type === 'integer' ? field.min : undefined,
        maximum: field.type === 'integer' ? field.max : undefined,
      }),
    })),
  };
}

/**
 * One canonical row as a JSON Schema (2020-12). The validator is stricter where a schema cannot say it: dates that do not exist or lie in
 * the future, and area codes that the region does not have.
 */
export function jsonSchema(kind: DatasetKind): Record<string, unknown> {
  const fields = clearFields(kind);
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Data Lab Overlast: ${kind} ${CANONICAL_VERSION}`,
    type: 'object',
    additionalProperties: false,
    required: fields.filter(([, field]) => field.required).map(([name]) => name),
    properties: Object.fromEntries(fields.map(([name, field]) => [name, jsonProperty(field)])),
    if: { properties: { placement: { const: 'in_region' } } },
    then: { required: ['area_code'] },
    else: { properties: { area_code: false } },
  };
}

function jsonProperty(field: FieldDescription): Record<string, unknown> {
  const { title, description } = field;
  if (field.type === 'enum') return { title, description, enum: field.values };
  if (field.type === 'boolean') return { title, description, type: 'boolean' };
  if (field.type === 'integer') return { title, description, type: 'integer', minimum: field.min, maximum: field.max };
  return {
    title,
    description,
    type: 'string',
    ...given({
      format: field.type === 'date' ? 'date' : undefined,
      maxLength: field.type === 'text' ? field.maxLength : undefined,
      minLength: field.type === 'text' ? 1 : undefined,
      pattern: patternOf(field),
    }),
  };
}
