import type { EvaluationsBuilderService } from '@datalab/features';
import { evaluateJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const evaluateProcessor = (evaluations: EvaluationsBuilderService) =>
  handlerFor(evaluateJob, ({ labId }, work) => evaluations.execute({ ...work, labId }));
