import 'reflect-metadata';
import { describeWithQueue, redisUrl, TestLab } from '@datalab/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { TestApp } from '../testing/test-app.factory.js';

describeWithQueue('limits that are counted in Redis', () => {
  let lab: TestLab;
  let redis: Redis;
  const apps: TestApp[] = [];
  const start = async (url: string): Promise<TestApp> => {
    const app = await TestApp.start({
      url: lab.database.urls.apiUrl,
      env: { REDIS_URL: url, LIMIT_PERSON_PER_MINUTE: '3' },
    });
    apps.push(app);
    return app;
  };

  beforeAll(async () => {
    redis = new Redis(redisUrl(4));
    await redis.flushdb();
    lab = await TestLab.open();
  });
  afterAll(async () => {
    for (const app of apps) await app.close();
    await redis.quit();
    await lab.close();
  });

  it('hold over two processes together, and each key goes away by itself', async () => {
    const [one, other] = [await start(redisUrl(4)), await start(redisUrl(4))];
    const cookie = await one.signIn(lab.ids.person('joris'));
    const statuses = [];
    for (const app of [one, other, one, other]) statuses.push((await app.ask(cookie, '{ me { id } }')).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const keys = await redis.keys('datalab-limit-*');
    expect(keys.length).toBeGreaterThan(0);
    for (const key of keys) expect(await redis.pttl(key)).toBeGreaterThan(0);
  });

  it('let everybody through when Redis is out of reach: it must not be able to stop the platform', async () => {
    const alone = await start('redis://127.0.0.1:1/0');
    const cookie = await alone.signIn(lab.ids.person('pim'));
    for (let n = 0; n < 5; n += 1) expect((await alone.ask(cookie, '{ me { id } }')).status).toBe(200);
  });
});
