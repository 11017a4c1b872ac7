import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blind, countedBytes, loadSodiumRistretto, toHex } from '@datalab/pseudonym';
import { BODY_LIMIT_BYTES, MOST_ELEMENTS } from './http/lab-endpoints.js';
import { ADMIN_URL } from './testing/test-database.factory.js';
import { createTestIssuer } from './testing/test-issuer.factory.js';
import { createTestKeyService, type TestKeyService } from './testing/test-key-service.factory.js';

const ristretto = await loadSodiumRistretto();
const element = toHex(blind(ristretto, new Uint8Array(1), countedBytes('access')).element);
const question = JSON.stringify({ elements: [element] });

(ADMIN_URL === undefined ? describe.skip : describe)('who may ask the key service', () => {
  let service: TestKeyService;

  beforeAll(async () => {
    service = await createTestKeyService(String(ADMIN_URL));
    await service.addLab('lab');
    await service.addLab('other');
    await service.addLab('third');
    await service.addMember('lab', 'police', 100_000);
    await service.addMember('third', 'police', 100_000);
  });
  afterAll(async () => service.close());

  const ask = async (
    authorization: string | undefined,
    { lab = 'lab', body = question, type = 'application/json' } = {},
  ) => {
    const answer = await service.server.inject({
      method: 'POST',
      url: `/v1/labs/${lab}/evaluations`,
      headers: { 'content-type': type, ...(authorization !== undefined && { authorization }) },
      body,
    });
    return { status: answer.statusCode, code: answer.json().code as string | undefined, answer };
  };
  const bearer = async (claims = {}, organisation = 'police', lab = 'lab') =>
    `Bearer ${await service.token(organisation, lab, claims)}`;

  it('is an organisation with a token of its issuer, for that lab', async () => {
    expect(await ask(await bearer())).toMatchObject({ status: 200 });
  });

  it('is nobody without a token, or with something else in its place', async () => {
    for (const authorization of [undefined, '', 'Basic eDp5', 'Bearer x', `Bearer ${'a.b.c'.repeat(3000)}`]) {
      expect(await ask(authorization)).toMatchObject({ status: 401, code: 'keyservice.token-missing' });
    }
    expect(await ask('Bearer a.b.c')).toMatchObject({ status: 401, code: 'keyservice.token-refused' });
  });

  it('is nobody with a token that is expired, too old, not yet valid, for others, or without a claim', async () => {
    const now = Math.floor(service.clock.now().getTime() / 1000);
    for (const claims of [
      { exp: now - 60 },
      { iat: now - 7200, exp: now + 7200 },
      { iat: now + 3600, exp: now + 7200 },
      { nbf: now + 3600 },
      { aud: 'https://platform.example' },
      { aud: undefined },
      { exp: undefined },
      { iat: undefined },
      { iss: 'https://unlisted.example' },
      { iss: undefined },
      { organisation_id: undefined },
      { organisation_id: ['police'] },
      { lab_id: undefined },
    ]) {
      expect([claims, await ask(await bearer(claims))]).toMatchObject([
        claims,
        { status: 401, code: 'keyservice.token-refused' },
      ]);
    }
  });

  it('is nobody with a forged signature: another key, the key id of the real one, or none at all', async () => {
    const forger = await createTestIssuer(service.issuer.issuer);
    const now = Math.floor(service.clock.now().getTime() / 1000);
    const claims = {
      iss: service.issuer.issuer,
      aud: service.variables.KEYSERVICE_AUDIENCE,
      iat: now,
      exp: now + 300,
      organisation_id: 'police',
      lab_id: 'lab',
    };
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const unsigned = `${part({ alg: 'none' })}.${part(claims)}.AA`;
    const [head, , signature] = (await service.token('police', 'lab')).split('.');
    const altered = `${head}.${part({ ...claims, organisation_id: 'ggd' })}.${signature}`;
    for (const token of [await forger.token(claims), unsigned, altered]) {
      expect(await ask(`Bearer ${token}`)).toMatchObject({ status: 401, code: 'keyservice.token-refused' });
    }
  });

  it('is no organisation that the operator did not list: for the lab, at all, or under this issuer', async () => {
    const second = await createTestIssuer('https://second.example');
    await service.database.owner.query('insert into token_issuer values ($1, $2, null, now())', [
      second.issuer,
      JSON.stringify(second.jwks),
    ]);
    const now = Math.floor(service.clock.now().getTime() / 1000);
    const foreign = await second.token({
      iss: second.issuer,
      aud: service.variables.KEYSERVICE_AUDIENCE,
      iat: now,
      exp: now + 300,
      organisation_id: 'police',
      lab_id: 'lab',
    });
    for (const refused of [
      await ask(await bearer({}, 'unknown')),
      await ask(await bearer({}, 'police', 'other'), { lab: 'other' }),
      await ask(await bearer(), { lab: 'other' }),
      await ask(await bearer(), { lab: 'third' }),
      await ask(await bearer({}, 'police', 'nowhere'), { lab: 'nowhere' }),
      await ask(await bearer(), { lab: '%20' }),
      await ask(`Bearer ${foreign}`),
    ]) {
      expect(refused).toMatchObject({ status: 403, code: 'keyservice.not-listed' });
    }
  });

  it('gets a located reason for a question that is malformed, never the question', async () => {
    const planted = '123456782';
    for (const [body, status, code] of [
      ['{"elements":', 400, 'keyservice.request-invalid'],
      [`{"bsn":"${planted}"}`, 400, 'keyservice.request-invalid'],
      [`{"elements":["${planted}"]}`, 400, 'keyservice.request-invalid'],
      [`${planted}`, 400, 'keyservice.request-invalid'],
      [JSON.stringify({ elements: [] }), 400, 'keyservice.request-invalid'],
      [JSON.stringify({ elements: [element], rows: 7 }), 400, 'keyservice.request-invalid'],
      [JSON.stringify({ elements: [element.toUpperCase()] }), 400, 'keyservice.request-invalid'],
      [JSON.stringify({ elements: ['ff'.repeat(32)] }), 400, 'keyservice.element-invalid'],
      [JSON.stringify({ elements: ['00'.repeat(32)] }), 400, 'keyservice.element-invalid'],
      [JSON.stringify({ elements: new Array(MOST_ELEMENTS + 1).fill(element) }), 400, 'keyservice.request-invalid'],
      ['x'.repeat(BODY_LIMIT_BYTES + 1), 413, 'keyservice.body-too-large'],
    ] as const) {
      const refused = await ask(await bearer(), { body });
      expect([body.slice(0, 60), refused]).toMatchObject([body.slice(0, 60), { status, code }]);
      expect(refused.answer.headers['content-type']).toContain('application/problem+json');
      expect(refused.answer.body).not.toContain(planted);
      expect(Object.keys(refused.answer.json()).sort()).toEqual([
        'code',
        'detail',
        'requestId',
        'status',
        'title',
        'type',
      ]);
    }
    expect(await ask(await bearer(), { type: 'text/plain' })).toMatchObject({ status: 415 });
    const nowhere = await service.server.inject(`/v1/bsn/${planted}?bsn=${planted}`);
    expect(nowhere).toMatchObject({ statusCode: 404, body: expect.not.stringContaining(planted) });
    expect(service.lines.join('')).not.toContain(planted);
  });

  it('is told so before anything of the question is read', async () => {
    for (const body of ['{"elements":', 'x'.repeat(BODY_LIMIT_BYTES + 1)]) {
      expect(await ask(undefined, { body })).toMatchObject({ status: 401 });
      expect(await ask(await bearer({}, 'unknown'), { body })).toMatchObject({ status: 403 });
    }
  });

  it('takes the largest batch that it promises, whole', async () => {
    const { status, answer } = await ask(await bearer(), {
      body: JSON.stringify({ elements: new Array(MOST_ELEMENTS).fill(element) }),
    });
    expect(status).toBe(200);
    expect(answer.json().evaluated.length).toBe(MOST_ELEMENTS);
  });

  it('answers its health check, also without a database', async () => {
    expect((await service.server.inject('/health/live')).statusCode).toBe(200);
    expect((await service.server.inject('/health/ready')).statusCode).toBe(200);
    await service.database.owner.query(`revoke select on schema_migration from ${service.database.serviceRole}`);
    const unready = await service.server.inject('/health/ready');
    expect([unready.statusCode, unready.json()]).toEqual([503, { status: 'unavailable' }]);
    await service.database.owner.query(`grant select on schema_migration to ${service.database.serviceRole}`);
  });

  it('fails with a request id and nothing else when the database fails, and logs where', async () => {
    await service.database.owner.query(`revoke select on lab_key from ${service.database.serviceRole}`);
    const failed = await ask(await bearer());
    await service.database.owner.query(`grant select on lab_key to ${service.database.serviceRole}`);
    expect(failed).toMatchObject({ status: 500, code: 'keyservice.internal' });
    expect(failed.answer.body).not.toContain('permission');
    const { requestId } = failed.answer.json() as { requestId: string };
    expect(service.lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ event: 'request.failed', requestId, code: '42501' }),
    );
  });
});
