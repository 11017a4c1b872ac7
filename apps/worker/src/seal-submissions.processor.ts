import type { SealSubmissionsService } from '@datalab/features';
import { sealSubmissionsSchedule } from '@datalab/jobs';
import { handlerForLab } from '@datalab/queue';

export const sealSubmissionsProcessor = (submissions: SealSubmissionsService) =>
  handlerForLab(sealSubmissionsSchedule, async ({ labId, tickId }) => {
    await submissions.execute(labId, tickId);
  });
