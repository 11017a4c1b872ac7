import { abilityFor, abilityOfPacked, isAllowed, type Action, type SubjectName, type Subjects } from '@datalab/access';
import { AdministrationService } from '@datalab/features';
import { describeWithDatabase, TestLab, testInstallation, type PersonName } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import 'reflect-metadata';
import { TestApp } from '../testing/test-app.factory.js';
import { TEST_AUDIENCE, TestIdentityProvider } from '../testing/test-identity-provider.js';

// As objects: a new action or subject that is not listed here does not compile.
const ACTIONS = Object.keys({
  read: 0,
  lead: 0,
  found: 0,
  consent: 0,
  map: 0,
  upload: 0,
  submit: 0,
  withdraw: 0,
  write: 0,
  sign: 0,
  declare: 0,
  grant: 0,
  administer: 0,
  propose: 0,
  score: 0,
  state: 0,
  draft: 0,
  approve: 0,
  check: 0,
  export: 0,
  answer: 0,
  request: 0,
  receive: 0,
  object: 0,
} satisfies Record<Action, 0>) as Action[];
const SUBJECTS = Object.keys({
  Lab: 0,
  Step: 0,
  Closing: 0,
  Dataset: 0,
  Load: 0,
  Report: 0,
  Mirror: 0,
  Picture: 0,
  AuditLog: 0,
  IntakeTerms: 0,
  IntakeSignature: 0,
  KnownFact: 0,
  Inventory: 0,
  DeeperQuestion: 0,
  Membership: 0,
  Question: 0,
  Statement: 0,
  Checklist: 0,
  OutputShell: 0,
  Platform: 0,
  Release: 0,
  PublicNote: 0,
  Interpretation: 0,
  Reading: 0,
  Finding: 0,
  Solution: 0,
  AreaWork: 0,
  Agreement: 0,
  PublicValues: 0,
  Run: 0,
  Activity: 0,
  Comment: 0,
  Deadline: 0,
  WayBack: 0,
  Forecast: 0,
} satisfies Record<SubjectName, 0>) as SubjectName[];

