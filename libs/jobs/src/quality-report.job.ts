import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Says how good an accepted load is: coverage, lateness, duplicates, drift, keys. */
export const qualityReportJob = defineJob({
  name: 'quality-report',
  queue: 'quality',
  payload: z.strictObject({ loadId: z.uuid() }),
  attempts: 5,
});
