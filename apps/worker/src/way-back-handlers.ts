import { OPERATOR, type WayBackBuilderService } from '@datalab/features';
import { wayBackListJob, wayBackUpkeepSchedule } from '@datalab/jobs';
import { handlerFor, handlerForLab } from '@datalab/queue';

/** All that the worker does for the way back: lists, and their end. */
export const wayBackHandlers = (builder: WayBackBuilderService) => ({
  jobs: [
    handlerFor(
      wayBackListJob,
      ({ wayBackId }, work) => builder.execute(work, wayBackId),
      ({ wayBackId }, work) => builder.giveUp(work, wayBackId),
    ),
  ],
  upkeep: [
    handlerForLab(wayBackUpkeepSchedule, async ({ labId, tickId }) => {
      await builder.upkeep({ labId, actorId: OPERATOR, requestId: tickId });
    }),
  ],
});
