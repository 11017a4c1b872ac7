import type { RehearsalBuilderService } from '@datalab/features';
import { rehearseJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const rehearseProcessor = (rehearsals: RehearsalBuilderService) =>
  handlerFor(rehearseJob, ({ labId }, work) => rehearsals.execute({ ...work, labId }));
