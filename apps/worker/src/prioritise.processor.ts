import type { PrioritiseService } from '@datalab/features';
import { prioritiseJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const prioritiseProcessor = (questions: PrioritiseService) =>
  handlerFor(prioritiseJob, ({ labId }, work) => questions.execute({ ...work, labId }));
