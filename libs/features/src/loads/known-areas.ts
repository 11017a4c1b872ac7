import { findLab, findRegion, listAreas, type Transaction } from '@datalab/data';
import { bug } from '@datalab/domain';
import type { KnownAreas } from '@datalab/intake';

/** The areas that a row of a lab may lie in, and the time zone in which its days are days. */
export async function knownAreas(tx: Transaction, labId: string): Promise<{ areas: KnownAreas; timeZone: string }> {
  const lab = await findLab(tx, labId);
  const region = lab && (await findRegion(tx, lab.regionId));
  if (region === undefined) throw bug('a lab without a region');
  const areas = await listAreas(tx, region.id);
  return {
    areas: {
      areaCodes: new Map(areas.map(({ code, level }) => [code, level])),
      lowestLevel: region.levels.at(-1)!.code,
    },
    timeZone: region.timeZone,
  };
}
