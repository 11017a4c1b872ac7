import type { QueueName } from './job-definition.js';

/** When: every so many seconds, or as cron says on the clock of a time zone (`30 2 * * *` is half past two there, also in summer). */
export type Rhythm = { everySeconds: number } | { cron: string; timeZone: string };

/**
 * The contract of work that nobody asks for: it comes back by itself. What runs at a tick does all that is due at that moment, not only what
 * came due since the last tick: a tick may come twice, and one that came while every worker was down may not come at all.
 */
export interface ScheduleDefinition {
  /** Also the name of its jobs; no job of the catalogue has it. */
  name: string;
  queue: QueueName;
  rhythm: Rhythm;
  /** `lab`: once for every lab, each with its own tries; `platform`: once. */
  scope: 'platform' | 'lab';
  /** Tries at most per tick (and per lab); each later one waits twice as long. */
  attempts: number;
}

/** Says that a schedule is one; changes nothing. */
export const defineSchedule = (definition: ScheduleDefinition): ScheduleDefinition => definition;
