import { z } from 'zod';
import { defineJob } from './job-definition.js';

/** Checks an uploaded load line by line and accepts it whole or refuses it with its reasons. */
export const ingestJob = defineJob({
  name: 'ingest',
  queue: 'intake',
  payload: z.strictObject({ loadId: z.uuid() }),
  attempts: 5,
});
