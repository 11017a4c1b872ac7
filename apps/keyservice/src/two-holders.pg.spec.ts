import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  blind,
  countedBytes,
  evaluateBatch,
  finalize,
  frameIdentifier,
  fromHex,
  generateKeyPair,
  identifierBytes,
  invertScalars,
  keyPairOf,
  loadSodiumRistretto,
  noCheckpoints,
  resumableRun,
  toHex,
  trustedHolders,
  type HolderCard,
  type KeyPins,
  type Transport,
} from '@datalab/pseudonym';
import { unwrapShare } from './keys/key-wrap.js';
import { findLabKey } from './keys/lab-key.repository.js';
import { ADMIN_URL } from './testing/test-database.factory.js';
import { createTestKeyService, type TestKeyService } from './testing/test-key-service.factory.js';

const ristretto = await loadSodiumRistretto();
const rng = countedBytes('two holders');
const identifiers = Array.from({ length: 12 }, (_, i) => frameIdentifier('address', `047901000000${i}`));
const pinsOf = (known: Map<string, string>): KeyPins => ({
  find: (labId) => Promise.resolve(known.get(labId)),
  keep: (labId, fingerprint) => Promise.resolve(void known.set(labId, fingerprint)),
});

/** A lab with two holders, as its operators make it: each lists the same file, and prints its card. */
(ADMIN_URL === undefined ? describe.skip : describe)('a lab with two key holders', () => {
  let services: TestKeyService[];
  let cards: (HolderCard & { url: string })[];

  beforeAll(async () => {
    services = await Promise.all(['holder-1', 'holder-2'].map((id) => createTestKeyService(String(ADMIN_URL), id)));
    cards = [];
    for (const service of services) {
      const { cards: made } = await listed(service, 'town', 1000);
      cards.push({ ...made[0]!, url: `http://${made[0]!.holderId}` });
    }
  });
  afterAll(() => Promise.all(services.map((service) => service.close())));

  /** What the operator of a key service types after reading which labs and organisations there are. */
  async function listed(service: TestKeyService, lab: string, perDay: number): Promise<{ cards: HolderCard[] }> {
    const file = join(await mkdtemp(join(tmpdir(), 'lists-')), 'lists.json');
    const { issuer, jwks } = service.issuer;
    const organisations = [{ organisation: 'police', issuer, perDay }];
    await writeFile(file, JSON.stringify({ issuers: [{ issuer, jwks }], labs: [{ lab, organisations }] }));
    return (await service.operate('apply', '--file', file)) as { cards: HolderCard[] };
  }

  const transport: Transport = {
    evaluate: (holder, elements) =>
      services[Number(holder.holderId.slice(-1)) - 1]!.transport('police', 'town').evaluate(holder, elements),
  };
  const run = async (over: Transport, using = cards, pins = pinsOf(new Map())) =>
    resumableRun(
      identifiers,
      await trustedHolders(ristretto, 'town', using, pins),
      over,
      { ristretto, rng, batchSize: 5 },
      noCheckpoints,
    );

  it('gives the pseudonyms that the sum of their keys gives, which neither of them has', async () => {
    const table = await run(transport);
    const shares = await Promise.all(
      services.map(async ({ database, variables }) => {
        const key = (await findLabKey(database.owner, 'town'))!;
        return unwrapShare(key.wrappedShare!, fromHex(variables.KEYSERVICE_WRAPPING_KEY!, 32, 'key'), key);
      }),
    );
    const sum = keyPairOf(ristretto, ristretto.addScalars(shares[0]!, shares[1]!));
    for (const identifier of identifiers) {
      const input = identifierBytes(identifier);
      const blinded = blind(ristretto, input, rng);
      const { evaluated } = await evaluateBatch(ristretto, sum, [blinded.element], rng);
      const [inverse] = invertScalars(ristretto, [blinded.blind]);
      expect(toHex(table.get(identifier)!)).toBe(toHex(finalize(ristretto, input, inverse!, evaluated[0]!)));
    }
  });

  it('stops when one holder answers under another key than the one it registered', async () => {
    for (const swapped of ['holder-1', 'holder-2']) {
      const other = generateKeyPair(ristretto, rng);
      const lying: Transport = {
        evaluate: (holder, elements) =>
          holder.holderId === swapped
            ? evaluateBatch(ristretto, other, elements, rng)
            : transport.evaluate(holder, elements),
      };
      await expect(run(lying)).rejects.toMatchObject({ code: 'pseudonym.proof-refused' });
    }
  });

  it('stops before anything is asked when the platform names another key, or one holder fewer, than was seen first', async () => {
    const pins = pinsOf(new Map());
    await run(transport, cards, pins);
    const silent: Transport = { evaluate: () => Promise.reject(new Error('was asked')) };
    const [other] = (await listed(services[0]!, 'other', 10)).cards;
    const replaced = [{ ...other!, labId: 'town', url: 'http://holder-1' }, cards[1]!];
    await expect(run(silent, replaced, pins)).rejects.toMatchObject({ code: 'pseudonym.possession-refused' });
    await expect(run(silent, cards.slice(0, 1), pins)).rejects.toMatchObject({ code: 'pseudonym.lab-key-changed' });
  });

  it('is listed once: the same file again changes nothing but what it says of budgets, and prints the same card', async () => {
    const [service] = services;
    const acts = async () => (await service!.database.owner.query('select act from operator_act')).rows.length;
    const [before, { cards: again }] = [await acts(), await listed(service!, 'town', 1000)];
    expect(again[0]!.publicKey).toBe(cards[0]!.publicKey);
    // The keys of the issuer are renewed each time; nothing else happened.
    expect(await acts()).toBe(before + 1);
    const file = join(await mkdtemp(join(tmpdir(), 'lists-')), 'lists.json');
    await writeFile(file, JSON.stringify({ issuers: [], labs: [{ lab: 'two words', organisations: [] }] }));
    await expect(service!.operate('apply', '--file', file)).rejects.toThrow('labs.0.lab');
  });

  it('refuses above the budget of the day with a code that a client can explain, and the run goes on the next day', async () => {
    const [service] = services;
    await listed(service!, 'town', 0);
    await expect(run(transport)).rejects.toMatchObject({ kind: 'Forbidden', code: 'keyservice.budget-exceeded' });
    await listed(service!, 'town', 1000);
    expect((await run(transport)).done).toBe(identifiers.length);
  });

  it('is asked from a browser by pages of the listed origin alone', async () => {
    const [service] = services;
    const ask = (origin: string) =>
      service!.server.inject({ method: 'OPTIONS', url: '/v1/labs/town/evaluations', headers: { origin } });
    const allowed = await ask('https://platform.example');
    expect(allowed.headers).toMatchObject({
      'access-control-allow-origin': 'https://platform.example',
      'access-control-allow-headers': 'authorization, content-type',
    });
    const stranger = await ask('https://elsewhere.example');
    expect(Object.keys(stranger.headers).filter((name) => name.startsWith('access-control'))).toEqual([]);
  });
});
