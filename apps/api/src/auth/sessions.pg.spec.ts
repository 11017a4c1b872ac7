import { describeWithDatabase, TestLab } from '@datalab/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { TestApp } from '../testing/test-app.factory.js';
import { TEST_AUDIENCE, TestIdentityProvider } from '../testing/test-identity-provider.js';

const ME = '{ me { name } }';

/** Name and value of each cookie that an answer sets, and what stands behind it. */
const cookiesOf = (header: string | string[] | undefined): { pair: string; rest: string }[] =>
  [header ?? []].flat().map((line) => ({ pair: line.split(';')[0]!, rest: line.slice(line.indexOf(';')) }));

describeWithDatabase('the doors of the running api', () => {
  let lab: TestLab;
  let provider: TestIdentityProvider;
  let app: TestApp;

  const settings = (env: NodeJS.ProcessEnv = {}) => ({
    url: lab.database.urls.apiUrl,
    env: { OIDC_ISSUER: provider.issuer, API_AUDIENCE: TEST_AUDIENCE, ...env },
  });
  beforeAll(async () => {
    lab = await TestLab.open();
    provider = await TestIdentityProvider.start();
    await lab.database.look('update person set issuer = $1', [provider.issuer]);
    app = await TestApp.start(settings());
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
    await lab.close();
  });
  beforeEach(() => {
    provider.mood = 'agrees';
    provider.shown.length = 0;
  });

  /** Signs in as a browser does; gives the cookies that it keeps. */
  async function signIn(subject: string, at = app) {
    const begun = await at.request({ url: '/auth/login' });
    const begin = cookiesOf(begun.headers['set-cookie']);
    const url = provider.signsIn(subject, String(begun.headers.location));
    const back = await at.request({ url, headers: { cookie: begin.map(({ pair }) => pair).join('; ') } });
    const kept = cookiesOf(back.headers['set-cookie']).filter(({ pair }) => !pair.endsWith('='));
    return { begin, kept, cookie: kept.map(({ pair }) => pair).join('; '), location: back.headers.location };
  }
  const stale = () => lab.database.look("update session set fresh_until = now() - interval '1 second'");
  const status = async (cookie: string) => (await app.ask(cookie, ME)).status;
  const post = (url: string, cookie: string) =>
    app.request({ method: 'POST', url, headers: { cookie, 'x-datalab': '1' } });

  describe('a session that is no longer fresh', () => {
    it('is renewed once, however many ask at the same time, and goes on with the token that it then got', async () => {
      const { cookie } = await signIn('sanne');
      await stale();
      const answers = await Promise.all(Array.from({ length: 8 }, () => status(cookie)));
      expect(answers).toEqual(answers.map(() => 200));
      expect(provider.shown).toHaveLength(1);
      expect(await status(cookie)).toBe(200);
      expect(provider.shown).toHaveLength(1);
      await stale();
      expect(await status(cookie)).toBe(200);
      expect(new Set(provider.shown).size).toBe(2);
    });

    it('is renewed once by two processes of the api together', async () => {
      const second = await TestApp.start(settings());
      try {
        const { cookie } = await signIn('sanne');
        await stale();
        const answers = await Promise.all([app, second, app, second].map((one) => one.ask(cookie, ME)));
        expect(answers.map((answer) => answer.status)).toEqual([200, 200, 200, 200]);
        expect(provider.shown).toHaveLength(1);
      } finally {
        await second.close();
      }
    });

    it('is over when the provider says no, and stays over', async () => {
      const { cookie } = await signIn('sanne');
      await stale();
      provider.mood = 'refuses';
      expect(await status(cookie)).toBe(401);
      provider.mood = 'agrees';
      expect(await status(cookie)).toBe(401);
    });

    it('waits where the provider does not answer, and goes on when it does', async () => {
      const { cookie } = await signIn('sanne');
      await stale();
      provider.mood = 'fails';
      expect(await status(cookie)).toBe(503);
      provider.mood = 'agrees';
      expect(await status(cookie)).toBe(200);
    });

    it('lies in the database without its refresh token or its cookie', async () => {
      const { cookie } = await signIn('sanne');
      await stale();
      await status(cookie);
      const [dump] = await lab.database.look<{ text: string }>(
        `select string_agg(session::text || ' ' || encode(coalesce(refresh_token_sealed, ''), 'escape'), ' ') as text from session`,
      );
      for (const secret of [provider.shown[0]!, cookie.split('=')[1]!]) expect(dump!.text).not.toContain(secret);
    });
  });

  describe('logging out', () => {
    it('ends this browser alone; everywhere ends every browser of this person, and of nobody else', async () => {
      const [one, two, three, other] = [
        await signIn('joris'),
        await signIn('joris'),
        await signIn('joris'),
        await signIn('petra'),
      ];
      expect((await post('/auth/logout', one.cookie)).statusCode).toBe(201);
      expect([await status(one.cookie), await status(two.cookie)]).toEqual([401, 200]);
      const out = await post('/auth/logout-everywhere', two.cookie);
      expect(out.json<{ redirectTo: string }>().redirectTo).toContain(`${provider.issuer}/logout?id_token_hint=`);
      expect([await status(two.cookie), await status(three.cookie), await status(other.cookie)]).toEqual([
        401, 401, 200,
      ]);
    });

    it('everywhere closes what is open in another browser', async () => {
      const [here, there] = [await signIn('joris'), await signIn('joris')];
      const stream = await app.fetch('/v1/events', { headers: { cookie: there.cookie } });
      await post('/auth/logout-everywhere', here.cookie);
      // Ends, or the fetch gives up after ten seconds and throws.
      expect(await stream.text()).toContain('"kind":"access"');
    });
  });

  describe('the cookie', () => {
    it('over TLS bears the prefix that keeps neighbours from planting it, and is out of reach of scripts', async () => {
      const secure = await TestApp.start(settings({ PUBLIC_URL: 'https://datalab.test' }));
      try {
        const { begin, kept } = await signIn('sanne', secure);
        expect(begin[0]!.pair).toMatch(/^__Host-datalab_sign_in=./);
        expect(kept).toHaveLength(1);
        const [{ pair, rest }] = kept as [{ pair: string; rest: string }];
        expect(pair).toMatch(/^__Host-datalab_session=[\w-]{43}$/);
        for (const part of ['Secure', 'HttpOnly', 'SameSite=Lax', 'Path=/']) expect(rest).toContain(`; ${part}`);
        expect(rest).not.toMatch(/domain/i);
        expect((await secure.ask(pair, ME)).status).toBe(200);
        // The same secret under the plain name, which a neighbour could have set, is nobody's.
        expect((await secure.ask(pair.replace('__Host-', ''), ME)).status).toBe(401);
        const header = { 'strict-transport-security': expect.stringContaining('max-age=') };
        expect((await secure.request({ url: '/' })).headers).toMatchObject(header);
      } finally {
        await secure.close();
      }
    });

    it('is given to nobody whom no one invited', async () => {
      const { kept, location } = await signIn('stranger');
      expect([kept, location]).toEqual([[], '/sign-in-refused?reason=person.not-invited']);
    });
  });
});
