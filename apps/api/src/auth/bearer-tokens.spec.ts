import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { FixedClock } from '@datalab/domain';
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose';
import { BearerTokens } from './bearer-tokens.js';

const ISSUER = 'https://identity.test';
const AUDIENCE = 'https://datalab.test';
const NOW = new Date('2026-03-02T10:00:00Z');
const seconds = NOW.getTime() / 1_000;
const GOOD = { iss: ISSUER, aud: AUDIENCE, sub: 'sanne', client_id: 'datalab-cli', iat: seconds, exp: seconds + 60 };

describe('a bearer token', () => {
  let provider: Server;
  let asked = 0;
  let tokens: BearerTokens;
  let sign: (claims: Record<string, unknown>) => Promise<string>;
  let forge: typeof sign;

  beforeAll(async () => {
    const [own, foreign] = await Promise.all([generateKeyPair('RS256'), generateKeyPair('RS256')]);
    const jwk = { ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256' };
    provider = createServer((_request, response) => {
      asked += 1;
      response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [jwk] }));
    });
    const port = await new Promise<number>((resolve) => {
      provider.listen(0, '127.0.0.1', () => resolve((provider.address() as { port: number }).port));
    });
    const signed = (key: typeof own.privateKey) => (claims: Record<string, unknown>) =>
      new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'own' }).sign(key);
    [sign, forge] = [signed(own.privateKey), signed(foreign.privateKey)];
    tokens = new BearerTokens({
      issuer: ISSUER,
      audience: AUDIENCE,
      subjectClaim: 'sub',
      jwksUri: () => Promise.resolve(`http://127.0.0.1:${port}/keys`),
      clock: new FixedClock(NOW),
    });
  });
  afterAll(() => new Promise((resolve) => provider.close(resolve)));

  it('of the provider, for us, in time, says who it is about and through which client', async () => {
    const identity = { issuer: ISSUER, subject: 'sanne', clientId: 'datalab-cli' };
    expect(await tokens.verify(await sign(GOOD))).toEqual(identity);
    expect(await tokens.verify(await sign({ ...GOOD, aud: ['elsewhere', AUDIENCE] }))).toEqual(identity);
    const { client_id: azp, ...others } = GOOD;
    expect(await tokens.verify(await sign({ ...others, azp }))).toEqual(identity);
    expect(asked).toBe(1);
  });

  it.each([
    ['of another issuer', { iss: 'https://elsewhere.test' }],
    ['for another audience', { aud: 'datalab-overlast' }],
    ['without an audience', { aud: undefined }],
    ['that is over', { exp: seconds - 6 }],
    ['without an end', { exp: undefined }],
    ['that is not valid yet', { nbf: seconds + 60 }],
    ['about nobody', { sub: '' }],
    ['without a subject', { sub: undefined }],
  ])('%s is not accepted', async (_what, change) => {
    expect(await tokens.verify(await sign({ ...GOOD, ...change }))).toBeUndefined();
  });

  it('that somebody else signed, or nobody, or with a secret, is not accepted', async () => {
    expect(await tokens.verify(await forge(GOOD))).toBeUndefined();
    expect(await tokens.verify(new UnsecuredJWT(GOOD).encode())).toBeUndefined();
    const shared = new TextEncoder().encode('a secret that both sides know, thirty-two bytes');
    const symmetric = await new SignJWT(GOOD).setProtectedHeader({ alg: 'HS256', kid: 'own' }).sign(shared);
    expect(await tokens.verify(symmetric)).toBeUndefined();
    expect(await tokens.verify('no.token.atall')).toBeUndefined();
    expect(await tokens.verify('')).toBeUndefined();
  });

  it('is looked up by the claim that the installation names', async () => {
    const entra = new BearerTokens({
      issuer: ISSUER,
      audience: AUDIENCE,
      subjectClaim: 'oid',
      jwksUri: () => tokens['options'].jwksUri(),
      clock: new FixedClock(NOW),
    });
    expect(await entra.verify(await sign({ ...GOOD, oid: 'object' }))).toMatchObject({ subject: 'object' });
    expect(await entra.verify(await sign(GOOD))).toBeUndefined();
  });
});
