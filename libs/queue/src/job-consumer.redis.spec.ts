import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { invalidState, unavailable } from '@datalab/domain';
import { describeWithQueue, expectEventually, markJob, redisUrl, TestLab, TestOutbox } from '@datalab/testing';
import { Queue } from 'bullmq';
import type { Redis } from 'ioredis';
import { handlerFor, JobConsumer, type JobHandler } from './job-consumer.js';
import { OutboxRelay } from './outbox-relay.js';
import { connectRedis } from './redis.js';

describeWithQueue('a consumer of jobs', () => {
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
    redis = connectRedis(redisUrl(2), (error) => errors.push(error.message));
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

  const consume = (
    handle: (n: number) => Promise<void>,
    giveUp: (n: number) => Promise<void> = () => Promise.resolve(),
  ): JobConsumer => {
    const begin = async ({ n }: { n: number }, { workId }: { workId: string }) => {
      await outbox.mark(n, workId, 'began');
      await handle(n);
      await outbox.mark(n, workId, 'ended');
    };
    const handler = handlerFor(markJob, begin, ({ n }) => giveUp(n));
    const consumer = new JobConsumer(redis, [handler], [markJob], outbox, log);
    open.push(consumer);
    return consumer;
  };
  const carry = (): OutboxRelay => {
    const relay = new OutboxRelay(redis, outbox, [markJob], log);
    open.push(relay);
    relay.wake();
    return relay;
  };
  const isSettled = async () => (await outbox.states()).every(({ done, failure }) => done || failure !== null);

  describe('refuses to start', () => {
    const other: JobHandler = { ...handlerFor(markJob, () => Promise.resolve()), name: 'other' };
    const mark = handlerFor(markJob, () => Promise.resolve());
    const start = (...handlers: JobHandler[]) => new JobConsumer(redis, handlers, [markJob], outbox, log);

    it('without a handler for a job of the catalogue', () => {
      expect(() => start()).toThrow('no handler for "mark"');
    });

    it('with two handlers for one job', () => {
      expect(() => start(mark, mark)).toThrow('two handlers for "mark"');
    });

    it('with a handler for a job that is not in the catalogue, and tells all faults at once', () => {
      expect(() => start(other)).toThrow('no handler for "mark"; "other" is not in the job catalogue');
    });
  });

  it('does work that is carried, and writes down that it is done', async () => {
    consume(() => Promise.resolve());
    await outbox.ask(1, 2, 3);
    carry();
    await expectEventually(isSettled, true);
    expect((await outbox.states()).map(({ n, done, failure }) => [n, done, failure])).toEqual([
      [1, true, null],
      [2, true, null],
      [3, true, null],
    ]);
    expect(await outbox.marked('ended')).toEqual([1, 2, 3]);
  });

  it('skips work that somebody has finished already, however often it is delivered', async () => {
    consume(() => Promise.resolve());
    await outbox.ask(1);
    const relay = carry();
    await expectEventually(isSettled, true);
    // The queue forgot it, and so did the relay: it is delivered again, twice, before work that is new.
    const [work] = await outbox.states();
    await lab.database.look('update outbox set done_at = null, queued_at = null');
    const queue = new Queue(markJob.queue, { connection: redis });
    open.push(queue);
    const waiting = await outbox.listWaiting(30);
    await lab.database.look('update outbox set done_at = now()');
    const { labId, actorId, requestId, payload } = waiting[0]!;
    await queue.add(markJob.name, { labId, actorId, requestId, payload }, { jobId: work!.id, removeOnComplete: true });
    await outbox.ask(2);
    relay.wake();
    await expectEventually(isSettled, true);
    expect(await outbox.marked('began')).toEqual([1, 2]);
  });

  it('tries again, later each time, what failed for a reason that may pass', async () => {
    const moments: number[] = [];
    consume(() => {
      moments.push(performance.now());
      if (moments.length < 3) throw unavailable('store.away', 'The store does not answer.');
      return Promise.resolve();
    });
    await outbox.ask(1);
    carry();
    await expectEventually(isSettled, true);
    expect(await outbox.states()).toMatchObject([{ n: 1, done: true, failure: null }]);
    const waits = moments.slice(1).map((moment, i) => Math.round((moment - moments[i]!) / 100) / 10);
    expect(waits[0]).toBeGreaterThanOrEqual(0.9);
    expect(waits[1]).toBeGreaterThanOrEqual(1.9);
  });

  it('gives up after the last try, and writes down no message that could hold a value', async () => {
    consume(() => {
      throw new Error('Jan Jansen, Dorpsstraat 1');
    });
    await outbox.ask(1);
    carry();
    await expectEventually(isSettled, true);
    expect(await outbox.states()).toMatchObject([{ n: 1, done: false, failure: 'attempts-spent' }]);
    expect(await outbox.marked('began')).toEqual([1, 1, 1]);
    expect(errors.filter((message) => message === 'job failed')).toHaveLength(3);
  });

  it('does not try again what says the same however often one tries', async () => {
    consume((n) => {
      if (n === 1) throw invalidState('lab.closed', 'This lab is closed.');
      return Promise.resolve();
    });
    await outbox.ask(1, 2);
    carry();
    await expectEventually(isSettled, true);
    expect(await outbox.states()).toMatchObject([
      { n: 1, done: false, failure: 'lab.closed' },
      { n: 2, done: true, failure: null },
    ]);
    expect(await outbox.marked('began')).toEqual([1, 2]);
  });

  it('tells who waits for it that work was given up, and does so again when that fails', async () => {
    const told: number[] = [];
    consume(
      () => {
        throw invalidState('lab.closed', 'This lab is closed.');
      },
      (n) => {
        told.push(n);
        if (told.length === 1) throw new Error('the database is away');
        return Promise.resolve();
      },
    );
    await outbox.ask(1);
    const relay = carry();
    await expectEventually(() => told.length, 1);
    expect(await outbox.states()).toMatchObject([{ done: false, failure: null }]);
    await expectEventually(() => errors.includes('the failure could not be written down'), true);
    await outbox.age();
    relay.wake();
    await expectEventually(isSettled, true);
    expect(told).toEqual([1, 1]);
    expect(await outbox.states()).toMatchObject([{ done: false, failure: 'lab.closed' }]);
  });

  it('waits for the work under way before it lets go', async () => {
    let finish = () => {};
    const consumer = consume(() => new Promise<void>((resolve) => (finish = resolve)));
    await outbox.ask(1);
    carry();
    await expectEventually(async () => (await outbox.marked('began')).length, 1);
    let isClosed = false;
    const closed = consumer.close().then(() => (isClosed = true));
    await outbox.ask(2);
    expect(isClosed).toBe(false);
    finish();
    await closed;
    expect((await outbox.states()).map(({ done }) => done)).toEqual([true, false]);
  });

  it('hands over the lab, the person and the request with the payload, and takes no other payload', async () => {
    const seen: unknown[] = [];
    const handler = handlerFor(markJob, (payload, context) => {
      seen.push({ payload, context });
      return Promise.resolve();
    });
    const context = { workId: 'w', labId: 'l', actorId: 'a', requestId: 'r' };
    await handler.handle({ n: 1 }, context);
    expect(seen).toEqual([{ payload: { n: 1 }, context }]);
    expect(() => handler.handle({ n: 1, name: 'somebody' }, context)).toThrow('Unrecognized key');
  });
});
