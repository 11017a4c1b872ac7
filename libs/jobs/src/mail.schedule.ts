import { defineSchedule } from './schedule-definition.js';

const eachFiveMinutes = { queue: 'maintenance', rhythm: { everySeconds: 300 }, attempts: 3 } as const;

/** Writes down what waits for whom in a lab. */
export const mailNoticesSchedule = defineSchedule({ ...eachFiveMinutes, name: 'mail-notices', scope: 'lab' });

/** Makes the mails that are due and sends them. A tick that comes again sends nothing again. */
export const mailSchedule = defineSchedule({ ...eachFiveMinutes, name: 'mail', scope: 'platform' });
