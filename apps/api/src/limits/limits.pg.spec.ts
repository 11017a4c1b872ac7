import { Database } from '@datalab/data';
import { describeWithDatabase, TestLab } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { printOperations } from '../graphql/collect-operations.js';
import { hashOfOperation } from '../graphql/known-operations.js';
import { TestApp, type Answer } from '../testing/test-app.factory.js';

const first = ({ errors }: Answer<unknown>) => ({ ...errors[0]?.extensions, message: errors[0]?.message });
const refused = (message: RegExp) =>
  expect.objectContaining({ code: 'InvalidInput', reason: 'graphql', message: expect.stringMatching(message) });

describeWithDatabase('the limits of the running api', () => {
  let lab: TestLab;
  let app: TestApp;
  let sanne: string;

  beforeAll(async () => {
    lab = await TestLab.open();
    app = await TestApp.start({ url: lab.database.urls.apiUrl });
    sanne = await app.signIn(lab.ids.person('sanne'));
  });
  afterAll(async () => {
    await app.close();
    await lab.close();
  });
  const withApp = async (env: NodeJS.ProcessEnv, use: (other: TestApp, cookie: string) => Promise<void>) => {
    const other = await TestApp.start({ url: lab.database.urls.apiUrl, env });
    try {
      await use(other, await other.signIn(lab.ids.person('sanne')));
    } finally {
      await other.close();
    }
  };

  describe('on a question', () => {
    it('depth: eight fields within each other, fragments or not', async () => {
      const nested = (levels: number): string =>
        levels === 0 ? 'id' : `datasets { latestLoad { dataset { ${levels === 1 ? 'id' : nested(levels - 1)} } } }`;
      expect((await app.ask(sanne, '{ labs { id } }')).errors).toEqual([]);
      const deep =
        '{ labs { datasets { latestLoad { dataset { latestLoad { dataset { latestLoad { dataset { id } } } } } } } } }';
      expect(first(await app.ask(sanne, deep))).toEqual(refused(/depth/));
      const hidden = `query { labs { ...l } } fragment l on Lab { ${nested(1)} datasets { latestLoad { dataset { latestLoad { dataset { latestLoad { dataset { id } } } } } } } }`;
      expect(first(await app.ask(sanne, hidden))).toEqual(refused(/depth/));
    });

    it('aliases: fifteen other names', async () => {
      const named = (n: number) => `{ ${Array.from({ length: n }, (_, i) => `a${i}: me { id }`).join(' ')} }`;
      expect((await app.ask(sanne, named(15))).errors).toEqual([]);
      expect(first(await app.ask(sanne, named(16)))).toEqual(refused(/alias/i));
    });

    it('cost: a page of everything that hangs on it', async () => {
      const id = lab.ids.lab('overlast');
      const part =
        'dataset { latestLoad { dataset { latestLoad { id issues { code firstRows } covers { from to } } } } }';
      const many = `{ loads(labId: "${id}", first: 200) { items { id ${part} issues { code message } } } }`;
      expect(first(await app.ask(sanne, many))).toEqual(refused(/cost/i));
    });

    it('batches: one question in a request', async () => {
      const answer = await app.ask(sanne, [{ query: '{ me { id } }' }, { query: '{ me { id } }' }]);
      expect([answer.data, first(answer)]).toEqual([null, expect.objectContaining({ code: 'InvalidInput' })]);
    });

    it('pages: 200 at most, and at least one', async () => {
      const page = (n: number) =>
        app.ask(sanne, `{ loads(labId: "${lab.ids.lab('overlast')}", first: ${n}) { total } }`);
      expect((await page(200)).errors).toEqual([]);
      for (const n of [201, 0, -1]) expect(first(await page(n))).toMatchObject({ reason: 'page.size' });
    });

    it('size: a megabyte of JSON', async () => {
      const answer = await app.ask(sanne, { query: `{ me { id } } # ${'x'.repeat(1_100_000)}` });
      expect([answer.status, first(answer)]).toEqual([413, expect.objectContaining({ reason: 'input.too-large' })]);
    });

    it('names that are guessed are not put right', async () => {
      expect(first(await app.ask(sanne, '{ labz { id } }')).message).toBe('Cannot query field "labz" on type "Query".');
    });
  });

  describe('in production', () => {
    const PRODUCTION = { NODE_ENV: 'production' };

    it('only our own questions are answered, by text or by hash; introspection is not one of them', async () => {
      await withApp(PRODUCTION, async (other, cookie) => {
        const known = Object.values(JSON.parse(printOperations()) as Record<string, string>).find((text) =>
          text.includes('query Me'),
        )!;
        expect((await other.ask(cookie, known)).data).toMatchObject({ me: { name: 'sanne' } });
        const byHash = { extensions: { persistedQuery: { sha256Hash: hashOfOperation(known) } } };
        expect((await other.ask(cookie, byHash)).data).toMatchObject({ me: { name: 'sanne' } });
        for (const query of ['{ me { id } }', '{ __schema { types { name } } }', 'query { __typename }']) {
          const answer = await other.ask(cookie, query);
          expect([answer.data, first(answer)]).toEqual([null, expect.objectContaining({ code: 'InvalidInput' })]);
        }
      });
    });
  });

  describe('on time', () => {
    it('PostgreSQL cancels a statement that takes too long; who asked hears no more than that', async () => {
      const database = await Database.connect({ url: lab.database.urls.apiUrl, name: 'slow', statementTimeoutMs: 300 });
      const slow = await TestApp.start({ url: lab.database.urls.apiUrl, parts: { database } });
      const owner = await lab.database.as('owner');
      try {
        const cookie = await slow.signIn(lab.ids.person('marit'));
        const reopen = `mutation { reopenStep(labId: "${lab.ids.lab('overlast')}", step: prioritise, reason: "lock") { id } }`;
        await owner.inTransaction({}, async (tx) => {
          await tx.query('lock table lab_step in access exclusive mode');
          const answer = await slow.ask(cookie, reopen);
          expect(first(answer)).toMatchObject({ code: 'Unavailable', reason: 'database.too-slow' });
          expect(answer.body).not.toMatch(/statement|lab_step|canceling/i);
        });
        const active = await lab.database.look(
          `select 1 from pg_stat_activity where application_name = 'slow' and state <> 'idle'`,
        );
        expect(active).toEqual([]);
      } finally {
        await slow.close();
      }
    });
  });

  describe('on how often', () => {
    it('a person: the next request waits, and hears how long; a colleague does not', async () => {
      await withApp({ LIMIT_PERSON_PER_MINUTE: '3' }, async (other, cookie) => {
        const joris = await other.signIn(lab.ids.person('joris'));
        const statuses = [];
        for (let n = 0; n < 4; n += 1) statuses.push((await other.ask(cookie, '{ me { id } }')).status);
        expect(statuses).toEqual([200, 200, 200, 429]);
        const refusal = await other.ask(cookie, '{ me { id } }');
        expect(first(refusal)).toMatchObject({ code: 'TooManyRequests', reason: 'limit.person' });
        expect(Number(refusal.headers['retry-after'])).toBeGreaterThan(0);
        expect((await other.ask(joris, '{ me { id } }')).status).toBe(200);
        const file = await other.request({ url: `/v1/regions/${lab.ids.region}/areas.json`, headers: { cookie } });
        expect(file.statusCode).toBe(429);
      });
    });

    it('an organisation: all its people together, and no other organisation', async () => {
      await withApp({ LIMIT_ORGANISATION_PER_MINUTE: '3' }, async (other, cookie) => {
        const joris = await other.signIn(lab.ids.person('joris'));
        const pim = await other.signIn(lab.ids.person('pim'));
        for (const who of [cookie, joris, cookie]) expect((await other.ask(who, '{ me { id } }')).status).toBe(200);
        expect(first(await other.ask(joris, '{ me { id } }'))).toMatchObject({ reason: 'limit.organisation' });
        expect((await other.ask(pim, '{ me { id } }')).status).toBe(200);
      });
    });

    it('an address: at the doors that need no session', async () => {
      await withApp({ LIMIT_SIGN_IN_PER_MINUTE: '2' }, async (other) => {
        const visit = async (remoteAddress: string) =>
          (await other.request({ url: '/auth/callback', remoteAddress })).statusCode;
        expect([await visit('10.0.0.1'), await visit('10.0.0.1'), await visit('10.0.0.1')]).toEqual([302, 302, 429]);
        expect(await visit('10.0.0.2')).toBe(302);
      });
    });
  });

  describe('on what is sent and shown', () => {
    it('uploads: four gigabytes', async () => {
      const pim = await app.signIn(lab.ids.person('pim'));
      const opened = await app.ask<{ openLoad: { load: { id: string } } }>(
        pim,
        'mutation ($input: OpenLoadInput!) { openLoad(input: $input) { load { id } } }',
        {
          input: {
            datasetId: lab.ids.dataset('incidenten'),
            covers: [{ from: '2024-01-01', to: '2024-01-31' }],
            totals: { rows: 1, inRegion: 1, outsideRegion: 0, noArea: 0, outOfScope: 0, skipped: 0 },
            contentSha256: 'a'.repeat(64),
          },
        },
      );
      const loadId = Buffer.from(opened.data!.openLoad.load.id).toString('base64');
      const announce = async (bytes: number) => {
        const headers = {
          'tus-resumable': '1.0.0',
          'upload-length': String(bytes),
          'upload-metadata': `loadId ${loadId}`,
        };
        const answer = await app.request({
          method: 'POST',
          url: '/v1/uploads',
          headers: { ...headers, cookie: pim, 'x-datalab': '1' },
        });
        return answer.statusCode;
      };
      expect(await announce(4 * 1024 ** 3 + 1)).toBe(413);
      expect(await announce(4 * 1024 ** 3)).toBe(201);
    });

    it('an error of ours says nothing of the inside', async () => {
      await lab.database.look('revoke select on dataset from datalab_api');
      const answer = await app.ask(sanne, '{ labs { datasets { id } } }');
      await lab.database.look('grant select on dataset to datalab_api');
      expect(first(answer)).toMatchObject({ code: 'Bug', reason: 'unexpected' });
      expect(answer.body).not.toMatch(/permission|dataset |select|postgres|stack|at /i);
    });

    it('pages, files and answers carry the security headers, and only our own scripts run', async () => {
      for (const url of ['/', '/health/live', '/v1/events', '/auth/callback']) {
        const { headers } = await app.request({ url });
        const policy = Object.fromEntries(
          String(headers['content-security-policy'])
            .split(';')
            .map((part) => part.trim().split(/ (.*)/s) as [string, string]),
        );
        expect(policy).toMatchObject({ 'default-src': "'self'", 'worker-src': "'self'", 'frame-ancestors': "'none'" });
        // Compiled code of our own files, for the pseudonyms; no text becomes code.
        expect(policy['script-src']).toBe("'self' 'wasm-unsafe-eval'");
        expect(JSON.stringify(policy)).not.toMatch(/'unsafe-|https?:|\*/);
        expect(policy).toMatchObject({ 'object-src': "'none'", 'base-uri': "'none'" });
        if (url !== '/') expect(headers['cache-control']).toBe('no-store');
        expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'referrer-policy': 'same-origin' });
      }
    });
  });
});
