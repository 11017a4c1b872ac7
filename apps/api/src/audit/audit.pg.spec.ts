import { randomUUID } from 'node:crypto';
import type { ChainedEvent } from '@datalab/data';
import { LoadsService } from '@datalab/features';
import { deliver, describeWithDatabase, reportRows, TestLab, type PersonName } from '@datalab/testing';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import 'reflect-metadata';
import { TestApp } from '../testing/test-app.factory.js';

const PAGE = `query ($labId: ID!, $filter: AuditFilterInput) {
  auditEvents(labId: $labId, filter: $filter, first: 100) { items { action actorName outcome objectKind objectId detail { name value } } nextCursor }
  auditSealState(labId: $labId) { sealed unsealed headDay }
  auditChoices(labId: $labId) { actions people { name } }
}`;
interface Page {
  auditEvents: { items: { action: string; actorName: string; outcome: string; objectId: string }[] };
  auditSealState: { sealed: number; unsealed: number };
  auditChoices: { people: { name: string }[] };
}

describeWithDatabase('the audit log of the running api', () => {
  let lab: TestLab;
  let app: TestApp;
  let labId: string;
  let loadOfPim: string;
  const cookies = {} as Record<PersonName, string>;

  beforeAll(async () => {
    lab = await TestLab.open();
    labId = lab.ids.lab('overlast');
    app = await TestApp.start({ url: lab.database.urls.apiUrl });
    for (const name of ['sanne', 'joris', 'fatma', 'marit'] as const)
      cookies[name] = await app.signIn(lab.ids.person(name));
    loadOfPim = (await deliver(lab, { by: 'pim', dataset: 'incidenten', rows: reportRows(2) })).id;
    await lab.seal('overlast');
  });
  afterAll(async () => {
    await app.close();
    await lab.close();
  });

  type Event = Pick<ChainedEvent, 'action' | 'outcome' | 'objectKind' | 'objectId' | 'labId' | 'detail'>;
  /** What is put on record while something is done. */
  const during = async (work: () => Promise<unknown>): Promise<Event[]> => {
    const [before] = await lab.database.look<{ id: string }>('select max(id::text) as id from audit_event');
    await work();
    return lab.database.look<Event & Record<string, unknown>>(
      `select action, outcome, object_kind as "objectKind", object_id as "objectId", lab_id as "labId", detail
       from audit_event where id::text > $1 order by id`,
      [before!.id],
    );
  };
  const attempt = (action: string, rest: object) =>
    expect.objectContaining({ action: `attempt.${action}`, outcome: 'refused', labId, ...rest }) as unknown as Event;

  describe('holds what was refused', () => {
    it('a question about a load of another organisation', async () => {
      const events = await during(() => app.ask(cookies.sanne, `{ load(id: "${loadOfPim}") { id } }`));
      const expected = { objectKind: 'object', objectId: loadOfPim, detail: { reason: 'load.not-found' } };
      expect(events).toEqual([attempt('load', expected)]);
    });

    it('the same, whether it is there or not', async () => {
      const nowhere = randomUUID();
      const [event] = await during(() => app.ask(cookies.sanne, `{ load(id: "${nowhere}") { id } }`));
      expect(event).toEqual(attempt('load', { objectId: nowhere, detail: { reason: 'load.not-found' } }));
    });

    it('a change by who may look alone; with no word of what they wrote', async () => {
      const question = 'mutation ($id: ID!, $reason: String!) { withdrawLoad(id: $id, reason: $reason) { id } }';
      const own = (await deliver(lab, { by: 'sanne', dataset: 'meldingen', rows: reportRows(2) })).id;
      const events = await during(() => app.ask(cookies.fatma, question, { id: own, reason: 'Jan Jansen' }));
      const expected = { objectId: own, detail: { reason: 'load.not-steward' } };
      expect(events).toContainEqual(attempt('withdrawLoad', expected));
      expect(JSON.stringify(events)).not.toContain('Jan');
    });

    it('an upload to the load of another organisation', async () => {
      const url = `/v1/uploads/${loadOfPim}`;
      const headers = { cookie: cookies.sanne, 'x-datalab': '1', 'tus-resumable': '1.0.0' };
      const events = await during(() => app.request({ method: 'HEAD', url, headers }));
      expect(events).toEqual([attempt('upload', { objectKind: 'load', objectId: loadOfPim })]);
    });

    it('a download of a controller', async () => {
      const url = `/v1/labs/${labId}/audit/head.json`;
      const events = await during(() => app.request({ method: 'GET', url, headers: { cookie: cookies.sanne } }));
      expect(events).toEqual([attempt('audit-head', { objectKind: 'lab', objectId: labId })]);
    });

    it('and in no lab’s log what was asked of a lab in which one has no part', async () => {
      const events = await during(() => app.ask(cookies.sanne, `{ lab(id: "${lab.ids.lab('rust')}") { id } }`));
      expect(events).toMatchObject([{ action: 'attempt.lab', objectId: lab.ids.lab('rust') }]);
      const asked = await during(() =>
        app.ask(cookies.sanne, `{ auditSealState(labId: "${lab.ids.lab('rust')}") { sealed } }`),
      );
      expect(asked).toMatchObject([{ action: 'attempt.auditSealState', labId: null }]);
    });
  });

  it('holds what failed on our side, as that', async () => {
    const broken = jest.spyOn(app.get(LoadsService), 'get').mockRejectedValueOnce(new Error('disk of 1234AB is full'));
    const events = await during(() => app.ask(cookies.sanne, `{ load(id: "${loadOfPim}") { id } }`));
    broken.mockRestore();
    expect(events).toMatchObject([{ action: 'attempt.load', outcome: 'failed', detail: { reason: 'unexpected' } }]);
  });

  it('holds no line of a question that cannot be read, nor of who is not known', async () => {
    const url = `/v1/labs/${labId}/audit/head.json`;
    const events = await during(async () => {
      await app.ask(cookies.sanne, '{ nothing }');
      await app.ask(cookies.sanne, '{ load(id: "Jan Jansen") { id } }');
      await app.ask(undefined, `{ load(id: "${loadOfPim}") { id } }`);
      await app.request({ method: 'GET', url });
      await app.request({ method: 'GET', url: url.replace(labId, 'x'), headers: { cookie: cookies.sanne } });
    });
    expect(events.filter(({ objectId }) => objectId !== 'none')).toEqual([]);
  });

  it('is read by the privacy officer, refusals of colleagues and all; by nobody else', async () => {
    const filter = { outcome: 'refused', actorId: lab.ids.person('sanne') };
    const { data } = await app.ask<Page>(cookies.fatma, PAGE, { labId, filter });
    expect(data!.auditEvents.items.map(({ actorName }) => actorName)).toEqual(
      data!.auditEvents.items.map(() => 'sanne'),
    );
    expect(data!.auditEvents.items.map(({ action }) => action)).toContain('attempt.load');
    expect(data!.auditSealState.sealed).toBeGreaterThan(0);
    expect(data!.auditChoices.people.map(({ name }) => name)).not.toContain('pim');
    for (const name of ['sanne', 'joris', 'marit'] as const) {
      const { errors } = await app.ask(cookies[name], PAGE, { labId });
      expect([name, new Set(errors.map(({ extensions }) => extensions!.code))]).toEqual([name, new Set(['NotFound'])]);
    }
  });

  it('is taken along: the head, and every event that the filter leaves as a line', async () => {
    const get = (path: string) =>
      app.request({ method: 'GET', url: `/v1/labs/${labId}/audit/${path}`, headers: { cookie: cookies.fatma } });
    const head = await get('head.json');
    expect(head.headers['content-disposition']).toMatch(/^attachment; filename="zegel-\d{4}-\d\d-\d\d\.json"$/);
    expect(JSON.parse(head.body)).toMatchObject([{ chainId: labId, publicKey: lab.signingKey.publicKey }]);
    const log = await get('logboek.jsonl?outcome=refused');
    const lines = log.body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { status_code: string });
    expect(lines.length).toBeGreaterThan(2);
    expect(new Set(lines.map(({ status_code }) => status_code))).toEqual(new Set(['error']));
    expect((await get('logboek.jsonl?outcome=nonsense')).statusCode).toBe(422);
    expect((await get('logboek.jsonl?from=2100-01-01')).body).toBe('');
  });
});
