import { describe, expect, it } from '@jest/globals';
import { environmentFor, environmentOf, externalParts, withoutOwner } from './environment.mjs';

describe('externalParts', () => {
  it('leaves every part to us when nothing is set', () => {
    expect(externalParts({})).toEqual({ database: undefined, redisUrl: undefined, issuer: undefined });
  });

  it('uses one login for api and worker unless each has its own', () => {
    const env = { DATABASE_URL: 'postgresql://app', DATABASE_OWNER_URL: 'postgresql://owner' };
    expect(externalParts(env).database).toMatchObject({ ownerUrl: 'postgresql://owner', apiUrl: 'postgresql://app' });
    const own = externalParts({ ...env, DATABASE_WORKER_URL: 'postgresql://worker' }).database;
    expect(own).toMatchObject({ apiUrl: 'postgresql://app', workerUrl: 'postgresql://worker' });
  });

  it('refuses half a part and names the other half', () => {
    expect(() => externalParts({ DATABASE_URL: 'postgresql://app' })).toThrow(/set DATABASE_OWNER_URL too/);
    expect(() => externalParts({ OIDC_ISSUER: 'https://idp.example', OIDC_CLIENT_ID: 'a' })).toThrow(
      /set OIDC_CLIENT_SECRET too/,
    );
  });
});

describe('the environment of the parts', () => {
  const database = { ownerUrl: 'o', operatorUrl: 'p', auditorUrl: 'q', apiUrl: 'a', workerUrl: 'w' };
  const environment = environmentOf(
    {
      folders: { home: '/home', data: '/home/data' },
      secrets: {
        sealingPrivateKey: `generated:${'0b'.repeat(32)}`,
        callerTokenKey: 'made',
        oidcClientSecret: 'made',
        sessionSecret: 'made',
        identityCookieKey: 'made',
      },
      database,
      redisUrl: 'redis://r',
      issuer: 'http://localhost:4310',
      ports: { api: 4305, identity: 4310, worker: 4320, keyservices: [4330, 4331] },
    },
    { OIDC_CLIENT_SECRET: 'given', PATH: '/bin' },
  );

  it('prefers what it was given over what is generated', () => {
    expect(environment).toMatchObject({ OIDC_CLIENT_SECRET: 'given', SESSION_SECRET: 'made', PATH: '/bin' });
  });

  it('follows the ports that were chosen', () => {
    expect(environment).toMatchObject({ PORT: '4305', PUBLIC_URL: 'http://localhost:4305', WORKER_PORT: '4320' });
  });

  it('gives the private sealing key to the worker alone, and the key of caller tokens to the api alone', () => {
    const secretsOf = (part: string) =>
      Object.keys(environmentFor(part, environment)).filter((name) =>
        ['SEALING_PRIVATE_KEY', 'WORKER_MASTER_KEY', 'SOURCE_KEY_DIR', 'NOISE_SECRET', 'CALLER_TOKEN_KEY'].includes(
          name,
        ),
      );
    expect(secretsOf('worker').sort()).toEqual([
      'NOISE_SECRET',
      'SEALING_PRIVATE_KEY',
      'SOURCE_KEY_DIR',
      'WORKER_MASTER_KEY',
    ]);
    expect(secretsOf('api')).toEqual(['CALLER_TOKEN_KEY']);
    expect(secretsOf('cli')).toEqual([]);
    expect(environment.SEALING_PUBLIC_KEY).toMatch(/^[0-9a-f]{64}$/);
    expect(environment.KEY_HOLDER_ORIGINS).toBe('http://localhost:4330 http://localhost:4331');
  });

  it('keeps the owner and the operator from the processes that serve', () => {
    const served = withoutOwner({ ...environment, DATABASE_URL: 'anything' });
    expect(Object.keys(served).filter((name) => name.startsWith('DATABASE_'))).toEqual([
      'DATABASE_API_URL',
      'DATABASE_WORKER_URL',
    ]);
  });
});
