import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Measures what the registered measures of a lab did, on its newest snapshot. Waits in line with the pictures that it follows. */
export const evaluateJob = defineJob({
  name: 'evaluate',
  queue: 'picture',
  payload: z.strictObject({ labId: z.uuid() }),
  attempts: 5,
});
