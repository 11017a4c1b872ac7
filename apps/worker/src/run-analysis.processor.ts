import type { RunExecutorService } from '@datalab/features';
import { runAnalysisJob } from '@datalab/jobs';
import { handlerFor } from '@datalab/queue';

export const runAnalysisProcessor = (runs: RunExecutorService) =>
  handlerFor(
    runAnalysisJob,
    ({ runId }, work) => runs.execute(work, runId),
    ({ runId }, work) => runs.giveUp(work, runId),
  );
