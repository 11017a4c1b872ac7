import { ADDRESS_KINDS, CATEGORIES, HOUSEHOLD_ROLES, OUT_OF_SCOPE, REPORTER_TYPES } from '@datalab/domain';
import { z } from 'zod';
import { DATE_FORMATS } from './date-format.js';

/** A code of the source that stands for all others together; its rows are left out and counted, or everything would count twice. */
export const SKIP_TOTAL = 'skip_total';

const column = z.string().min(1).max(300);
const fromColumn = z.strictObject({ column });
const dated = z.strictObject({ column, format: z.enum(DATE_FORMATS) });
/** One value for every row, or the values of a column translated; a value that is not listed refuses its row. */
const coded = <V extends readonly [string, ...string[]]>(values: V) =>
  z.union([
    z.strictObject({ constant: z.enum(values) }),
    z.strictObject({ column, codes: z.record(z.string(), z.enum(values)), blank: z.enum(values).optional() }),
  ]);
const yesOrNo = z.strictObject({ column, yes: z.array(z.string()), no: z.array(z.string()) });

const point = z.discriminatedUnion('in', [
  z.strictObject({ in: z.literal('wgs84'), longitude: column, latitude: column }),
  z.strictObject({ in: z.literal('rd'), x: column, y: column }),
]);

const addressColumns = z.strictObject({
  postcode: column,
  number: column,
  letter: column.optional(),
  addition: column.optional(),
});

const area = z.discriminatedUnion('by', [
  /** `prefix` completes codes that the partner writes without it (`0601` → `BU07580601`). */
  z.strictObject({ by: z.literal('code'), column, prefix: z.string().max(20).optional() }),
  z.strictObject({
    by: z.literal('name'),
    column,
    /** Only rows of this level are taken; rows that name an area of another level are left out and counted. */
    level: z.string(),
    /** A name that is of two levels: the first of its rows (within one period and category) is the higher level, as StatLine orders them. */
    firstIsHigher: z.boolean(),
    /** Names that this file also uses for an area of a level that the region does not have; folded as names are. */
    higherNames: z.array(z.string()),
    /** Names as the file writes them → code, where they differ from the region's. */
    aliases: z.record(z.string(), z.string()),
    /** What a name means that no area has. */
    unknown: z.enum(['refuse', 'outside_region', 'other_level']),
  }),
  addressColumns.extend({ by: z.literal('address') }),
  z.strictObject({ by: z.literal('postcode'), column }),
  z.strictObject({ by: z.literal('point'), point }),
  z.strictObject({ by: z.literal('constant'), code: z.string() }),
]);

/**
 * `address`: a pseudonym of the listed address, in these columns or else in those of the area rule: the same for every partner of a lab.
 * `given`: a code of the source itself, which means the same within this source only.
 */
const householdKey = z.discriminatedUnion('from', [
  z.strictObject({ from: z.literal('given'), column }),
  z.strictObject({ from: z.literal('address'), columns: addressColumns.optional() }),
]);

/** `bsn`: a pseudonym of the BSN in this column; otherwise a code of the source itself. */
const keyRule = z.strictObject({ column, from: z.literal('bsn').optional() });

const categories = z.strictObject({
  vocabulary: z.strictObject({ name: z.string(), version: z.string() }),
  /** Every code of the source → canonical category, `out_of_scope` or `skip_total`. A code that is not listed blocks the load. */
  codes: z.record(z.string(), z.enum([...CATEGORIES, OUT_OF_SCOPE, SKIP_TOTAL])),
});

/** Only rows in which this column has one of these values are taken; the others are left out and counted. */
const rowsOnly = z.strictObject({ column, values: z.array(z.string()).min(1) });

const shared = {
  format: z.literal('datalab-mapping/1'),
  sourceRecordId: fromColumn.optional(),
  /** Absent: no row has an area. */
  area: area.optional(),
  only: z.array(rowsOnly).max(10).optional(),
};

const records = z.strictObject({
  ...shared,
  kind: z.literal('records'),
  occurredOn: dated,
  /** `in_date`: the date column holds the time; a column: a time (`14:05`) or an hour (`14`). Absent: no hour is known. */
  occurredHour: z.union([z.literal('in_date'), fromColumn]).optional(),
  registeredOn: dated.optional(),
  closedOn: dated.optional(),
  category: z.union([fromColumn, z.strictObject({ constant: z.string() })]),
  categories,
  /** For the 200 m cell where the area comes from something else than a point. */
  point: point.optional(),
  householdKey: householdKey.optional(),
  householdRole: coded(HOUSEHOLD_ROLES).optional(),
  addressKind: coded(ADDRESS_KINDS).optional(),
  personKey: keyRule.optional(),
  reporterKey: keyRule.optional(),
  reporterType: coded(REPORTER_TYPES).optional(),
  confusedBehaviour: yesOrNo.optional(),
  nearCareLocation: yesOrNo.optional(),
  personsBand: fromColumn.optional(),
  channel: fromColumn.optional(),
  status: fromColumn.optional(),
});

const counts = z.strictObject({
  ...shared,
  kind: z.literal('counts'),
  period: z.union([fromColumn, z.strictObject({ constant: z.string() }), z.strictObject({ wide: z.literal(true) })]),
  category: z.union([fromColumn, z.strictObject({ constant: z.string() }), z.strictObject({ wide: z.literal(true) })]),
  count: z.union([fromColumn, z.strictObject({ wide: z.literal(true) })]),
  categories,
  /** A table with the counts beside each other: every column whose name is a period of this grain, or these columns, one per category. */
  wide: z
    .discriminatedUnion('of', [
      z.strictObject({ of: z.literal('period'), grain: z.enum(['year', 'quarter', 'month']) }),
      z.strictObject({ of: z.literal('category'), columns: z.array(column).min(1) }),
    ])
    .optional(),
  /** What to do with a cell that is secret or unknown. Leaving it out makes it look like a zero, so it is the steward's choice. */
  notAvailable: z.enum(['refuse', 'leave_out']),
});

const provisionUse = z.strictObject({
  ...shared,
  kind: z.literal('provision_use'),
  month: dated,
  provision: z.union([fromColumn, z.strictObject({ constant: z.string() })]),
  /** Source code → provision code of the vocabulary; a code that is not listed blocks the load. */
  provisions: z.strictObject({
    vocabulary: z.strictObject({ name: z.string(), version: z.string() }),
    codes: z.record(z.string(), z.string()),
  }),
  householdKey,
  personKey: keyRule.optional(),
});

/**
 * How the columns and codes of one source become canonical rows: a document without any value of a person, saved per dataset and used
 * again for every next file of the same layout.
 */
export const mappingSchema = z.discriminatedUnion('kind', [records, counts, provisionUse]);

export type Mapping = z.infer<typeof mappingSchema>;
export type RecordsMapping = z.infer<typeof records>;
export type CountsMapping = z.infer<typeof counts>;
export type ProvisionUseMapping = z.infer<typeof provisionUse>;
export type KeyRule = z.infer<typeof keyRule>;
export type AreaRule = z.infer<typeof area>;
export type PointRule = z.infer<typeof point>;
export type CategoryTarget = z.infer<typeof categories>['codes'][string];
export type VocabularyRef = z.infer<typeof categories>['vocabulary'];

/** The mapping in a JSON document; throws a ZodError that names the field where it is none. */
export const parseMapping = (document: unknown): Mapping => mappingSchema.parse(document);
