import { DomainError } from '@datalab/domain';
import { QUEUES, type JobDefinition } from '@datalab/jobs';
import { UnrecoverableError, Worker, type Job } from 'bullmq';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { checkHandlers } from './check-handlers.js';
import type { Scheduler } from './scheduler.js';

/** What a handler is told about the work beside its payload. */
export interface WorkContext {
  workId: string;
  labId: string;
  actorId: string;
  requestId: string;
}

/** What does one kind of work. */
export interface JobHandler {
  name: string;
  /** Runs at least once per piece of work; running again after a crash must do no harm. Throws on a payload that is not the job's. */
  handle(payload: unknown, context: WorkContext): Promise<void>;
  /** Runs when the work was given up: so that nobody waits for what will not come. */
  giveUp(payload: unknown, context: WorkContext): Promise<void>;
}

/** Ties a job's contract to what does it: the payload is checked against the contract before the work begins. */
export const handlerFor = <Payload>(
  job: JobDefinition<Payload>,
  handle: (payload: Payload, context: WorkContext) => Promise<void>,
  giveUp: (payload: Payload, context: WorkContext) => Promise<void> = () => Promise.resolve(),
): JobHandler => ({
  name: job.name,
  handle: (payload, context) => handle(job.payload.parse(payload), context),
  giveUp: (payload, context) => giveUp(job.payload.parse(payload), context),
});

/** Where it is written down that work is done, or given up. */
export interface WorkLedger {
  isOpen(id: string): Promise<boolean>;
  markDone(id: string): Promise<void>;
  markFailed(id: string, failure: string): Promise<void>;
}

export interface ConsumerLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

const envelope = z.strictObject({
  labId: z.uuid(),
  actorId: z.uuid(),
  requestId: z.string(),
  payload: z.unknown(),
});

/** A worker that was not heard of for this long is dead, and another takes over its work. It is heard of twice in that time. */
const LONGEST_SILENCE_MS = 30_000;

/** Errors that say the same however often one tries. */
const isFinal = (error: unknown): error is DomainError => error instanceof DomainError && error.kind !== 'Unavailable';

/**
 * Takes work from every queue and hands it to its handler. Refuses to start when a job of the catalogue has no handler, has two, or a
 * handler serves a job that is not in it. A piece of work that somebody has finished already is skipped.
 */
export class JobConsumer {
  private readonly workers: Worker[];
  private readonly scheduler: Scheduler | undefined;

  constructor(
    redis: Redis,
    private readonly handlers: readonly JobHandler[],
    catalogue: readonly { name: string }[],
    private readonly ledger: WorkLedger,
    private readonly log: ConsumerLog,
    { silenceMs = LONGEST_SILENCE_MS, scheduler }: { silenceMs?: number; scheduler?: Scheduler } = {},
  ) {
    this.scheduler = scheduler;
    checkHandlers('job catalogue', handlers, catalogue);
    const patience = { lockDuration: silenceMs, stalledInterval: silenceMs, maxStalledCount: 3 };
    this.workers = QUEUES.map(
      (queue) => new Worker(queue, (job) => this.process(job), { connection: redis, concurrency: 1, ...patience }),
    );
    for (const worker of this.workers) {
      worker.on('error', (error) => this.log.error({ err: error, queue: worker.name }, 'the queue is out of reach'));
      worker.on('failed', (job, error) => void this.giveUpWhenSpent(job, error));
    }
  }

  private async process(job: Job): Promise<void> {
    if (this.scheduler?.knows(job.name)) return this.tick(this.scheduler, job);
    const { payload, ...context } = envelope.parse(job.data);
    const workId = job.id!;
    if (!(await this.ledger.isOpen(workId))) return;
    const handler = this.handlers.find((candidate) => candidate.name === job.name)!;
    const startedAt = performance.now();
    try {
      await handler.handle(payload, { ...context, workId });
    } catch (error) {
      if (isFinal(error)) throw new UnrecoverableError(error.code);
      throw error;
    }
    await this.ledger.markDone(workId);
    const { labId, requestId } = context;
    this.log.info(
      { job: job.name, workId, labId, requestId, ms: Math.round(performance.now() - startedAt) },
      'job done',
    );
  }

  private async tick(scheduler: Scheduler, job: Job): Promise<void> {
    const startedAt = performance.now();
    await scheduler.run(job);
    this.log.info({ schedule: job.name, workId: job.id, ms: Math.round(performance.now() - startedAt) }, 'tick done');
  }

  private async giveUpWhenSpent(job: Job | undefined, error: Error): Promise<void> {
    if (job?.id === undefined) return;
    const spent = error instanceof UnrecoverableError || job.attemptsMade >= (job.opts.attempts ?? 1);
    this.log.error({ err: error, job: job.name, workId: job.id, attempt: job.attemptsMade, spent }, 'job failed');
    // Scheduled work is in nobody's ledger: its next tick does all that is due.
    if (!spent || this.scheduler?.knows(job.name)) return;
    const failure = error instanceof UnrecoverableError ? error.message : 'attempts-spent';
    try {
      const { payload, ...context } = envelope.parse(job.data);
      await this.handlers.find(({ name }) => name === job.name)?.giveUp(payload, { ...context, workId: job.id });
      await this.ledger.markFailed(job.id, failure);
    } catch (again) {
      // The work stays open in the ledger, so the sweep brings it back.
      this.log.error({ err: again, workId: job.id }, 'the failure could not be written down');
    }
  }

  /** Waits for the work under way, then lets go. */
  async close(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }
}
