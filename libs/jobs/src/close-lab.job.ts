import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Deletes what a lab that closes may not keep, with a proof of each deletion, and closes it. */
export const closeLabJob = defineJob({
  name: 'close-lab',
  queue: 'maintenance',
  payload: z.strictObject({ labId: z.uuid() }),
  attempts: 20,
});
