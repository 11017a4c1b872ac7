import { defineSchedule } from './schedule-definition.js';

const eachMinute = { queue: 'maintenance', rhythm: { everySeconds: 60 }, attempts: 3 } as const;

/** Chains what was written to the audit log of a lab. */
export const sealLabAudit = defineSchedule({ ...eachMinute, name: 'audit-seal-lab', scope: 'lab' });

/** The same for what belongs to no lab. */
export const sealPlatformAudit = defineSchedule({ ...eachMinute, name: 'audit-seal-platform', scope: 'platform' });
