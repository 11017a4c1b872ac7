import { isAllowed } from '@datalab/access';
import { Database, saveForecastObjection, switchForecastOff, withdrawForecastObjection } from '@datalab/data';
import { forbidden, invalidState, nextForecastState } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { recordDeed } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { askForForecastUpkeep } from './ask-for-upkeep.js';
import type { ForecastView } from './forecast-view.js';
import { ownWords, readable, viewOf } from './forecasts.service.js';

/** What organisations have against a forecast. */
@Injectable()
export class ForecastObjectionsService {
  constructor(private readonly database: Database) {}

  /** An organisation objects: an active forecast is off in the same moment, and none is switched on while the objection stands. */
  async object(ctx: Ctx, id: string, reason: string): Promise<ForecastView> {
    const words = ownWords('words', reason);
    return this.decide(ctx, id, async (tx, row, at) => {
      if (row.state === 'draft' || row.state === 'ended')
        throw invalidState('forecast.nothing-to-object-to', 'There is nothing here that could be switched on.');
      const { personId, organisationId } = ctx.actor;
      const { labId } = row;
      await saveForecastObjection(tx, { contractId: id, labId, organisationId, words, objectedBy: personId, at });
      if (row.state === 'active') {
        nextForecastState(row.state, 'objected');
        await switchForecastOff(tx, id, { state: 'suspended', reason: 'objected', at, by: personId, words });
      }
      return 'forecast.object';
    });
  }

  /** The organisation takes its objection back; what was switched off stays off until it is tested anew. */
  withdraw(ctx: Ctx, id: string): Promise<ForecastView> {
    return this.decide(ctx, id, async (tx, _row, at) => {
      if (!(await withdrawForecastObjection(tx, id, ctx.actor.organisationId, at)))
        throw invalidState('forecast.no-objection', 'Your organisation has no objection that stands.');
      return 'forecast.withdraw-objection';
    });
  }

  private decide(
    ctx: Ctx,
    id: string,
    save: (tx: Parameters<typeof readable>[1], row: Awaited<ReturnType<typeof readable>>, at: Date) => Promise<string>,
  ): Promise<ForecastView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await readable(ctx, tx, id, { lock: true });
      if (!isAllowed(ctx.ability, 'object', 'Forecast', row))
        throw forbidden('forecast.not-yours', 'Who speaks for an organisation in this step objects.');
      const { labId } = row;
      const action = await save(tx, row, ctx.clock.now());
      await recordDeed(tx, ctx, { action, objectKind: 'forecast', objectId: id, labId });
      await askForForecastUpkeep(tx, { labId, actorId: ctx.actor.personId, requestId: ctx.requestId });
      return viewOf(ctx, tx, await readable(ctx, tx, id));
    });
  }
}
