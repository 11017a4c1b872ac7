import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Freezes what the lab's organisations delivered into a snapshot and builds the standard tables of it. */
export const factualPictureJob = defineJob({
  name: 'factual-picture',
  queue: 'picture',
  payload: z.strictObject({ labId: z.uuid() }),
  attempts: 5,
});
