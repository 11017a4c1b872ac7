import { isAllowed } from '@datalab/access';
import { Database, endStanding, findStanding, listStanding, type StandingRow } from '@datalab/data';
import { forbidden, notFound } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';

/** Standing releases as people see them, and end them. */
@Injectable()
export class StandingOverviewService {
  constructor(private readonly database: Database) {}

  /** Those of a lab, the ones that still stand first. NotFound for who does not work in the lab. */
  list(ctx: Ctx, labId: string): Promise<StandingRow[]> {
    if (!isAllowed(ctx.ability, 'export', 'Release', { labId, reach: 'lab', requestedBy: '' })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => listStanding(tx, labId));
  }

  /** Ends one: from now on its design waits for people again. Whoever may ask, check or lead may; one that ended already stays as it is. */
  end(ctx: Ctx, id: string): Promise<StandingRow[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const standing = await findStanding(tx, id);
      const of = standing && { labId: standing.labId, reach: 'work' as const, requestedBy: '' };
      if (of === undefined || !isAllowed(ctx.ability, 'export', 'Release', of)) throw notFound('standing release');
      if (!isAllowed(ctx.ability, 'read', 'Release', of))
        throw forbidden('release.not-yours', 'Who asks for releases, checks them or leads the lab ends this.');
      const { labId } = of;
      await endStanding(tx, id, 'withdrawn', ctx.clock.now());
      await recordDeed(tx, ctx, {
        action: 'release.standing-end',
        objectKind: 'standing-release',
        objectId: id,
        labId,
      });
      return listStanding(tx, labId);
    });
  }
}
