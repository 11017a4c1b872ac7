import { defineSchedule } from './schedule-definition.js';

/** Asks for a new picture in the labs that make theirs anew every month or quarter. Every night, so that a night without a worker is made up for. */
export const refreshPicturesSchedule = defineSchedule({
  name: 'refresh-pictures',
  queue: 'maintenance',
  rhythm: { cron: '10 4 * * *', timeZone: 'Europe/Amsterdam' },
  scope: 'lab',
  attempts: 5,
});
