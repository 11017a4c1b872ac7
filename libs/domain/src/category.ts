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

export const OUT_OF_SCOPE = 'out_of_scope';
export type MappedCategory = Category | typeof OUT_OF_SCOPE;

/** A cell over all categories together (those in scope). */
export const ALL_CATEGORIES = 'all';

export const isCategory = (code: string): code is Category => (CATEGORIES as readonly string[]).includes(code);
