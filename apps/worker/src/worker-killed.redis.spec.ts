import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { JOBS } from '@datalab/jobs';
import { connectRedis } from '@datalab/queue';
import { describeWithQueue, nameOfficers, redisUrl, TestLab } from '@datalab/testing';
import type { Redis } from 'ioredis';
import { HeldLock } from './testing/held-lock.js';
import { JOB_STORIES } from './testing/lab-story.js';
import { WorkerProcess } from './testing/worker-process.js';

const REDIS = 5;
const PATIENCE_MS = 60_000;

describeWithQueue('a lab of which the worker dies and Redis loses everything', () => {
  let lab: TestLab;
  let redis: Redis;
  let worker: WorkerProcess;
  beforeAll(async () => {
    lab = await TestLab.open({ atStep1: true });
    lab.clock.set(new Date());
    await nameOfficers(lab);
    redis = connectRedis(redisUrl(REDIS), () => undefined);
    await redis.flushdb();
    worker = await WorkerProcess.start(lab, REDIS);
  });
  // What a failed test still holds would stop the next one.
  afterEach(async () => {
    for (const lock of held.splice(0)) await lock.release();
  });
  afterAll(async () => {
    await worker?.kill();
    redis?.disconnect();
    await lab?.close();
  });

  const until = async (what: string, so: () => Promise<boolean>): Promise<void> => {
    const end = Date.now() + PATIENCE_MS;
    while (!(await so())) {
      if (Date.now() > end) throw new Error(`${what} did not come: ${JSON.stringify(await open())}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  const held: HeldLock[] = [];
  const hold = async (statement: string, values: unknown[] = []): Promise<HeldLock> => {
    const lock = await HeldLock.take(lab.database.superuserUrl, statement, values);
    held.push(lock);
    return lock;
  };
  const open = () => lab.database.look(`select job, failure, queued_at from outbox where done_at is null`);
  const isBeingDone = async (lock: HeldLock, job: string): Promise<boolean> =>
    (await lock.isWaitedFor()) &&
    (await lab.database.look(`select 1 from outbox where job = $1 and done_at is null`, [job])).length > 0;
  /** Power off, and nothing that Redis held is left; so much time passes that the outbox misses it. */
  const disaster = async (lock?: HeldLock): Promise<void> => {
    await worker.kill();
    // A server notices only later that a waiting client is gone; here at once, or its wait would pass for that of the next worker.
    await lab.database.look(
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'datalab_worker' and wait_event_type = 'Lock'`,
    );
    await lock?.release();
    await redis.flushdb();
    await lab.database.look(`update outbox set queued_at = queued_at - interval '31 seconds' where done_at is null`);
    worker = await WorkerProcess.start(lab, REDIS);
  };

  /** At the power cut: half-way in its work, or when it is done and has not said so. Which of the two differs by kind; `KILLS=all` is both. */
  const stories = JOB_STORIES.map((story, at) => {
    const isAll = process.env.KILLS === 'all';
    return [story.job, { ...story, halfWay: isAll || at % 2 === 0, unsaid: isAll || at % 2 === 1 }] as const;
  });

  describe.each(stories)('%s', (job, story) => {
    it('is done in the end, once, though its worker and Redis were lost', async () => {
      const middle = await hold(`lock table ${story.writes} in share mode`);
      await story.ask(lab);
      await until(`${job} half-way`, () => isBeingDone(middle, job));
      if (story.halfWay) {
        await disaster();
        await until(`${job} half-way again`, () => isBeingDone(middle, job));
      }
      if (story.unsaid) {
        // Whoever says that it is done waits here: its work is written by then.
        const saying = await hold(`select 1 from outbox where job = $1 and done_at is null for update`, [job]);
        await middle.release();
        await until(`${job} done`, () => saying.isWaitedFor());
        await disaster(saying);
      }
      await middle.release();
      await until('all that was asked for', async () => (await open()).length === 0);
      expect(await lab.database.look(story.outcome)).toEqual(story.expected);
    }, 180_000);
  });

  it('has been through every kind of work that there is', () => {
    const kinds = JOBS.map(({ name }) => name as string);
    expect(JOB_STORIES.map(({ job }) => job).sort()).toEqual(kinds.sort());
  });
});
