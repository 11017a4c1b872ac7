import { z } from 'zod';
import { defineJob } from './job-definition.js';
import { defineSchedule } from './schedule-definition.js';

/**
 * Does what is due for the forecasts of a lab: concludes tests that ended, has active forecasts held against a new picture, switches off what drifted,
 * does too much harm, could not be checked or is past its last day. Asked for when a run under a contract ends, a picture is made or somebody decides.
 */
export const forecastUpkeepJob = defineJob({
  name: 'forecast-upkeep',
  queue: 'release',
  payload: z.strictObject({ labId: z.uuid() }),
  attempts: 5,
});

/** The same every night just after midnight, when last days have passed. */
export const forecastUpkeepSchedule = defineSchedule({
  name: 'forecast-upkeep-nightly',
  queue: 'maintenance',
  rhythm: { cron: '5 0 * * *', timeZone: 'Europe/Amsterdam' },
  scope: 'lab',
  attempts: 5,
});
