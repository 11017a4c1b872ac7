import { randomBytes } from 'node:crypto';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSodiumRistretto, verifyDestruction, type DestructionProof } from '@datalab/pseudonym';
import { migrate, pendingMigrations } from './database/migrate.js';
import { unwrapShare, wrappingKeyId } from './keys/key-wrap.js';
import { findLabKey } from './keys/lab-key.repository.js';
import { runOperator } from './operator/run-operator.js';
import { ADMIN_URL } from './testing/test-database.factory.js';
import { createTestKeyService, type TestKeyService } from './testing/test-key-service.factory.js';

const ristretto = await loadSodiumRistretto();
const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

(ADMIN_URL === undefined ? describe.skip : describe)('the operator of a key service', () => {
  let service: TestKeyService;

  beforeAll(async () => {
    service = await createTestKeyService(String(ADMIN_URL));
  });
  afterAll(async () => service.close());

  const acts = async () =>
    (await service.database.owner.query('select operator, act, subject from operator_act order by act_id')).rows;

  it('is the only one who can change the lists: the running role may not', async () => {
    await service.addLab('guarded');
    await service.addMember('guarded', 'police', 1);
    for (const statement of [
      "insert into lab values ('mine', now())",
      "insert into token_issuer values ('https://mine.example', '{}', null, now())",
      "insert into organisation select 'mine', issuer, now() from token_issuer limit 1",
      'update budget set elements_per_day = 1000000',
      'update token_issuer set jwks = null',
      'update lab_key set wrapped_share = null',
      'delete from lab_key',
      'delete from evaluation_audit',
      'update evaluation_audit set elements = 1',
      'select * from evaluation_audit',
      'select * from operator_act',
      "insert into operator_act (at, operator, act, subject) values (now(), 'x', 'x', '{}')",
      'delete from budget_use',
      'delete from budget_alarm',
      'create table mine (x int)',
      'set role postgres',
    ]) {
      const refused = service.database.service.query(statement);
      await expect(refused).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('adds each thing once, in order, under a name, and every act is written down', async () => {
    await service.addLab('acts');
    await service.addMember('acts', 'wijkteam', 25);
    expect((await acts()).slice(-3)).toMatchObject([
      { operator: 'test', act: 'add-lab', subject: { labId: 'acts' } },
      { operator: 'test', act: 'add-organisation', subject: { organisationId: 'wijkteam' } },
      {
        operator: 'test',
        act: 'set-budget',
        subject: { labId: 'acts', organisationId: 'wijkteam', elementsPerDay: 25 },
      },
    ]);
    const before = await acts();
    for (const [typed, reason] of [
      [['add-lab', '--lab', 'acts'], 'listed already'],
      [['add-lab', '--lab', 'two words'], '--lab holds'],
      [['add-lab'], '--lab is missing'],
      [['add-organisation', '--organisation', 'wijkteam', '--issuer', service.issuer.issuer], 'listed already'],
      [['add-organisation', '--organisation', 'new', '--issuer', 'https://unlisted.example'], 'not listed'],
      [['set-budget', '--lab', 'acts', '--organisation', 'nobody', '--per-day', '1'], 'not listed'],
      [['set-budget', '--lab', 'acts', '--organisation', 'wijkteam', '--per-day=-1'], 'whole number'],
      [['set-budget', '--lab', 'acts', '--organisation', 'wijkteam', '--per-day', '1e9'], 'whole number'],
      [['add-issuer', '--issuer', 'https://x.example'], 'Give --jwks-file or --jwks-url'],
      [['add-issuer', '--issuer', 'https://x.example', '--jwks-url', 'http://x.example'], 'https'],
      [['destroy-key', '--lab', 'acts', '--confirm', 'act'], '--confirm repeats'],
      [['destroy-key', '--lab', 'never', '--confirm', 'never'], 'no key here'],
      [['rewrap-keys'], 'KEYSERVICE_NEXT_WRAPPING_KEY'],
      [['drop-everything'], 'Commands:'],
      [['add-lab', 'twice', '--lab', 'x'], 'One command'],
      [['add-lab', '--force', 'yes'], 'force'],
    ] as const) {
      await expect(service.operate(...typed)).rejects.toThrow(reason);
    }
    expect(await acts()).toEqual(before);
    const { variables, clock } = service;
    const rng = (length: number) => new Uint8Array(randomBytes(length));
    await expect(runOperator(['add-lab', '--lab', 'x'], { variables, clock, rng })).rejects.toThrow('--operator');
  });

  it('lists an issuer by its public keys only', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'operator-')), 'keys.json');
    for (const keys of [
      [],
      [{ kty: 'oct', k: 'secret' }],
      [{ kty: 'EC', crv: 'P-256', x: 'x', y: 'y', d: 'private' }],
    ]) {
      await writeFile(file, JSON.stringify({ keys }));
      await expect(
        service.operate('add-issuer', '--issuer', 'https://leaky.example', '--jwks-file', file),
      ).rejects.toThrow('not a set of public keys');
    }
    await service.operate('add-issuer', '--issuer', 'https://far.example', '--jwks-url', 'https://far.example/jwks');
    expect(await service.operate('show')).toMatchObject({
      issuers: [
        { issuer: 'https://far.example', jwksUrl: 'https://far.example/jwks' },
        { issuer: service.issuer.issuer },
      ],
    });
  });

  it('keeps the share under the wrapping key, bound to its lab and public key', async () => {
    await service.addLab('wrapped');
    await service.addLab('wrapped-2');
    const [one, two] = await Promise.all(
      ['wrapped', 'wrapped-2'].map((labId) => findLabKey(service.database.owner, labId)),
    );
    const wrappingKey = hex(service.variables.KEYSERVICE_WRAPPING_KEY as string);
    const share = unwrapShare(one!.wrappedShare!, wrappingKey, one!);
    expect(ristretto.multiplyBase(share)).toEqual(one!.publicKey);
    expect(Buffer.from(one!.wrappedShare!).includes(Buffer.from(share))).toBe(false);
    expect(() => unwrapShare(one!.wrappedShare!, wrappingKey, two!)).toThrow();
    expect(() => unwrapShare(one!.wrappedShare!, wrappingKey, { ...one!, labId: 'wrapped-2' })).toThrow();
    expect(() => unwrapShare(one!.wrappedShare!, wrappingKey, { ...one!, publicKey: two!.publicKey })).toThrow();
    expect(() => unwrapShare(one!.wrappedShare!, new Uint8Array(randomBytes(32)), one!)).toThrow();
    expect(() => unwrapShare(one!.wrappedShare!.slice(1), wrappingKey, one!)).toThrow('wrong length');
  });

  it('destroys a key with a proof that anybody can verify, and nothing answers for it again', async () => {
    const card = (await service.addLab('gone')) as unknown as { publicKey: string; signingKey: string };
    await service.addMember('gone', 'police', 100);
    const asked = service.transport('police', 'gone');
    const holder = { labId: 'gone', holderId: 'holder-a', url: 'http://x', publicKey: hex(card.publicKey) };
    const elements = Array.from({ length: 12 }, () => ristretto.multiplyBase(new Uint8Array(32).fill(5)));
    await asked.evaluate(holder, elements);
    const wrapped = (await findLabKey(service.database.owner, 'gone'))!.wrappedShare!;

    const proof = (await service.operate('destroy-key', '--lab', 'gone', '--confirm', 'gone')) as DestructionProof;
    expect(verifyDestruction(ristretto, proof, hex(card.signingKey))).toBe(true);
    expect(proof).toMatchObject({ labId: 'gone', publicKey: card.publicKey, evaluatedElements: 12 });
    const published = await service.server.inject('/v1/labs/gone/destruction');
    expect(published.json()).toEqual(proof);
    expect((await service.server.inject('/v1/labs/gone/key')).statusCode).toBe(410);

    await expect(asked.evaluate(holder, elements)).rejects.toMatchObject({
      kind: 'Forbidden',
      code: 'keyservice.key-destroyed',
    });
    const { rows } = await service.database.owner.query("select * from lab_key where lab_id = 'gone'");
    expect(rows).toMatchObject([{ wrapped_share: null }]);
    expect(JSON.stringify(rows)).not.toContain(Buffer.from(wrapped).toString('hex'));
    for (const typed of [
      ['destroy-key', '--lab', 'gone', '--confirm', 'gone'],
      ['add-lab', '--lab', 'gone'],
    ]) {
      await expect(service.operate(...typed)).rejects.toThrow();
    }
  });

  it('changes the wrapping key of every live share at once; the old one then opens nothing', async () => {
    const next = randomBytes(32).toString('hex');
    const old = hex(service.variables.KEYSERVICE_WRAPPING_KEY as string);
    const { clock, variables } = service;
    const rng = (length: number) => new Uint8Array(randomBytes(length));
    const rewrap = (more: Record<string, string>) =>
      runOperator(['rewrap-keys', '--operator', 'test'], { variables: { ...variables, ...more }, clock, rng });
    await expect(rewrap({ KEYSERVICE_NEXT_WRAPPING_KEY: String(variables.KEYSERVICE_WRAPPING_KEY) })).rejects.toThrow(
      'the one in use',
    );
    expect(await rewrap({ KEYSERVICE_NEXT_WRAPPING_KEY: next })).toMatchObject({
      rewrapped: 4,
      from: wrappingKeyId(old),
      to: wrappingKeyId(hex(next)),
    });
    const key = (await findLabKey(service.database.owner, 'wrapped'))!;
    expect(() => unwrapShare(key.wrappedShare!, old, key)).toThrow();
    expect(ristretto.multiplyBase(unwrapShare(key.wrappedShare!, hex(next), key))).toEqual(key.publicKey);
  });

  describe('migrations', () => {
    it('are applied once, and told to a service that lags behind', async () => {
      const { ownerUrl, serviceRole, owner, service: pool } = service.database;
      expect(await migrate(ownerUrl, serviceRole)).toEqual([]);
      expect(await pendingMigrations(pool)).toEqual([]);
      await owner.query("delete from schema_migration where name = '0003-service-role.sql'");
      expect(await pendingMigrations(pool)).toEqual(['0003-service-role.sql']);
      const both = await Promise.all([migrate(ownerUrl, serviceRole), migrate(ownerUrl, serviceRole)]);
      expect(both.flat()).toEqual(['0003-service-role.sql']);
    });

    it('that were edited after they ran stop everything', async () => {
      const { ownerUrl, serviceRole, owner } = service.database;
      await owner.query("update schema_migration set digest = 'x' where name = '0001-lists.sql'");
      await expect(migrate(ownerUrl, serviceRole)).rejects.toThrow('changed after it was applied');
    });
  });
});
