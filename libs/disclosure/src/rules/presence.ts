import type { Category, Grain } from '@datalab/domain';

/** Categories whose mere presence on a street says something about the people who live there. */
export const SENSITIVE_CATEGORIES: readonly Category[] = ['confused_behaviour', 'aggression_threat', 'drugs_alcohol'];

/**
 * Rule 5. For a sensitive category finer than wijk × quarter "none" and "too few" must look the same, or the border
 * between them tells where there is somebody. `finerThanWijk`: the area lies below the level that the lab calls wijk
 * (leefgebied, buurt, grid cell).
 */
export function isPresenceProtected(
  category: string,
  place: { finerThanWijk: boolean },
  grain: Grain | 'hour_of_week',
): boolean {
  const finer = place.finerThanWijk || grain === 'month' || grain === 'hour_of_week';
  return finer && (SENSITIVE_CATEGORIES as readonly string[]).includes(category);
}
