import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** The machine looks at a release that was handed in: every automatic rule, and the ledger of all that went out before. */
export const disclosureCheckJob = defineJob({
  name: 'disclosure-check',
  queue: 'release',
  payload: z.strictObject({ releaseId: z.uuid() }),
  attempts: 5,
});
