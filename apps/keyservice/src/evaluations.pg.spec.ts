import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  blind,
  countedBytes,
  frameIdentifier,
  identifierBytes,
  InMemoryHolder,
  inMemoryTransport,
  loadSodiumRistretto,
  pseudonymise,
  PseudonymisationInterrupted,
  registerHolders,
  toHex,
  type RegisteredHolder,
  type Transport,
} from '@datalab/pseudonym';
import { ADMIN_URL } from './testing/test-database.factory.js';
import { createTestKeyService, type TestKeyService } from './testing/test-key-service.factory.js';

const ristretto = await loadSodiumRistretto();
const rng = countedBytes('evaluations');
const identifiers = Array.from({ length: 25 }, (_, i) => frameIdentifier('address', `${i}`));
const elements = (count: number) =>
  identifiers.slice(0, count).map((one) => blind(ristretto, identifierBytes(one), rng).element);
const options = { ristretto, rng, batchSize: 10 };

(ADMIN_URL === undefined ? describe.skip : describe)('a key service over its database', () => {
  let a: TestKeyService;
  let b: TestKeyService;

  beforeAll(async () => {
    [a, b] = await Promise.all([
      createTestKeyService(String(ADMIN_URL), 'holder-a'),
      createTestKeyService(String(ADMIN_URL), 'holder-b'),
    ]);
  });
  afterAll(async () => {
    await Promise.all([a.close(), b.close()]);
  });

  const postAs = (token: string | undefined, labId: string, body: unknown) =>
    a.server.inject({
      method: 'POST',
      url: `/v1/labs/${labId}/evaluations`,
      headers: { 'content-type': 'application/json', ...(token && { authorization: `Bearer ${token}` }) },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  describe('the whole protocol', () => {
    it('pseudonymises over HTTP with two holders, and neither alone gives the same', async () => {
      const cards = await Promise.all([a.addLab('two'), b.addLab('two')]);
      await Promise.all([a.addMember('two', 'police', 1000), b.addMember('two', 'police', 1000)]);
      const holders = registerHolders(ristretto, 'two', cards);
      const both: Transport = {
        evaluate: (holder, asked) =>
          (holder.holderId === 'holder-a' ? a : b).transport('police', 'two').evaluate(holder, asked),
      };
      const table = await pseudonymise(identifiers, holders, both, options);
      const again = await pseudonymise(identifiers, holders, both, options);
      const alone = await pseudonymise(identifiers, holders.slice(0, 1), both, options);
      const [first] = identifiers;
      expect(table.done).toBe(25);
      expect(again.get(first!)).toEqual(table.get(first!));
      expect(alone.get(first!)).not.toEqual(table.get(first!));
    });

    it('publishes key and context of a lab, and nothing for another', async () => {
      const card = await a.addLab('published');
      const answer = await a.server.inject('/v1/labs/published/key');
      expect(answer.statusCode).toBe(200);
      expect({ ...answer.json(), url: card.url }).toMatchObject({ ...card });
      expect(answer.json()).toMatchObject({
        suite: 'ristretto255-SHA512',
        context: Buffer.from('OPRFV1-\u0001-ristretto255-SHA512').toString('hex'),
        signingKey: expect.stringMatching(/^[0-9a-f]{64}$/),
      });
      for (const path of ['/v1/labs/other/key', '/v1/labs/%20/key', '/v1/labs/published/destruction']) {
        expect((await a.server.inject(path)).statusCode).toBe(404);
      }
    });
  });

  describe.each(['the key service', 'the fake'])('the contract of a holder, as kept by %s', (kind) => {
    let holder: RegisteredHolder;
    let transport: Transport;

    beforeAll(async () => {
      if (kind === 'the fake') {
        const fake = new InMemoryHolder(ristretto, 'contract', 'holder-a', countedBytes('contract'), 20);
        [holder] = registerHolders(ristretto, 'contract', [fake.card]) as [RegisteredHolder];
        transport = inMemoryTransport([fake]);
      } else {
        [holder] = registerHolders(ristretto, 'contract', [await a.addLab('contract')]) as [RegisteredHolder];
        await a.addMember('contract', 'ggd', 20);
        transport = a.transport('ggd', 'contract');
      }
    });

    it('refuses an element that is none, and an empty batch, without charging', async () => {
      const wrong = new Uint8Array(32).fill(0xff);
      await expect(transport.evaluate(holder, [...elements(15), wrong])).rejects.toMatchObject({ name: 'DomainError' });
      await expect(transport.evaluate(holder, [])).rejects.toMatchObject({ name: 'DomainError' });
    });

    it('evaluates up to the budget, then refuses with Forbidden, and a run can be resumed from there', async () => {
      const run = pseudonymise(identifiers, [holder], transport, options);
      await expect(run).rejects.toBeInstanceOf(PseudonymisationInterrupted);
      await expect(run).rejects.toMatchObject({
        kind: 'Forbidden',
        code: 'keyservice.budget-exceeded',
        checkpoint: { done: 20 },
      });
    });
  });

  describe('budgets', () => {
    it('never let questions that arrive together pass together', async () => {
      await a.addLab('race');
      await a.addMember('race', 'corporation', 7);
      const token = await a.token('corporation', 'race');
      const [element] = elements(1).map(toHex);
      const answers = await Promise.all(
        Array.from({ length: 20 }, () => postAs(token, 'race', { elements: [element] })),
      );
      const statuses = answers.map(({ statusCode }) => statusCode).sort();
      expect(statuses).toEqual([...new Array(7).fill(200), ...new Array(13).fill(429)]);
      const { rows } = await a.database.owner.query(
        "select outcome, count(*)::int as n from evaluation_audit where lab_id = 'race' group by 1 order by 1",
      );
      expect(rows).toEqual([
        { outcome: 'charged', n: 7 },
        { outcome: 'over_budget', n: 13 },
      ]);
    });

    it('refuse a question whole, raise one alarm row a day and a log line each, and start again the next day', async () => {
      await a.addLab('alarm');
      await a.addMember('alarm', 'corporation', 10);
      const ask = async (count: number) =>
        (await postAs(await a.token('corporation', 'alarm'), 'alarm', { elements: elements(count).map(toHex) }))
          .statusCode;
      expect([await ask(6), await ask(5), await ask(9), await ask(4)]).toEqual([200, 429, 429, 200]);
      const { rows } = await a.database.owner.query("select * from budget_alarm where lab_id = 'alarm'");
      expect(rows).toMatchObject([{ organisation_id: 'corporation', refusals: 2, elements_refused: '14' }]);
      const logged = a.lines.map((line) => JSON.parse(line)).filter(({ labId }) => labId === 'alarm');
      expect(logged).toMatchObject([
        {
          event: 'budget.exceeded',
          level: 50,
          organisationId: 'corporation',
          elements: 5,
          used: 6,
          elementsPerDay: 10,
        },
        { event: 'budget.exceeded', elements: 9 },
      ]);
      const today = a.clock.now();
      a.clock.set(new Date('2026-11-21T00:00:01Z'));
      expect(await ask(10)).toBe(200);
      a.clock.set(today);
    });

    it('are apart per organisation and per lab, and can be raised and stopped by the operator', async () => {
      await a.addLab('apart-1');
      await a.addLab('apart-2');
      for (const [lab, organisation] of [
        ['apart-1', 'x'],
        ['apart-1', 'y'],
        ['apart-2', 'x'],
      ] as const) {
        await a.addMember(lab, organisation, 3);
        const answer = await postAs(await a.token(organisation, lab), lab, { elements: elements(3).map(toHex) });
        expect(answer.statusCode).toBe(200);
      }
      const ask = async () =>
        (await postAs(await a.token('x', 'apart-1'), 'apart-1', { elements: elements(1).map(toHex) })).statusCode;
      expect(await ask()).toBe(429);
      await a.addMember('apart-1', 'x', 4);
      expect(await ask()).toBe(200);
      await a.addMember('apart-1', 'x', 0);
      expect(await ask()).toBe(429);
    });
  });
});
