import { isAllowed } from '@datalab/access';
import { askFor, Database, getApprovedShell, insertForecastTest, insertRun, listTestsOf } from '@datalab/data';
import { forbidden, invalidState, isPastStop, isUnderWay, nextForecastState } from '@datalab/domain';
import { runAnalysisJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { methodOf, seedOf } from '../analyses/run-subject.js';
import { requireTurn } from '../analyses/require-turn.js';
import { recordDeed } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { forecastRequest } from './forecast-request.js';
import { dayOf, type ForecastView } from './forecast-view.js';
import { readable, viewOf } from './forecasts.service.js';

/** Asks for the back-tests of forecast contracts. */
@Injectable()
export class ForecastTestsService {
  constructor(private readonly database: Database) {}

  /**
   * An analyst has a fixed contract tested on the newest snapshot, by a run of its own (`run-analysis`). InvalidState before it is fixed, after its last
   * day, while it is active, and while another test is under way. `seed`: to do an earlier test again; drawn where left out.
   */
  request(ctx: Ctx, id: string, seed?: number): Promise<ForecastView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await readable(ctx, tx, id, { lock: true });
      const { labId } = row;
      if (!isAllowed(ctx.ability, 'write', 'Forecast', row))
        throw forbidden('forecast.not-analyst', 'Only an analyst of the lab has a forecast tested.');
      nextForecastState(row.state, 'tested');
      if (isPastStop(row.terms, dayOf(ctx.clock.now())))
        throw invalidState('forecast.past-stop-date', 'The last day of this contract has passed.');
      if ((await listTestsOf(tx, labId, id)).some(({ state }) => isUnderWay(state)))
        throw invalidState('forecast.test-under-way', 'A test of this forecast is under way.');
      const shell = await getApprovedShell(tx, labId, row.shellId);
      const method = methodOf(shell);
      const snapshotId = await requireTurn(tx, labId, shell.kind);
      const { personId, organisationId } = ctx.actor;
      const runId = await insertRun(tx, {
        labId,
        organisationId,
        snapshotId,
        shellId: shell.id,
        shellVersion: shell.version,
        title: row.title,
        method: method.name,
        methodVersion: method.version,
        kind: method.kind,
        params: forecastRequest(row, shell),
        seed: seedOf(seed),
        requestedBy: personId,
      });
      await insertForecastTest(tx, { runId, labId, contractId: id, kind: 'test', snapshotId });
      await askFor(tx, runAnalysisJob, { runId }, { labId, actorId: personId, requestId: ctx.requestId });
      await recordDeed(tx, ctx, { action: 'forecast.test', objectKind: 'forecast', objectId: id, labId });
      return viewOf(ctx, tx, row);
    });
  }
}
