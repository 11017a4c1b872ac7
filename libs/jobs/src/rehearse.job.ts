import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Fills a rehearsal with invented reports, which then come in as any delivery does. */
export const rehearseJob = defineJob({
  name: 'rehearse',
  queue: 'quality',
  payload: z.strictObject({ labId: z.uuid() }),
  attempts: 5,
});
