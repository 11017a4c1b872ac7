import { isAllowed } from '@datalab/access';
import { Database, findLab, findPolicyInForce, findRegion, listAreas, listIndicators } from '@datalab/data';
import { bug, notFound, type Purpose } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';

/** What there is to choose from when a run is asked for: public facts about the region, and the purposes that were agreed. */
export interface RunChoices {
  /** Of the agreement in force; none where there is no agreement. */
  purposes: readonly Purpose[];
  /** Context indicators of the region. */
  indicators: { code: string; title: string }[];
  /** Areas of the level that was asked about, in the order of the region. */
  areas: { code: string; title: string }[];
}

/** Tells who asks for a run what can be chosen. */
@Injectable()
export class RunChoicesService {
  constructor(private readonly database: Database) {}

  /** NotFound where the lab is not yours. A level that the region does not have has no areas. */
  async get(ctx: Ctx, labId: string, areaLevel: string): Promise<RunChoices> {
    if (!isAllowed(ctx.ability, 'read', 'Run', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const lab = await findLab(tx, labId);
      const region = lab && (await findRegion(tx, lab.regionId));
      if (region === undefined) throw bug('a lab without a region');
      const areas = await listAreas(tx, region.id);
      return {
        purposes: (await findPolicyInForce(tx, labId))?.purposes ?? [],
        indicators: (await listIndicators(tx, region.id)).map(({ code, title }) => ({ code, title })),
        areas: areas.filter(({ level }) => level === areaLevel).map(({ code, name }) => ({ code, title: name })),
      };
    });
  }
}
