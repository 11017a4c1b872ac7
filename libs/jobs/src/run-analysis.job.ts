import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Does one run of an analysis: reads its snapshot, computes, protects, stores. */
export const runAnalysisJob = defineJob({
  name: 'run-analysis',
  queue: 'analysis',
  payload: z.strictObject({ runId: z.uuid() }),
  attempts: 3,
});