describeWithDatabase('who the running api takes somebody for', () => {
  let lab: TestLab;
  let provider: TestIdentityProvider;
  let app: TestApp;

  beforeAll(async () => {
    lab = await TestLab.open();
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

  const askWith = async (headers: Record<string, string>, query = '{ me { name rules } labs { name } }') => {
    const answer = await app.request({ method: 'POST', url: '/graphql', headers, payload: { query } });
    const { data, errors } = answer.json<{
      data: { me: { name: string; rules: string }; labs: { name: string }[] } | null;
      errors?: { extensions: { reason: string } }[];
    }>();
    return { status: answer.statusCode, data, reason: errors?.[0]?.extensions.reason };
  };
  const bearer = async (claims: Record<string, unknown>) => ({
    authorization: `Bearer ${await provider.accessToken(claims)}`,
  });

  describe('by a bearer token', () => {
    it('is its person, who changes something without our own header, for no browser sends a token by itself', async () => {
      expect(await askWith(await bearer({ sub: 'sanne' }))).toMatchObject({
        status: 200,
        data: { me: { name: 'sanne' }, labs: [{ name: 'Overlast in Teststad' }] },
      });
    });

    it.each([
      ['for another audience', { sub: 'sanne', aud: 'https://elsewhere.test' }],
      ['made out to the web, as an identity token is', { sub: 'sanne', aud: 'test' }],
      ['of a stranger', { sub: 'stranger' }],
      ['of another issuer', { sub: 'sanne', iss: 'https://elsewhere.test' }],
    ])('is nobody %s', async (_what, claims) => {
      expect(await askWith(await bearer(claims))).toEqual({ status: 401, data: null, reason: 'token.not-accepted' });
    });

    it('is a program only through the client that was registered', async () => {
      const good = await askWith(await bearer({ sub: 'programma', client_id: 'programma' }));
      expect(good).toMatchObject({ status: 200, data: { me: { name: 'Programma van de politie' } } });
      expect(await askWith(await bearer({ sub: 'programma', client_id: 'datalab-cli' }))).toMatchObject({
        status: 401,
      });
    });

    it('together with a cookie is neither: which of the two is meant would be ours to guess', async () => {
      const cookie = await app.signIn(lab.ids.person('sanne'));
      const both = { ...(await bearer({ sub: 'sanne' })), cookie, 'x-datalab': '1' };
      expect(await askWith(both)).toEqual({ status: 401, data: null, reason: 'credentials.mixed' });
      const events = await app.request({ url: '/v1/events', headers: both });
      expect([events.statusCode, events.json<{ reason: string }>().reason]).toEqual([401, 'credentials.mixed']);
    });

    it('of somebody who left is nobody’s from that moment, though it is valid for minutes still', async () => {
      const header = await bearer({ sub: 'wilma' });
      expect((await askWith(header)).status).toBe(200);
      const administration = new AdministrationService(await lab.database.as('api'));
      await administration.endPerson(await lab.as('ada'), lab.ids.person('wilma'));
      expect(await askWith(header)).toEqual({ status: 401, data: null, reason: 'token.not-accepted' });
    });
  });

  it('sends along the very rules by which the server decides, for everybody, every action and every thing', async () => {
    const { organisations, labs } = testInstallation();
    const things = labs.flatMap(({ key }) =>
      organisations.map((organisation) => ({
        labId: lab.ids.lab(key as 'rust'),
        organisationId: lab.ids.organisation(organisation.key as 'ggd'),
      })),
    );
    let yes = 0;
    for (const name of ['marit', 'sanne', 'joris', 'fatma', 'pim', 'petra', 'greta', 'ada'] as PersonName[]) {
      const { data } = await askWith({ cookie: await app.signIn(lab.ids.person(name)), 'x-datalab': '1' });
      const sent = abilityOfPacked(data!.me.rules);
      const own = abilityFor((await lab.as(name)).actor);
      for (const action of ACTIONS)
        for (const subject of SUBJECTS)
          for (const thing of [...things, { labId: 'platform', organisationId: 'platform' }]) {
            const whole = { ...thing, id: thing.labId } as Subjects[SubjectName];
            const decided = isAllowed(own, action, subject, whole);
            expect([name, action, subject, thing, isAllowed(sent, action, subject, whole)]).toEqual([
              name,
              action,
              subject,
              thing,
              decided,
            ]);
            yes += decided ? 1 : 0;
          }
    }
    expect(yes).toBeGreaterThan(50);
  });
});

describeWithDatabase('the address that sign-ins are counted by', () => {
  const visits = async (trusted: string, from: string, clients: readonly string[]): Promise<number[]> => {
    const lab = await TestLab.open();
    const app = await TestApp.start({
      url: lab.database.urls.apiUrl,
      env: { LIMIT_SIGN_IN_PER_MINUTE: '1', TRUST_PROXY: trusted },
    });
    try {
      const statuses: number[] = [];
      for (const client of clients) {
        const headers = { 'x-forwarded-for': client };
        statuses.push((await app.request({ url: '/auth/callback', remoteAddress: from, headers })).statusCode);
      }
      return statuses;
    } finally {
      await app.close();
      await lab.close();
    }
  };
  const CLIENTS = ['203.0.113.1', '203.0.113.2', '203.0.113.1'];

  it('is the client’s where a proxy that is named in TRUST_PROXY says so', async () => {
    expect(await visits('192.0.2.9, 10.0.0.0/8', '10.1.2.3', CLIENTS)).toEqual([302, 302, 429]);
  });

  it('is that of whoever connects where no proxy is named, or another: nobody lies themselves past the limit', async () => {
    expect(await visits('', '10.1.2.3', CLIENTS)).toEqual([302, 429, 429]);
    expect(await visits('10.0.0.0/8', '198.51.100.7', CLIENTS)).toEqual([302, 429, 429]);
  });

  it('is not what the client itself wrote in front of what the proxy adds', async () => {
    expect(await visits('10.0.0.0/8', '10.1.2.3', ['1.1.1.1, 203.0.113.1', '2.2.2.2, 203.0.113.1'])).toEqual([
      302, 429,
    ]);
  });
});
