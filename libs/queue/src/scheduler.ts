import type { QueueName, Rhythm, ScheduleDefinition } from '@datalab/jobs';
import { Queue, type Job, type JobSchedulerJson, type RepeatOptions } from 'bullmq';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { checkHandlers } from './check-handlers.js';

/** What a handler of scheduled work is told. */
export interface Tick {
  /** The same for every lab of one tick; fit to be the request id of what is written. */
  tickId: string;
  /** Set where the schedule is per lab. */
  labId?: string;
}

/** What does the work of one schedule. Runs at least once per tick (and lab); running again must do no harm. */
export interface ScheduleHandler {
  name: string;
  handle(tick: Tick): Promise<void>;
}

/** Ties a schedule for the whole platform to what does it. */
export const handlerForPlatform = (
  { name }: ScheduleDefinition,
  handle: (tick: { tickId: string }) => Promise<void>,
): ScheduleHandler => ({ name, handle });

/** Ties a schedule per lab to what does it. */
export const handlerForLab = (
  { name }: ScheduleDefinition,
  handle: (tick: { tickId: string; labId: string }) => Promise<void>,
): ScheduleHandler => ({
  name,
  handle: ({ tickId, labId }) => {
    if (labId === undefined) throw new Error(`the schedule "${name}" is per lab and was ticked without one`);
    return handle({ tickId, labId });
  },
});

export interface SchedulerLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const LOOK_EVERY_MS = 30_000;

const payload = z.strictObject({ tickId: z.string().optional(), labId: z.uuid().optional() });

/**
 * Keeps every schedule of the catalogue in its queue, and takes out those that no version knows any more. Redis may lose them: they are
 * looked for at every start and twice a minute, and put back. One that is there is left alone, so that a tick which is overdue because no
 * worker ran is still done, once, when one runs again. Refuses to be made when a handler is missing, is there twice or serves no schedule.
 */
export class Scheduler {
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();

  constructor(
    redis: Redis,
    private readonly schedules: readonly ScheduleDefinition[],
    private readonly handlers: readonly ScheduleHandler[],
    private readonly listLabs: () => Promise<readonly string[]>,
    private readonly log: SchedulerLog,
    { lookEveryMs = LOOK_EVERY_MS }: { lookEveryMs?: number } = {},
  ) {
    checkHandlers('schedules', handlers, schedules);
    const names = new Set<QueueName>(['maintenance', ...schedules.map(({ queue }) => queue)]);
    this.queues = new Map([...names].map((name) => [name, new Queue(name, { connection: redis })]));
    this.timer = setInterval(() => this.look(), lookEveryMs);
    this.look();
  }

  /** Whether a job of this name is a tick. */
  knows(name: string): boolean {
    return this.schedules.some((schedule) => schedule.name === name);
  }

  /** Does one tick: the work itself, or (per lab, at first) one job for every lab. */
  async run(job: Job): Promise<void> {
    const schedule = this.schedules.find(({ name }) => name === job.name)!;
    const { tickId = job.id!, labId } = payload.parse(job.data);
    if (schedule.scope === 'lab' && labId === undefined) return this.fanOut(schedule, tickId);
    await this.handlers.find(({ name }) => name === schedule.name)!.handle({ tickId, labId });
  }

  private async fanOut(schedule: ScheduleDefinition, tickId: string): Promise<void> {
    const labs = await this.listLabs();
    const opts = optionsOf(schedule);
    // One job of a schedule and lab at a time: fanning out again after a crash adds none, nor does the next tick where the last is not done.
    await this.queues.get(schedule.queue)!.addBulk(
      labs.map((labId) => ({
        name: schedule.name,
        data: { tickId, labId },
        opts: { ...opts, jobId: `${schedule.name}-${labId}` },
      })),
    );
  }

  private look(): void {
    this.running = this.running
      .then(() => this.putBack())
      .catch((error: Error) => this.log.error({ err: error }, 'the schedules could not be looked at; again soon'));
  }

  private async putBack(): Promise<void> {
    for (const [name, queue] of this.queues) {
      const wanted = this.schedules.filter((schedule) => schedule.queue === name);
      const there = await queue.getJobSchedulers();
      for (const { key } of there)
        if (!wanted.some((schedule) => schedule.name === key)) {
          await queue.removeJobScheduler(key);
          this.log.info({ schedule: key }, 'a schedule was taken out');
        }
      for (const schedule of wanted) {
        const known = there.find(({ key }) => key === schedule.name);
        if (known !== undefined && isInRhythm(known, schedule.rhythm)) continue;
        const template = { name: schedule.name, data: {}, opts: optionsOf(schedule) };
        await queue.upsertJobScheduler(schedule.name, repeatOf(schedule.rhythm), template);
        this.log.info({ schedule: schedule.name }, 'a schedule was put in');
      }
    }
  }

  async close(): Promise<void> {
    clearInterval(this.timer);
    await this.running;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}

const optionsOf = ({ attempts }: ScheduleDefinition) => ({
  attempts,
  backoff: { type: 'exponential', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: true,
});

const repeatOf = (rhythm: Rhythm): Omit<RepeatOptions, 'key'> =>
  'cron' in rhythm ? { pattern: rhythm.cron, tz: rhythm.timeZone } : { every: rhythm.everySeconds * 1_000 };

function isInRhythm({ every, pattern, tz }: JobSchedulerJson, rhythm: Rhythm): boolean {
  return 'cron' in rhythm
    ? pattern === rhythm.cron && tz === rhythm.timeZone
    : Number(every) === rhythm.everySeconds * 1_000;
}
