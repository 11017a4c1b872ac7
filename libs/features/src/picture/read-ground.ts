import { createHash } from 'node:crypto';
import { queenNeighbours } from '@datalab/analysis';
import {
  findLab,
  findPolicyInForce,
  findRegion,
  findStepState,
  listAreas,
  listSeriesGrains,
  listShapes,
  listSquareAreas,
  type Transaction,
} from '@datalab/data';
import type { GatePolicy } from '@datalab/disclosure';
import { bug } from '@datalab/domain';
import { labGatePolicy } from './gate.js';
import { FEWEST_AREAS } from './map-statistics.js';
import type { TableGround } from './table-ground.js';

/** Goes up when the same rows give other cells in the tables that there were: then nothing that was published is kept. */
const CELLS_VERSION = 5;
/** Stands with every figure: which form of the rules it passed. */
const GATE_VERSION = 'all-1';

/** What the tables of a lab stand on, with what decides whether they are made anew. */
export interface Ground extends TableGround {
  importedAt: Date;
  policy: GatePolicy;
  /** Cells of a picture that was made under another are not kept. */
  madeUnder: string;
}

/** Reads it as it is now. For the worker's role. */
export async function readGround(tx: Transaction, labId: string): Promise<Ground> {
  const lab = await findLab(tx, labId);
  const region = lab && (await findRegion(tx, lab.regionId));
  if (region === undefined) throw bug('a lab without a region');
  const areas = await listAreas(tx, region.id);
  const lowest = region.levels.at(-1)!;
  const shapes = lowest.hasGeometry ? await listShapes(tx, region.id, lowest.code) : [];
  const agreed = await findPolicyInForce(tx, labId);
  const policy = labGatePolicy(
    agreed === undefined ? GATE_VERSION : `${GATE_VERSION}/${agreed.version}`,
    agreed?.floors,
  );
  const mayCombine = (await findStepState(tx, labId, 'share_safely')) === 'done';
  return {
    importedAt: region.importedAt,
    policy,
    madeUnder: digestOf([CELLS_VERSION, region.importedAt, mayCombine, policy.version]),
    mayCombine,
    grains: await listSeriesGrains(tx, labId),
    areas,
    levels: region.levels.map(({ code }) => code),
    squares: await listSquareAreas(tx, region.id),
    hotspotLevel:
      shapes.length < FEWEST_AREAS
        ? undefined
        : {
            level: lowest.code,
            areas: areas.filter(({ level }) => level === lowest.code),
            neighbours: queenNeighbours(shapes.map(({ geometry }) => geometry)),
          },
  };
}

/** SHA-256 of the value as JSON. */
export const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
