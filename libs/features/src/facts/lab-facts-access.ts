import { isAllowed } from '@datalab/access';
import { findLab, listAreas, type Transaction } from '@datalab/data';
import { invalidInput, notFound } from '@datalab/domain';
import type { Ctx } from '../context.js';

/** Throws NotFound unless this person takes part in the lab; a program delivers there and reads nothing of what the lab knows. */
export function checkTakesPart({ ability }: Ctx, labId: string): void {
  if (!isAllowed(ability, 'read', 'Picture', { labId })) throw notFound('lab');
}

/** Throws InvalidInput where the lab's region has no area of this code. */
export async function checkArea(tx: Transaction, labId: string, areaCode: string | null): Promise<void> {
  if (areaCode === null) return;
  const lab = await findLab(tx, labId);
  const areas = lab === undefined ? [] : await listAreas(tx, lab.regionId);
  if (!areas.some(({ code }) => code === areaCode))
    throw invalidInput('fact.unknown-area', 'The region of this lab has no area with this code.', [
      { field: 'areaCode' },
    ]);
}
