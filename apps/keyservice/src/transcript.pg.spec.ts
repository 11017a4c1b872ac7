import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  countedBytes,
  frameIdentifier,
  httpTransport,
  loadSodiumRistretto,
  pseudonymise,
  registerHolders,
} from '@datalab/pseudonym';
import { unwrapShare } from './keys/key-wrap.js';
import { findLabKey } from './keys/lab-key.repository.js';
import { ADMIN_URL } from './testing/test-database.factory.js';
import { createTestKeyService, type TestKeyService } from './testing/test-key-service.factory.js';

const ristretto = await loadSodiumRistretto();
const planted = {
  persons: ['123456782', '111222333', '999990019'],
  addresses: ['0479010000123456', '0479010000654321'],
};
const identifiers = [
  ...planted.persons.map((bsn) => frameIdentifier('person', bsn)),
  ...planted.addresses.map((id) => frameIdentifier('address', id)),
];

(ADMIN_URL === undefined ? describe.skip : describe)('after a full run, with refusals and errors in it', () => {
  let service: TestKeyService;
  const received: string[] = [];
  const answered: string[] = [];
  const tokens: string[] = [];
  let pseudonyms: Uint8Array[] = [];
  let share: Uint8Array;

  /** Every value of every column of every table, as PostgreSQL writes it (bytes as hexadecimal). */
  async function dump(): Promise<string> {
    const { owner } = service.database;
    const { rows: tables } = await owner.query<{ name: string }>(
      "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' order by 1",
    );
    expect(tables.length).toBeGreaterThanOrEqual(9);
    const texts: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ line: string }>(`select t::text as line from ${name} t`);
      texts.push(...rows.map(({ line }) => `${name} ${line}`));
    }
    return texts.join('\n');
  }

  beforeAll(async () => {
    service = await createTestKeyService(String(ADMIN_URL));
    const card = await service.addLab('lab');
    await service.addMember('lab', 'police', 7);
    const transport = httpTransport(async (url, body) => {
      const token = await service.token('police', 'lab');
      tokens.push(token);
      received.push(`${url} ${body}`);
      const answer = await service.server.inject({
        method: 'POST',
        url,
        body,
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      });
      answered.push(answer.body);
      return { status: answer.statusCode, body: answer.body };
    });
    const holders = registerHolders(ristretto, 'lab', [card]);
    const options = { ristretto, rng: countedBytes('transcript'), batchSize: 3 };
    const table = await pseudonymise(identifiers, holders, transport, options);
    pseudonyms = identifiers.map((one) => table.get(one) as Uint8Array);
    await expect(pseudonymise(identifiers, holders, transport, options)).rejects.toMatchObject({
      code: 'keyservice.budget-exceeded',
    });
    await service.server.inject({ method: 'POST', url: '/v1/labs/lab/evaluations', body: String(planted.persons[0]) });
    const key = await findLabKey(service.database.owner, 'lab');
    share = unwrapShare(
      key!.wrappedShare!,
      new Uint8Array(Buffer.from(String(service.variables.KEYSERVICE_WRAPPING_KEY), 'hex')),
      key!,
    );
  });
  afterAll(async () => service.close());

  /** A secret in every form in which software writes bytes or text down. */
  const forms = (value: string | Uint8Array): string[] => {
    const bytes = Buffer.from(value);
    const digests = ['sha1', 'sha256', 'sha512', 'md5'].map((name) => createHash(name).update(bytes).digest('hex'));
    const text = typeof value === 'string' ? [value] : [];
    return [
      ...text,
      bytes.toString('hex'),
      bytes.toString('base64').replace(/=+$/, ''),
      bytes.toString('base64url'),
      ...digests,
    ];
  };

  it('the database and the log hold no identifier, pseudonym, element, token or share in any form', async () => {
    const elements = [...received, ...answered].flatMap((text) => text.match(/[0-9a-f]{64,128}/g) ?? []);
    expect(elements.length).toBeGreaterThanOrEqual(12);
    const secrets = [
      ...planted.persons,
      ...planted.addresses,
      ...identifiers,
      ...pseudonyms,
      ...pseudonyms.map((one) => one.slice(0, 32)),
      ...elements.map((one) => Buffer.from(one, 'hex')),
      ...tokens,
      ...tokens.flatMap((token) => token.split('.').slice(1)),
      share,
      Buffer.from(String(service.variables.KEYSERVICE_WRAPPING_KEY), 'hex'),
      Buffer.from(String(service.variables.KEYSERVICE_SIGNING_KEY), 'hex'),
    ].flatMap(forms);
    const kept = `${await dump()}\n${service.lines.join('')}`;
    expect(secrets.filter((secret) => kept.includes(secret))).toEqual([]);
    // The search itself finds what is there: the public key, which is no secret.
    const { rows } = await service.database.owner.query("select encode(public_key, 'hex') as hex from lab_key");
    expect(kept).toContain(rows[0].hex);
  });

  it('what it received was an address with the lab, and uniform elements', () => {
    for (const text of received) {
      expect(text).toMatch(/^http:\/\/holder-a\/v1\/labs\/lab\/evaluations \{"elements":\[("[0-9a-f]{64}",?)+\]\}$/);
    }
    const elements = received.flatMap((text) => text.match(/[0-9a-f]{64}/g) ?? []);
    expect(new Set(elements).size).toBe(elements.length);
  });

  it('the audit tells counts, by lab, organisation and outcome', async () => {
    const { rows } = await service.database.owner.query(
      'select organisation_id, elements, outcome from evaluation_audit order by audit_id',
    );
    expect(rows).toEqual([
      { organisation_id: 'police', elements: 3, outcome: 'charged' },
      { organisation_id: 'police', elements: 2, outcome: 'charged' },
      { organisation_id: 'police', elements: 3, outcome: 'over_budget' },
    ]);
  });
});
