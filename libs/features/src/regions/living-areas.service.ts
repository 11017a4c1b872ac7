import { isAllowed } from '@datalab/access';
import { queenNeighbours } from '@datalab/analysis';
import {
  Database,
  findLab,
  findRegion,
  fixLivingAreas,
  hasRegionDeliveries,
  listAreas,
  listShapes,
  type AreaRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, invalidState, notFound, type AreaLevel } from '@datalab/domain';
import { LEAST_HOUSEHOLDS, proposeLivingAreas } from '@datalab/region';
import { Injectable } from '@nestjs/common';
import { recordDeed } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { textIn } from '../labs/text-in.js';

/** The level that fixing adds, above the lowest of the region. */
export const LIVING_AREA_LEVEL: AreaLevel = { code: 'leefgebied', name: 'Leefgebied' };
const [FEWEST, MOST] = [50, 20_000];

/** `impossible`: the region has no level above the lowest, or nobody knows households and outlines. `too_late`: data were delivered. */
export const LIVING_AREAS_STATES = ['proposed', 'fixed', 'too_late', 'impossible'] as const;
export type LivingAreasState = (typeof LIVING_AREAS_STATES)[number];

export interface LivingAreaView {
  code: string;
  name: string;
  parentName: string;
  areaNames: string[];
  households: number | null;
  isLargeEnough: boolean;
}

export interface LivingAreasView {
  state: LivingAreasState;
  /** Least number of households that was asked for. */
  least: number;
  areas: LivingAreaView[];
}

interface Proposal extends LivingAreaView {
  areaCodes: string[];
}

/**
 * Living areas of a lab's region: proposed from households and borders alone, and fixed by the coordinator before anything is delivered, so that
 * nobody chooses areas by their figures (ADR 0073).
 */
@Injectable()
export class LivingAreasService {
  constructor(private readonly database: Database) {}

  /** What is fixed, else what would be. NotFound for who does not take part; InvalidInput on a least number outside 50 … 20,000. */
  async find(ctx: Ctx, labId: string, least = LEAST_HOUSEHOLDS): Promise<LivingAreasView> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    checkLeast(least);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { fixed, proposal } = await look(tx, labId, least);
      if (fixed !== undefined) return { state: 'fixed', least, areas: fixed };
      if (await hasRegionDeliveries(tx, labId)) return { state: 'too_late', least, areas: [] };
      return { state: proposal === undefined ? 'impossible' : 'proposed', least, areas: proposal ?? [] };
    });
  }

  /** Fixes what is proposed for this least number, under the names given by code. The coordinator's; once, and only before data. */
  async fix(ctx: Ctx, labId: string, least: number, names: ReadonlyMap<string, string>): Promise<void> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
      throw forbidden('lab.not-coordinator', 'Only the coordinator changes what a lab is.');
    checkLeast(least);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { fixed, proposal } = await look(tx, labId, least);
      if (fixed !== undefined) throw invalidState('living-areas.fixed', 'The living areas are fixed.');
      if (await hasRegionDeliveries(tx, labId))
        throw invalidState('living-areas.too-late', 'Data were delivered: living areas are fixed before that.');
      if (proposal === undefined)
        throw invalidState('living-areas.impossible', 'Households or outlines of this region are not known.');
      const parts = proposal.map(({ code, name, areaCodes }) => ({
        code,
        name: textIn('name', names.get(code) ?? name, 2, 120),
        areas: areaCodes,
      }));
      await fixLivingAreas(tx, labId, LIVING_AREA_LEVEL, parts);
      const detail = { least, areas: parts.length };
      await recordDeed(tx, ctx, { action: 'living-areas.fix', objectKind: 'lab', objectId: labId, labId, detail });
    });
  }
}

function checkLeast(least: number): void {
  if (!Number.isInteger(least) || least < FEWEST || least > MOST)
    throw invalidInput('living-areas.least', `The least number of households is ${FEWEST} to ${MOST}.`, [
      { field: 'least' },
    ]);
}

async function look(tx: Transaction, labId: string, least: number) {
  const lab = await findLab(tx, labId);
  const region = lab && (await findRegion(tx, lab.regionId));
  if (region === undefined) throw notFound('lab');
  const areas = await listAreas(tx, region.id);
  if (region.levels.some(({ code }) => code === LIVING_AREA_LEVEL.code))
    return { fixed: fixedAreas(areas, least), proposal: undefined };
  const lowest = region.levels.at(-1)!.code;
  const shapes = region.levels.length > 1 ? await listShapes(tx, region.id, lowest) : [];
  return { fixed: undefined, proposal: proposalOf(areas, lowest, shapes, least) };
}

function fixedAreas(areas: readonly AreaRow[], least: number): LivingAreaView[] {
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  const inside = Map.groupBy(areas, ({ parentCode }) => parentCode);
  return areas
    .filter(({ level }) => level === LIVING_AREA_LEVEL.code)
    .map(({ code, name, parentCode, households }) => ({
      code,
      name,
      parentName: names.get(parentCode ?? '') ?? '',
      areaNames: (inside.get(code) ?? []).map((area) => area.name),
      households,
      isLargeEnough: (households ?? 0) >= least,
    }));
}

/** Undefined where nothing can be proposed. */
function proposalOf(
  areas: readonly AreaRow[],
  lowest: string,
  shapes: Awaited<ReturnType<typeof listShapes>>,
  least: number,
): Proposal[] | undefined {
  const own = areas.filter(({ level }) => level === lowest);
  if (shapes.length === 0 || shapes.some(({ geometry }) => geometry === null)) return undefined;
  if (own.every(({ households }) => households === null)) return undefined;
  const { offsets, neighbours } = queenNeighbours(shapes.map(({ geometry }) => geometry));
  const borders = new Map(
    shapes.map(({ code }, i) => [
      code,
      [...neighbours.subarray(offsets[i]!, offsets[i + 1]!)].map((other) => shapes[other]!.code),
    ]),
  );
  const names = new Map(areas.map(({ code, name }) => [code, name]));
  return proposeLivingAreas(own, borders, least).map(({ parentCode, areaCodes, households, isLargeEnough }) => {
    const first = names.get(areaCodes[0]!)!;
    return {
      code: `L-${areaCodes[0]!}`,
      name: areaCodes.length === 1 ? first : `${first} e.o.`,
      parentName: names.get(parentCode ?? '') ?? '',
      areaNames: areaCodes.map((code) => names.get(code)!),
      areaCodes,
      households,
      isLargeEnough,
    };
  });
}
