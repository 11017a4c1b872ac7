import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Puts the questions of a lab in order, by what its organisations scored. */
export const prioritiseJob = defineJob({
  name: 'prioritise',
  queue: 'questions',
  payload: z.strictObject({ labId: z.uuid() }),
  attempts: 5,
});
