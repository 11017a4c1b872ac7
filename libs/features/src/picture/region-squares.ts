import {
  countSquares,
  findLab,
  findRegion,
  holdRegion,
  listShapes,
  saveSquares,
  type Transaction,
} from '@datalab/data';
import { bug } from '@datalab/domain';
import { gridSquaresOf } from '@datalab/intake';

/**
 * Works out the squares of 200 m of a lab's region, once per import of the region. One outside the Netherlands, or without a map, gets none. For the
 * worker's role; the region is held meanwhile, so that the squares are those of the outlines that stand there.
 */
export async function ensureSquares(tx: Transaction, labId: string): Promise<void> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw bug('a picture of a lab that is not there');
  const { regionId } = lab;
  if ((await countSquares(tx, regionId)) > 0) return;
  await holdRegion(tx, regionId);
  const region = await findRegion(tx, regionId);
  if (region?.country !== 'NL' || (await countSquares(tx, regionId)) > 0) return;
  const shapes = await listShapes(tx, regionId, region.levels.at(-1)!.code);
  const outlines = shapes.flatMap(({ code, geometry }) => (geometry === null ? [] : [[code, geometry] as const]));
  await saveSquares(tx, regionId, gridSquaresOf(outlines));
}
