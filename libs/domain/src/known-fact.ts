/** What an organisation may bring of what it knew already: a figure, or where a document lies. */
export const KNOWN_FACT_KINDS = ['figure', 'document'] as const;
export type KnownFactKind = (typeof KNOWN_FACT_KINDS)[number];

/** What a known figure counts or measures. */
export const KNOWN_UNITS = [
  'reports',
  'addresses',
  'persons',
  'per_thousand',
  'percent',
  'euro',
  'days',
  'other',
] as const;
export type KnownUnit = (typeof KNOWN_UNITS)[number];

/** Units of which a small number may tell of somebody. */
export const COUNTED_UNITS: readonly KnownUnit[] = ['reports', 'addresses', 'persons'];
