import { OPERATOR, type ForecastUpkeepService } from '@datalab/features';
import { forecastUpkeepJob, forecastUpkeepSchedule } from '@datalab/jobs';
import { handlerFor, handlerForLab } from '@datalab/queue';

/** Keeping forecasts to their contracts: when something happened, and every night. */
export const forecastUpkeepHandlers = (forecasts: ForecastUpkeepService) => ({
  jobs: [handlerFor(forecastUpkeepJob, ({ labId }, work) => forecasts.execute({ ...work, labId }))],
  upkeep: [
    handlerForLab(forecastUpkeepSchedule, ({ labId, tickId }) =>
      forecasts.execute({ labId, actorId: OPERATOR, requestId: tickId }),
    ),
  ],
});
