import {
  ADDRESS_KINDS,
  CATEGORIES,
  DATE_PRECISIONS,
  HOUSEHOLD_ROLES,
  OUT_OF_SCOPE,
  PLACEMENTS,
  REPORTER_TYPES,
  type DatasetKind,
} from '@datalab/domain';
import type { FieldSet, RowOf } from './field.js';

/** Nothing before this day is believed: it is a typing error or an empty date of the source system (1900, 1970). */
export const EARLIEST_DATE = '1990-01-01';

/** Version of the canonical format; goes up when a field is added, removed or changes its meaning. */
export const CANONICAL_VERSION = '2.0.0';

const MAPPED_CATEGORIES = [...CATEGORIES, OUT_OF_SCOPE] as const;

const RECORD_HASH = {
  type: 'hash',
  required: true,
  title: 'Kenmerk',
  description: 'HMAC-SHA-256 (hex) onder de eigen sleutel van de organisatie; maakt opnieuw aanleveren onschadelijk.',
} as const;
const PLACEMENT = {
  type: 'enum',
  values: PLACEMENTS,
  required: true,
  title: 'Ligging',
  description: 'In een gebied van de regio, buiten de regio, of zonder gebied.',
} as const;
const SOURCE_CATEGORY = {
  type: 'text',
  maxLength: 80,
  required: true,
  title: 'Eigen categorie',
  description: 'De code van de bron zelf, uit de vocabulaire die bij de levering staat.',
} as const;
const CATEGORY = {
  type: 'enum',
  values: MAPPED_CATEGORIES,
  required: true,
  title: 'Categorie',
  description: 'De gezamenlijke categorie volgens de opgeslagen vertaling, of out_of_scope.',
} as const;
const KEY = { type: 'key' } as const;
const CODE = { type: 'text', maxLength: 40, required: false } as const;

/** `records`: one row = one report as its organisation registered it. */
export const RECORD_FIELDS = {
  record_hash: RECORD_HASH,
  occurred_on: {
    type: 'date',
    required: true,
    title: 'Datum voorval',
    description: 'JJJJ-MM-DD; de eerste dag van de maand of het jaar als de dag niet bekend is.',
  },
  occurred_precision: {
    type: 'enum',
    values: DATE_PRECISIONS,
    required: true,
    title: 'Nauwkeurigheid datum',
    description: 'Of de dag, alleen de maand of alleen het jaar bekend is.',
  },
  occurred_hour: {
    type: 'integer',
    min: 0,
    max: 23,
    required: false,
    title: 'Uur',
    description: 'Uur van het voorval, 0 tot en met 23, in de tijdzone van de regio.',
  },
  registered_on: {
    type: 'date',
    required: false,
    title: 'Datum registratie',
    description: 'Wanneer het is vastgelegd; late registraties worden getoond.',
  },
  source_category: SOURCE_CATEGORY,
  category: CATEGORY,
  placement: PLACEMENT,
  area_code: {
    type: 'area',
    level: 'lowest',
    required: false,
    title: 'Gebied',
    description: 'Code op het laagste gebiedsniveau; verplicht als de melding in de regio ligt, anders leeg.',
  },
  grid_cell: {
    type: 'text',
    maxLength: 12,
    shape: 'grid_cell',
    required: false,
    title: 'Vierkant van 200 m',
    description: 'Zuidwesthoek in het Rijksdriehoekstelsel, in honderden meters: E1068N3982.',
  },
  household_key: {
    ...KEY,
    required: false,
    title: 'Adressleutel',
    description: 'Pseudoniem van het adres, verzegeld naast de rij. Betekent: dit adres in deze periode.',
  },
  household_role: {
    type: 'enum',
    values: HOUSEHOLD_ROLES,
    required: true,
    title: 'Rol van het adres',
    description: 'Gaat de melding over dit adres (subject), gebeurde het er, of woont er de melder?',
  },
  address_kind: {
    type: 'enum',
    values: ADDRESS_KINDS,
    required: true,
    title: 'Soort adres',
    description: 'Een instelling of gedeeld adres telt nooit als huishouden.',
  },
  person_key: {
    ...KEY,
    required: false,
    title: 'Persoonssleutel',
    description: 'Pseudoniem van de persoon, verzegeld naast de rij.',
  },
  reporter_key: {
    ...KEY,
    required: false,
    title: 'Meldersleutel',
    description: 'Pseudoniem van de melder, verzegeld naast de rij.',
  },
  reporter_type: {
    type: 'enum',
    values: REPORTER_TYPES,
    required: false,
    title: 'Soort melder',
    description: 'Inwoner, professional of anoniem.',
  },
  confused_behaviour: {
    type: 'boolean',
    required: false,
    title: 'Verward gedrag',
    description: 'Bijzonder persoonsgegeven: alleen met grondslag en DPIA.',
  },
  near_care_location: {
    type: 'boolean',
    required: false,
    title: 'Bij een zorglocatie',
    description: 'Binnen 250 m van een zorglocatie.',
  },
  persons_band: { ...CODE, title: 'Aantal personen', description: 'Klasse, zoals 1, 2-5, 6+.' },
  channel: { ...CODE, title: 'Kanaal', description: 'Langs welke weg de melding binnenkwam.' },
  status: { ...CODE, title: 'Status', description: 'Stand van de afhandeling.' },
  closed_on: { type: 'date', required: false, title: 'Datum afgehandeld', description: 'JJJJ-MM-DD.' },
} as const satisfies FieldSet;

