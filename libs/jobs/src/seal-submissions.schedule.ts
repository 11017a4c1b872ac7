import { defineSchedule } from './schedule-definition.js';

/**
 * Closes the loads of submitted reports whose day is over in the region of their lab. Every hour, because midnight is not at one moment
 * in all regions.
 */
export const sealSubmissionsSchedule = defineSchedule({
  name: 'seal-submissions',
  queue: 'maintenance',
  rhythm: { cron: '20 * * * *', timeZone: 'Europe/Amsterdam' },
  scope: 'lab',
  attempts: 5,
});
