import { afterAll, afterEach, beforeAll, expect, it } from '@jest/globals';
import {
  ConsumerProcess,
  describeWithQueue,
  expectEventually,
  markJob,
  redisUrl,
  TestLab,
  TestOutbox,
} from '@datalab/testing';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { handlerFor, JobConsumer } from './job-consumer.js';
import { OutboxRelay } from './outbox-relay.js';
import { connectRedis } from './redis.js';

const NUMBERS = Array.from({ length: 20 }, (_, n) => n);

describeWithQueue('work that was asked for', () => {
  let lab: TestLab;
  let outbox: TestOutbox;
  let redis: Redis;
  const open: { close(): Promise<void> }[] = [];
  const errors: string[] = [];
  const log = {
    info: () => undefined,
    debug: () => undefined,
    error: (_: object, message: string) => void errors.push(message),
  };

  beforeAll(async () => {
    lab = await TestLab.open();
    outbox = await TestOutbox.open(lab);
    redis = connectRedis(redisUrl(3), (error) => errors.push(error.message));
    await redis.flushdb();
  });
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    await redis.flushdb();
    await outbox.clear();
    errors.length = 0;
  });
  afterAll(async () => {
    redis.disconnect();
    await lab.close();
  });

  const carry = (): OutboxRelay => {
    const relay = new OutboxRelay(redis, outbox, [markJob], log);
    open.push(relay);
    return relay;
  };
  const consume = (milliseconds: number, silenceMs?: number): void => {
    const handler = handlerFor(markJob, async ({ n }, { workId }) => {
      await outbox.mark(n, workId, 'began');
      await new Promise((resolve) => setTimeout(resolve, milliseconds));
      await outbox.mark(n, workId, 'ended');
    });
    open.push(new JobConsumer(redis, [handler], [markJob], outbox, log, { silenceMs }));
  };
  const doneCount = async () => (await outbox.states()).filter(({ done }) => done).length;

  it('is carried to its queue as ids, and marked', async () => {
    const queue = new Queue(markJob.queue, { connection: redis });
    open.push(queue);
    await outbox.ask(1, 2);
    carry().wake();
    await expectEventually(async () => (await outbox.states()).every(({ queued }) => queued), true);
    const jobs = await queue.getJobs(['waiting']);
    const states = await outbox.states();
    expect(new Set(jobs.map(({ id }) => id))).toEqual(new Set(states.map(({ id }) => id)));
    expect(jobs.find(({ id }) => id === states[0]!.id)).toMatchObject({
      name: 'mark',
      data: {
        labId: lab.ids.lab('overlast'),
        actorId: lab.ids.person('sanne'),
        requestId: 'mark',
        payload: { n: 1 },
      },
      opts: { attempts: 3, backoff: { type: 'exponential', delay: 1_000 } },
    });
  });

  it('is carried by two relays at once and done once', async () => {
    consume(0);
    await outbox.ask(...NUMBERS);
    const relays = [carry(), carry()];
    for (let turn = 0; turn < 5; turn += 1) for (const relay of relays) relay.wake();
    await expectEventually(doneCount, NUMBERS.length);
    expect(await outbox.marked('ended')).toEqual(NUMBERS);
  });

  it('is found again when Redis loses everything half-way, and all of it gets done', async () => {
    consume(20);
    await outbox.ask(...NUMBERS);
    carry().wake();
    await expectEventually(async () => (await doneCount()) >= 5, true);
    await redis.flushdb();
    const before = await doneCount();
    expect(before).toBeLessThan(NUMBERS.length);
    await outbox.age();
    // Nobody wakes the relay: its own sweep finds what is lost.
    await expectEventually(doneCount, NUMBERS.length);
    expect(new Set(await outbox.marked('ended'))).toEqual(new Set(NUMBERS));
    // What was under way when Redis lost it may have been begun twice; nothing else was.
    expect((await outbox.marked('began')).length).toBeLessThanOrEqual(NUMBERS.length + 1);
  });

  it('does not wait behind work of a kind that this version does not know', async () => {
    consume(0);
    await lab.database.look(
      `insert into outbox (lab_id, job, payload, actor_id, request_id) values ($1, 'of-tomorrow', '{"n": -1}', $2, 'r')`,
      [lab.ids.lab('overlast'), lab.ids.person('sanne')],
    );
    await outbox.ask(1, 2);
    carry().wake();
    await expectEventually(doneCount, 2);
    expect(await outbox.states()).toMatchObject([{ n: -1, done: false, failure: null }, { n: 1 }, { n: 2 }]);
    expect(errors).toEqual(['the outbox asks for work that is not in the job catalogue']);
  });

  it('is carried no more once the relay is closed', async () => {
    const relay = carry();
    await relay.close();
    await outbox.ask(1);
    relay.wake();
    await relay.close();
    expect(await outbox.states()).toMatchObject([{ n: 1, queued: false }]);
  });

  it('of a worker that was killed is done by another', async () => {
    const silenceMs = 1_000;
    const { workerUrl: databaseUrl } = lab.database.urls;
    const victim = ConsumerProcess.start({ databaseUrl, redisUrl: redisUrl(3), silenceMs });
    try {
      await outbox.ask(1, 2);
      carry().wake();
      await expectEventually(async () => (await outbox.marked('began')).length, 1);
    } finally {
      await victim.kill();
    }
    expect(await doneCount()).toBe(0);
    consume(0, silenceMs);
    await expectEventually(doneCount, 2);
    expect(await outbox.marked('began')).toEqual([1, 1, 2]);
    expect(await outbox.marked('ended')).toEqual([1, 2]);
  });
});
