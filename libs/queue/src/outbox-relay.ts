import { QUEUES, type JobDefinition, type QueueName } from '@datalab/jobs';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';

/** One piece of asked-for work, as the database remembers it. */
export interface WaitingWork {
  id: string;
  labId: string;
  job: string;
  payload: unknown;
  actorId: string;
  requestId: string;
}

/** Where asked-for work is remembered until it is done. */
export interface WorkMemory {
  listWaiting(lostAfterSeconds: number): Promise<WaitingWork[]>;
  markQueued(ids: readonly string[]): Promise<void>;
}

export interface RelayLog {
  error(fields: object, message: string): void;
  debug(fields: object, message: string): void;
}

const SWEEP_EVERY_MS = 5_000;
const LOST_AFTER_SECONDS = 30;

/**
 * Carries asked-for work from the database to its queue. It may carry the same work twice (the queue knows it by its id and takes it once);
 * it never forgets any: what Redis lost is found by the sweep and carried again.
 */
export class OutboxRelay {
  private readonly queues: ReadonlyMap<QueueName, Queue>;
  private readonly timer: NodeJS.Timeout;
  private running: Promise<void> = Promise.resolve();
  private closed = false;

  constructor(
    redis: Redis,
    private readonly memory: WorkMemory,
    private readonly jobs: readonly Pick<JobDefinition<never>, 'name' | 'queue' | 'attempts'>[],
    private readonly log: RelayLog,
  ) {
    this.queues = new Map(QUEUES.map((name) => [name, new Queue(name, { connection: redis })]));
    this.timer = setInterval(() => this.wake(), SWEEP_EVERY_MS);
  }

  /** Carries what waits, soon; called when the database says that there is work. */
  wake(): void {
    if (this.closed) return;
    this.running = this.running
      .then(() => this.carry())
      .catch((error: Error) =>
        this.log.error({ err: error }, 'the outbox could not be carried; the next sweep tries again'),
      );
  }

  private async carry(): Promise<void> {
    for (;;) {
      const waiting = await this.memory.listWaiting(LOST_AFTER_SECONDS);
      if (waiting.length === 0) return;
      for (const work of waiting) await this.enqueue(work);
      await this.memory.markQueued(waiting.map(({ id }) => id));
      this.log.debug({ carried: waiting.length }, 'work carried to its queues');
    }
  }

  private async enqueue(work: WaitingWork): Promise<void> {
    const { id, labId, actorId, requestId, payload } = work;
    const job = this.jobs.find(({ name }) => name === work.job);
    if (job === undefined) {
      // Of another version of the platform. It waits and is looked at again, and must not hold up what comes after it.
      this.log.error({ job: work.job, workId: id }, 'the outbox asks for work that is not in the job catalogue');
      return;
    }
    await this.queues.get(job.queue)!.add(
      job.name,
      { labId, actorId, requestId, payload },
      {
        jobId: id,
        attempts: job.attempts,
        backoff: { type: 'exponential', delay: 1_000 },
        removeOnComplete: true,
        removeOnFail: true,
      },
    );
  }

  async close(): Promise<void> {
    this.closed = true;
    clearInterval(this.timer);
    await this.running;
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}
