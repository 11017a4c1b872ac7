import type { Words } from '../words.js';
/** Fields of the canonical format that an analysis may use only where the agreement names them for its kind. */
export const AGREED_FIELDS = [
  'occurred_on',
  'occurred_hour',
  'registered_on',
  'category',
  'source_category',
  'area_code',
  'grid_cell',
  'household_key',
  'household_role',
  'address_kind',
  'person_key',
  'reporter_key',
  'reporter_type',
  'confused_behaviour',
  'near_care_location',
  'persons_band',
  'channel',
  'status',
  'closed_on',
  'period',
  'count',
  'month',
  'provision',
] as const;
export type AgreedField = (typeof AGREED_FIELDS)[number];

/** Fields that say how another is to be read, or that a row is the same row: whoever has the rows has these, and they tell nothing more. */
export const TECHNICAL_FIELDS = ['record_hash', 'occurred_precision', 'placement'] as const;

/** Special-category data (GDPR art. 9): may be agreed only with a reference to a DPIA and a ground under article 9. */
export const SPECIAL_FIELDS = ['confused_behaviour', 'provision'] as const satisfies readonly AgreedField[];

/** The pseudonyms by which rows of different organisations can be linked. A reporter is never followed between organisations. */
export const LINK_KEYS = ['household_key', 'person_key'] as const satisfies readonly AgreedField[];
export type LinkKey = (typeof LINK_KEYS)[number];

/** Fields as they are called in the text of an agreement and in a refusal. */
export const FIELD_WORDS: Readonly<Record<AgreedField, Words>> = {
  occurred_on: { nl: 'datum van het voorval', en: 'date of the event' },
  occurred_hour: { nl: 'uur van het voorval', en: 'hour of the event' },
  registered_on: { nl: 'datum van registratie', en: 'date of registration' },
  category: { nl: 'gezamenlijke categorie', en: 'common category' },
  source_category: { nl: 'eigen categorie van de bron', en: "source's own category" },
  area_code: { nl: 'gebied', en: 'area' },
  grid_cell: { nl: 'vierkant van 200 meter', en: 'grid cell of 200 metres' },
  household_key: { nl: 'adressleutel (pseudoniem)', en: 'household key (pseudonym)' },
  household_role: { nl: 'rol van het adres', en: 'role of the address' },
  address_kind: { nl: 'soort adres', en: 'kind of address' },
  person_key: { nl: 'persoonssleutel (pseudoniem)', en: 'person key (pseudonym)' },
  reporter_key: { nl: 'meldersleutel (pseudoniem)', en: 'reporter key (pseudonym)' },
  reporter_type: { nl: 'soort melder', en: 'kind of reporter' },
  confused_behaviour: { nl: 'verward gedrag', en: 'confused behaviour' },
  near_care_location: { nl: 'bij een zorglocatie', en: 'near a care location' },
  persons_band: { nl: 'aantal personen (klasse)', en: 'number of persons (band)' },
  channel: { nl: 'kanaal', en: 'channel' },
  status: { nl: 'status van de afhandeling', en: 'status' },
  closed_on: { nl: 'datum van afhandeling', en: 'date closed' },
  period: { nl: 'periode van een telling', en: 'period of a count' },
  count: { nl: 'aantal in een telling', en: 'number in a count' },
  month: { nl: 'maand van gebruik van een voorziening', en: 'month in which a provision was used' },
  provision: { nl: 'gebruikte voorziening', en: 'provision used' },
};

/** Whether a field is special-category data. */
export const isSpecialField = (field: string): boolean => (SPECIAL_FIELDS as readonly string[]).includes(field);
