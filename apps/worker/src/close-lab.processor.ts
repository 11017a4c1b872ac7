import type { LabClosingBuilderService } from '@datalab/features';
import { closeLabJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const closeLabProcessor = (closing: LabClosingBuilderService) =>
  handlerFor(closeLabJob, ({ labId }, work) => closing.execute({ ...work, labId }));
