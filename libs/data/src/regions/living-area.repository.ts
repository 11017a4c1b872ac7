import type { AreaLevel } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A living area to be fixed: a code that the region does not have yet, and the areas of the lowest level in it. */
export interface LivingAreaToFix {
  code: string;
  name: string;
  areas: readonly string[];
}

/** Whether anything real was delivered in any lab of the region of this one; false for a lab that the person does not take part in. */
export async function hasRegionDeliveries(tx: Transaction, labId: string): Promise<boolean> {
  const rows: { has: boolean }[] = await tx.query('select app.region_has_deliveries($1) as has', [labId]);
  return rows[0]!.has;
}

/**
 * Adds a level of living areas to the region of a lab, above its lowest. The database refuses it to whoever is not the lab's coordinator, where data
 * were delivered, where there is such a level already, and where an area is left out or lies in two.
 */
export const fixLivingAreas = (
  tx: Transaction,
  labId: string,
  level: AreaLevel,
  parts: readonly LivingAreaToFix[],
): Promise<unknown> =>
  tx.query('select app.fix_living_areas($1, $2, $3)', [labId, JSON.stringify(level), JSON.stringify(parts)]);

/** Whether the region under this code has this level. Operator's role. */
export async function hasLevel(tx: Transaction, regionCode: string, level: string): Promise<boolean> {
  const rows: { has: boolean }[] = await tx.query(
    `select exists (select from region r, jsonb_array_elements(r.levels) known where r.code = $1 and known ->> 'code' = $2) as has`,
    [regionCode, level],
  );
  return rows[0]!.has;
}
