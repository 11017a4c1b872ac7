import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Measures how recognisable people would be in the rows of a snapshot: per source, and over all once an agreement is in force. */
export const privacyRiskJob = defineJob({
  name: 'privacy-risk',
  queue: 'quality',
  payload: z.strictObject({ snapshotId: z.uuid() }),
  attempts: 5,
});