/** `counts`: area, period, category, count. No household rule, no row identity. */
export const COUNT_FIELDS = {
  record_hash: RECORD_HASH,
  period: { type: 'period', required: true, title: 'Periode', description: '2018, 2018-Q1 of 2018-01.' },
  placement: PLACEMENT,
  area_code: {
    type: 'area',
    level: 'any',
    required: false,
    title: 'Gebied',
    description: 'Code van een gebied van de regio, op welk niveau ook.',
  },
  source_category: SOURCE_CATEGORY,
  category: CATEGORY,
  count: {
    type: 'integer',
    min: 0,
    max: 100_000_000,
    required: true,
    title: 'Aantal',
    description: 'Geheel getal van 0 of meer. Onbekend of geheim is geen 0: laat de rij weg en meld het als gat.',
  },
} as const satisfies FieldSet;

/** `provision_use`: which provision a household used in a month. Special-category data. */
export const PROVISION_USE_FIELDS = {
  record_hash: RECORD_HASH,
  household_key: {
    ...KEY,
    required: true,
    title: 'Adressleutel',
    description: 'Pseudoniem van het adres, verzegeld naast de rij.',
  },
  person_key: {
    ...KEY,
    required: false,
    title: 'Persoonssleutel',
    description: 'Pseudoniem van de persoon, verzegeld naast de rij.',
  },
  month: { type: 'month', required: true, title: 'Maand', description: 'JJJJ-MM.' },
  placement: PLACEMENT,
  area_code: {
    type: 'area',
    level: 'lowest',
    required: false,
    title: 'Gebied',
    description: 'Code op het laagste gebiedsniveau; verplicht als het adres in de regio ligt.',
  },
  provision: {
    type: 'text',
    maxLength: 40,
    shape: 'code',
    required: true,
    title: 'Voorziening',
    description:
      'Code van de voorziening (Wmo, jeugdhulp, schuldhulp, participatie) uit de vocabulaire van de levering.',
  },
} as const satisfies FieldSet;

export const CANONICAL_FIELDS: Readonly<Record<DatasetKind, FieldSet>> = {
  records: RECORD_FIELDS,
  counts: COUNT_FIELDS,
  provision_use: PROVISION_USE_FIELDS,
};

export type CanonicalReport = RowOf<typeof RECORD_FIELDS>;
export type CanonicalCount = RowOf<typeof COUNT_FIELDS>;
export type CanonicalProvisionUse = RowOf<typeof PROVISION_USE_FIELDS>;

export interface CanonicalRowOf {
  records: CanonicalReport;
  counts: CanonicalCount;
  provision_use: CanonicalProvisionUse;
}
export type CanonicalRow = CanonicalRowOf[DatasetKind];
