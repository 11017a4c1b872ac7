import type { Words } from '@datalab/domain';

/** What a code of an option names. */
export type ChoiceOf = 'area' | 'category' | 'indicator' | 'period' | 'provision';

/** One option of a method as a form asks for it. */
export interface RunField {
  name: string;
  words: Words;
  kind: 'number' | 'numbers' | 'yes-no' | 'one-of' | 'code' | 'codes';
  of: ChoiceOf | null;
  values: { value: string; words: Words }[];
  isRequired: boolean;
  least: number | undefined;
  most: number | undefined;
  isWhole: boolean;
}

export type FieldValue = string | boolean | readonly string[];
export type RunAnswers = Readonly<Record<string, FieldValue>>;

interface Property {
  type?: string;
  default?: unknown;
  enum?: string[];
  minimum?: number;
  maximum?: number;
  minItems?: number;
  items?: { type?: string };
  words?: Words;
  of?: ChoiceOf;
  values?: Record<string, Words>;
}
interface OptionsSchema {
  properties?: Record<string, Property>;
  required?: string[];
}

/** The fields of a method's options, from its JSON Schema. A property without words is asked for by its own name: never hidden. */
export function fieldsOf(schema: unknown): RunField[] {
  const { properties = {}, required = [] } = schema as OptionsSchema;
  return Object.entries(properties).map(([name, property]) => ({
    name,
    words: property.words ?? { nl: name, en: name },
    kind: kindOf(property),
    of: property.of ?? null,
    values: (property.enum ?? []).map((value) => ({
      value,
      words: property.values?.[value] ?? { nl: value, en: value },
    })),
    isRequired: required.includes(name) || (property.minItems ?? 0) > 0,
    least: property.type === 'array' ? property.minItems : property.minimum,
    most: property.type === 'array' ? undefined : property.maximum,
    isWhole: property.type === 'integer',
  }));
}

function kindOf({ type, enum: values, items }: Property): RunField['kind'] {
  if (values !== undefined) return 'one-of';
  if (type === 'boolean') return 'yes-no';
  if (type === 'array') return items?.type === 'string' ? 'codes' : 'numbers';
  return type === 'string' ? 'code' : 'number';
}

/** What stands in the form at first: what the method does of itself. */
export function startOf(schema: unknown): RunAnswers {
  const { properties = {} } = schema as OptionsSchema;
  return Object.fromEntries(
    fieldsOf(schema).map(({ name, kind }) => {
      const usual = properties[name]?.default;
      if (kind === 'yes-no') return [name, usual === true];
      if (kind === 'codes') return [name, Array.isArray(usual) ? usual.map(String) : []];
      if (kind === 'numbers') return [name, Array.isArray(usual) ? usual.join(', ') : ''];
      return [name, usual === undefined ? '' : String(usual)];
    }),
  );
}

const isEmpty = (value: FieldValue | undefined): boolean =>
  value === undefined || (typeof value !== 'boolean' && value.length === 0);

const partsOf = (value: string): string[] =>
  value
    .split(/[\s,;]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** The names of the fields that are not filled in well: the api judges once more. */
export function faultsOf(fields: readonly RunField[], answers: RunAnswers): Set<string> {
  return new Set(fields.filter((field) => !isGood(field, answers[field.name])).map(({ name }) => name));
}

function isGood({ kind, isRequired, least, most, isWhole }: RunField, value: FieldValue | undefined): boolean {
  if (isEmpty(value)) return !isRequired;
  if (kind === 'codes') return (value as readonly string[]).length >= (least ?? 0);
  if (kind === 'numbers') return partsOf(value as string).every((part) => Number.isFinite(Number(part)));
  if (kind !== 'number') return true;
  const number = Number(String(value).replace(',', '.'));
  if (!Number.isFinite(number) || (isWhole && !Number.isInteger(number))) return false;
  return number >= (least ?? -Infinity) && number <= (most ?? Infinity);
}

/** The options as the api takes them; what was left empty is left out, so that the method does what it does of itself. */
export function optionsOf(fields: readonly RunField[], answers: RunAnswers): Record<string, unknown> {
  return Object.fromEntries(
    fields.flatMap(({ name, kind }): [string, unknown][] => {
      const value = answers[name];
      if (isEmpty(value)) return [];
      if (kind === 'number') return [[name, Number(String(value).replace(',', '.'))]];
      if (kind === 'numbers') return [[name, partsOf(value as string).map(Number)]];
      return [[name, value]];
    }),
  );
}
