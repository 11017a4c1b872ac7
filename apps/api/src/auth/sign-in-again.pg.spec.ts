import { agree, describeWithDatabase, TestLab, type PersonName } from '@datalab/testing';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { TestApp } from '../testing/test-app.factory.js';
import { TEST_AUDIENCE, TestIdentityProvider } from '../testing/test-identity-provider.js';

const SIGN = 'mutation ($id: ID!, $hash: String!) { signAgreement(id: $id, textHash: $hash) { versions { state } } }';
const cookiesOf = (header: string | string[] | undefined): string =>
  [header ?? []]
    .flat()
    .map((line) => line.split(';')[0]!)
    .filter((pair) => !pair.endsWith('='))
    .join('; ');

describeWithDatabase('whoever signs', () => {
  let lab: TestLab;
  let provider: TestIdentityProvider;
  let app: TestApp;
  beforeAll(async () => {
    lab = await TestLab.open();
    // The api looks at the real clock.
    lab.clock.set(new Date());
    await agree(lab);
    provider = await TestIdentityProvider.start();
    await lab.database.look('update person set issuer = $1', [provider.issuer]);
    app = await TestApp.start({
      url: lab.database.urls.apiUrl,
      env: { OIDC_ISSUER: provider.issuer, API_AUDIENCE: TEST_AUDIENCE },
    });
  });
  afterAll(async () => {
    await app.close();
    await provider.close();
    await lab.close();
  });

  /** Goes to the provider and comes back as this person; the cookie that the browser keeps and where it is sent. */
  async function by(road: string, subject: string, cookie = '') {
    const begun = await app.request({ url: road, headers: { cookie } });
    const back = await app.request({
      url: provider.signsIn(subject, String(begun.headers.location)),
      headers: { cookie: `${cookie}; ${cookiesOf(begun.headers['set-cookie'])}` },
    });
    return { cookie: cookiesOf(back.headers['set-cookie']), location: back.headers.location, status: back.statusCode };
  }
  /** A second version that lies there to be signed. */
  const toSign = async () => {
    const as = (name: PersonName) => lab.as(name);
    const labId = lab.ids.lab('overlast');
    const [draft] = (await lab.agreements.start(await as('fatma'), labId)).versions;
    await lab.agreements.offer(await as('fatma'), draft!.id);
    const { versions } = await lab.agreements.support(await as('petra'), draft!.id);
    return { id: versions[0]!.id, hash: versions[0]!.currentHash };
  };

  it('shows who they are once more, is the same person, and only then signs', async () => {
    const { id, hash } = await toSign();
    const reasonOf = async (cookie: string) => {
      const { errors } = await app.ask(cookie, SIGN, { id, hash });
      return errors[0]?.extensions?.['reason'];
    };
    provider.loggedInAgo = undefined;
    const { cookie } = await by('/auth/login', 'fatma');
    expect(await reasonOf(cookie)).toBe('agreement.sign-in-again');

    const road = `/auth/sign-in-again?returnTo=${encodeURIComponent('/labs/x/agreement')}`;
    // A provider that does not say when, or that it was long ago, is not believed.
    expect((await by(road, 'fatma', cookie)).status).toBe(500);
    provider.loggedInAgo = 3_600;
    expect((await by(road, 'fatma', cookie)).status).toBe(500);
    provider.loggedInAgo = 2;
    const other = await by(road, 'petra', cookie);
    expect(other).toMatchObject({ cookie: '', location: '/sign-in-refused?reason=session.other-person' });

    const again = await by(road, 'fatma', cookie);
    expect(again.location).toBe('/labs/x/agreement');
    expect(Object.fromEntries(provider.asked)).toMatchObject({ prompt: 'login', max_age: '0' });
    expect(await reasonOf(again.cookie)).toBeUndefined();
    // The session of before is over: one browser, one session.
    expect((await app.ask(cookie, '{ me { name } }')).status).toBe(401);
  });
});
