import { defineSchedule } from './schedule-definition.js';

/** Deletes what expired, was withdrawn or was left behind, lab by lab, every night. */
export const maintenanceSchedule = defineSchedule({
  name: 'retention',
  queue: 'maintenance',
  rhythm: { cron: '15 3 * * *', timeZone: 'Europe/Amsterdam' },
  scope: 'lab',
  attempts: 5,
});
