import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { defineSchedule, type ScheduleDefinition } from '@datalab/jobs';
import { describeWithQueue, expectEventually, redisUrl, TestLab, TestOutbox, markJob } from '@datalab/testing';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { handlerFor, JobConsumer } from './job-consumer.js';
import { connectRedis } from './redis.js';
import { handlerForLab, handlerForPlatform, Scheduler, type ScheduleHandler, type Tick } from './scheduler.js';

const schedule = (change: Partial<ScheduleDefinition> = {}): ScheduleDefinition =>
  defineSchedule({
    name: 'upkeep',
    queue: 'maintenance',
    rhythm: { everySeconds: 3_600 },
    scope: 'platform',
    attempts: 2,
    ...change,
  });

describeWithQueue('work that comes back by itself', () => {
  let lab: TestLab;
  let outbox: TestOutbox;
  let redis: Redis;
  const open: { close(): Promise<void> }[] = [];
  const said: string[] = [];
  const log = {
    info: (_: object, message: string) => void said.push(message),
    error: (_: object, message: string) => void said.push(message),
  };

  beforeAll(async () => {
    lab = await TestLab.open();
    outbox = await TestOutbox.open(lab);
    redis = connectRedis(redisUrl(6), (error) => said.push(error.message));
    await redis.flushdb();
  });
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    await redis.flushdb();
    said.length = 0;
  });
  afterAll(async () => {
    redis.disconnect();
    await lab.close();
  });

  const plan = (schedules: ScheduleDefinition[], handlers: ScheduleHandler[], lookEveryMs = 100): Scheduler => {
    const listLabs = () => Promise.resolve([lab.ids.lab('overlast'), lab.ids.lab('rust')]);
    const scheduler = new Scheduler(redis, schedules, handlers, listLabs, log, { lookEveryMs });
    open.push(scheduler);
    return scheduler;
  };
  const consume = (scheduler: Scheduler): void => {
    const handler = handlerFor(markJob, () => Promise.resolve());
    open.push(new JobConsumer(redis, [handler], [markJob], outbox, log, { scheduler, silenceMs: 2_000 }));
  };
  const noting = (ticks: Tick[], definition: ScheduleDefinition): ScheduleHandler =>
    (definition.scope === 'lab' ? handlerForLab : handlerForPlatform)(definition, (tick: Tick) => {
      ticks.push(tick);
      return Promise.resolve();
    });
  const queued = async () => {
    const queue = new Queue('maintenance', { connection: redis });
    open.push(queue);
    return queue.getJobSchedulers();
  };

  it('is done at once, and again after each interval', async () => {
    const ticks: Tick[] = [];
    const second = schedule({ rhythm: { everySeconds: 1 } });
    consume(plan([second], [noting(ticks, second)]));
    await expectEventually(() => ticks.length >= 3, true);
    expect(new Set(ticks.map(({ tickId }) => tickId)).size).toBe(ticks.length);
  });

  it('waits for the hour that cron names, on the clock of its own time zone', async () => {
    const night = schedule({ rhythm: { cron: '30 2 * * *', timeZone: 'Europe/Amsterdam' } });
    const ticks: Tick[] = [];
    consume(plan([night], [noting(ticks, night)]));
    await expectEventually(async () => (await queued()).length, 1);
    const { next, tz } = (await queued())[0]!;
    const there = new Intl.DateTimeFormat('nl', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' }).format(next);
    expect([there, tz, ticks]).toEqual(['02:30', 'Europe/Amsterdam', []]);
  });

  it('comes back when Redis has lost everything', async () => {
    const ticks: Tick[] = [];
    const hourly = schedule();
    consume(plan([hourly], [noting(ticks, hourly)]));
    await expectEventually(() => ticks.length, 1);
    await redis.flushdb();
    await expectEventually(() => ticks.length, 2);
    expect((await queued()).map(({ key }) => key)).toEqual(['upkeep']);
  });

  it('is put in once however many workers look, and left alone while it is there', async () => {
    const [first, second] = [schedule(), schedule()];
    plan([first], [noting([], first)]);
    await expectEventually(async () => (await queued()).length, 1);
    const { next } = (await queued())[0]!;
    plan([second], [noting([], second)]);
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(await queued()).toMatchObject([{ key: 'upkeep', next }]);
    expect(said).toEqual(['a schedule was put in']);
  });

  it('takes on a new rhythm, and is taken out when no version knows it', async () => {
    const hourly = schedule();
    await plan(
      [hourly, schedule({ name: 'old' })],
      [noting([], hourly), noting([], schedule({ name: 'old' }))],
    ).close();
    expect(await queued()).toHaveLength(2);
    const daily = schedule({ rhythm: { everySeconds: 86_400 } });
    await plan([daily], [noting([], daily)]).close();
    expect((await queued()).map(({ key, every }) => [key, Number(every)])).toEqual([['upkeep', 86_400_000]]);
  });

  it('is done for every lab, and tried again for the lab where it failed', async () => {
    const ticks: string[] = [];
    const perLab = schedule({ scope: 'lab' });
    const handler = handlerForLab(perLab, ({ labId }) => {
      ticks.push(labId);
      if (labId === lab.ids.lab('overlast') && ticks.filter((id) => id === labId).length < 2)
        throw new Error('the disk is full');
      return Promise.resolve();
    });
    consume(plan([perLab], [handler]));
    await expectEventually(() => ticks.length, 3);
    expect(ticks.filter((id) => id === lab.ids.lab('overlast'))).toHaveLength(2);
    expect(ticks.filter((id) => id === lab.ids.lab('rust'))).toHaveLength(1);
    expect(said.filter((text) => text === 'job failed')).toHaveLength(1);
  });

  describe('refuses to start', () => {
    it('without a handler, with two, or with one that serves no schedule', () => {
      const other = noting([], schedule({ name: 'other' }));
      const own = noting([], schedule());
      expect(() => plan([schedule()], [own, own, other])).toThrow(
        'two handlers for "upkeep"; "other" is not in the schedules',
      );
      expect(() => plan([schedule()], [])).toThrow('no handler for "upkeep"');
    });
  });
});
