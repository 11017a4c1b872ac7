import { mappingSchema, type AreaRule, type DateFormat, type Mapping } from '@datalab/intake';
import type { FieldName } from './mapping-fields.js';

/** Where a field comes from: a column, or something that the proposal found and that is not a column. */
export type FieldSource =
  | { from: 'column'; column: string }
  | { from: 'constant'; value: string }
  | { from: 'wide' }
  | { from: 'in_date' }
  | { from: 'address' }
  | { from: 'bsn'; column: string }
  | { from: 'nothing' };

const valueOf = (mapping: Mapping, field: FieldName): unknown => (mapping as unknown as Record<string, unknown>)[field];

export function sourceOf(mapping: Mapping, field: FieldName): FieldSource {
  const value = valueOf(mapping, field);
  if (value === undefined) return { from: 'nothing' };
  if (value === 'in_date') return { from: 'in_date' };
  if (typeof value !== 'object' || value === null) return { from: 'nothing' };
  if ('from' in value && value.from === 'bsn' && 'column' in value)
    return { from: 'bsn', column: String(value.column) };
  if ('column' in value) return { from: 'column', column: String(value.column) };
  if ('constant' in value) return { from: 'constant', value: String(value.constant) };
  if ('wide' in value) return { from: 'wide' };
  return 'from' in value && value.from === 'address' ? { from: 'address' } : { from: 'nothing' };
}

const replaced = (mapping: Mapping, field: FieldName, value: unknown): Mapping => {
  const next: Record<string, unknown> = { ...mapping };
  if (value === undefined) delete next[field];
  else next[field] = value;
  return next as unknown as Mapping;
};

/** Takes a field from another column, or from nowhere; what else is known of the field (how dates are written, a translation) stays. */
export function withColumn(mapping: Mapping, field: FieldName, column: string | undefined): Mapping {
  if (column === undefined) return replaced(mapping, field, undefined);
  if (field === 'householdKey') return replaced(mapping, field, { from: 'given', column });
  if (field === 'personKey' || field === 'reporterKey') return replaced(mapping, field, { column });
  const before = valueOf(mapping, field);
  const isDate = field === 'occurredOn' || field === 'registeredOn' || field === 'closedOn' || field === 'month';
  const known =
    typeof before === 'object' && before !== null && 'column' in before ? before : isDate ? { format: 'iso' } : {};
  return replaced(mapping, field, { ...known, column });
}

/** A pseudonym of the BSN in a column. */
export const withBsn = (mapping: Mapping, field: FieldName, column: string): Mapping =>
  replaced(mapping, field, { column, from: 'bsn' });

/** A pseudonym of the address by which the area is found. */
export const withAddressKey = (mapping: Mapping): Mapping => replaced(mapping, 'householdKey', { from: 'address' });

/** Whether keys can be made of the addresses of this file. */
export const hasAddress = (mapping: Mapping): boolean => mapping.area?.by === 'address';

export const formatOf = (mapping: Mapping, field: FieldName): DateFormat | undefined => {
  const value = valueOf(mapping, field);
  return typeof value === 'object' && value !== null && 'format' in value ? (value.format as DateFormat) : undefined;
};

export function withFormat(mapping: Mapping, field: FieldName, format: DateFormat): Mapping {
  const before = valueOf(mapping, field);
  return typeof before === 'object' ? replaced(mapping, field, { ...before, format }) : mapping;
}

export function withArea(mapping: Mapping, area: AreaRule | undefined): Mapping {
  const next: Mapping = { ...mapping };
  if (area === undefined) delete next.area;
  else next.area = area;
  return next;
}

/** The codes of the source with what they mean; provisions have codes of their own instead of categories. */
export const codesOf = (mapping: Mapping): Readonly<Record<string, string>> =>
  mapping.kind === 'provision_use' ? mapping.provisions.codes : mapping.categories.codes;

export function withCodes(mapping: Mapping, codes: Readonly<Record<string, string>>): Mapping {
  if (mapping.kind === 'provision_use')
    return { ...mapping, provisions: { ...mapping.provisions, codes: { ...mapping.provisions.codes, ...codes } } };
  return {
    ...mapping,
    categories: { ...mapping.categories, codes: { ...mapping.categories.codes, ...codes } },
  } as Mapping;
}

/** Every column that has to be chosen is chosen. */
export const isComplete = (mapping: Mapping): boolean => mappingSchema.safeParse(mapping).success;

/** One value for every row. */
export const withConstant = (mapping: Mapping, field: FieldName, constant: string): Mapping =>
  replaced(mapping, field, { constant });

const codedOf = (mapping: Mapping, field: FieldName): { codes: Record<string, string> } | undefined => {
  const value = valueOf(mapping, field);
  return typeof value === 'object' && value !== null && 'codes' in value
    ? (value as { codes: Record<string, string> })
    : undefined;
};

/** What a value of a translated column means, as far as it is known. */
export const meaningOf = (mapping: Mapping, field: FieldName, code: string): string | undefined =>
  codedOf(mapping, field)?.codes[code];

export function withMeaning(mapping: Mapping, field: FieldName, code: string, meaning: string): Mapping {
  const coded = codedOf(mapping, field);
  if (coded === undefined) return mapping;
  const codes = { ...coded.codes };
  if (meaning === '') delete codes[code];
  else codes[code] = meaning;
  return replaced(mapping, field, { ...coded, codes });
}
