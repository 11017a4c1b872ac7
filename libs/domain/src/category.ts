/**
 * The canonical categories (product.md §4.4): the words that all partners' code lists are mapped to by a crosswalk, so that
 * five registrations can stand side by side. `out_of_scope` is a decision of the steward, not a lack of one.
 */
export const CATEGORIES = [
  'noise',
  'neighbour_dispute',
  'confused_behaviour',
  'youth',
  'drugs_alcohol',
  'filth_neglect',
  'stench',
  'animals',
  'vandalism',
  'aggression_threat',
  'homelessness',
  'waste_dumping',
  'fireworks',
  'parking',
  'other',
] as const;
export type Category = (typeof CATEGORIES)[number];

/** What a category is called, as it begins a line. */
export const CATEGORY_WORDS: Readonly<Record<Category, { nl: string; en: string }>> = {
  noise: { nl: 'Geluid', en: 'Noise' },
  neighbour_dispute: { nl: 'Burenruzie', en: 'Neighbour dispute' },
  confused_behaviour: { nl: 'Verward gedrag', en: 'Confused behaviour' },
  youth: { nl: 'Jongeren', en: 'Youth' },
  drugs_alcohol: { nl: 'Drugs en alcohol', en: 'Drugs and alcohol' },
  filth_neglect: { nl: 'Vervuiling en verwaarlozing', en: 'Filth and neglect' },
  stench: { nl: 'Stank', en: 'Stench' },
  animals: { nl: 'Dieren', en: 'Animals' },
  vandalism: { nl: 'Vernieling', en: 'Vandalism' },
  aggression_threat: { nl: 'Agressie en bedreiging', en: 'Aggression and threats' },
  homelessness: { nl: 'Dakloosheid', en: 'Homelessness' },
  waste_dumping: { nl: 'Afvaldumping', en: 'Waste dumping' },
  fireworks: { nl: 'Vuurwerk', en: 'Fireworks' },
  parking: { nl: 'Parkeren', en: 'Parking' },
  other: { nl: 'Overig', en: 'Other' },
};

export const OUT_OF_SCOPE = 'out_of_scope';
export type MappedCategory = Category | typeof OUT_OF_SCOPE;

/** A cell over all categories together (those in scope). */
export const ALL_CATEGORIES = 'all';

export const isCategory = (code: string): code is Category => (CATEGORIES as readonly string[]).includes(code);

/** The names of all categories in one language. */
export const categoryNames = (language: 'nl' | 'en'): Readonly<Record<Category, string>> =>
  Object.fromEntries(CATEGORIES.map((code) => [code, CATEGORY_WORDS[code][language]])) as Record<Category, string>;

/** What a category is called; a code of another version is its own name: it is never hidden. */
export const categoryWords = (code: string): { nl: string; en: string } =>
  isCategory(code) ? CATEGORY_WORDS[code] : { nl: code, en: code };
