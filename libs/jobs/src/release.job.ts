import { z } from 'zod';
import { defineJob } from './job-definition.js';
import { defineSchedule } from './schedule-definition.js';

/** Lets out what two checkers approved, after a last look at the values and the ledger. */
export const releaseJob = defineJob({
  name: 'release',
  queue: 'release',
  payload: z.strictObject({ releaseId: z.uuid() }),
  attempts: 5,
});

/** Gives the design of a standing release again, of a new picture. */
export const standingRefreshJob = defineJob({
  name: 'standing-refresh',
  queue: 'release',
  payload: z.strictObject({ standingId: z.uuid(), snapshotId: z.uuid() }),
  attempts: 5,
});

/**
 * Ends standing releases that are older than they may be, and draws which refresh of the quarter is looked at by a person. Every night, so that one
 * that was missed is made up for.
 */
export const standingUpkeepSchedule = defineSchedule({
  name: 'standing-upkeep',
  queue: 'maintenance',
  rhythm: { cron: '40 4 * * *', timeZone: 'Europe/Amsterdam' },
  scope: 'lab',
  attempts: 5,
});
