import { z } from 'zod';
import { defineJob } from './job-definition.js';
import { defineSchedule } from './schedule-definition.js';

/** Makes the sealed list of a way back that was approved by all and opened. */
export const wayBackListJob = defineJob({
  name: 'way-back-list',
  queue: 'analysis',
  payload: z.strictObject({ wayBackId: z.uuid() }),
  attempts: 3,
});

/** Destroys lists that lasted their thirty days, or of which the outcome came in. Every hour: nobody can fetch them in between. */
export const wayBackUpkeepSchedule = defineSchedule({
  name: 'way-back-upkeep',
  queue: 'maintenance',
  rhythm: { cron: '20 * * * *', timeZone: 'Europe/Amsterdam' },
  scope: 'lab',
  attempts: 5,
});
