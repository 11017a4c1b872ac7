import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { GENERATED_MARK, operatorEnv, serviceEnv } from './env.js';

const key = randomBytes(32).toString('hex');
const good = {
  KEYSERVICE_HOLDER_ID: 'holder-a',
  KEYSERVICE_AUDIENCE: 'https://keys.example',
  KEYSERVICE_DATABASE_URL: 'postgres://service:p@localhost/keys',
  KEYSERVICE_WRAPPING_KEY: key,
};
const operator = {
  ...good,
  KEYSERVICE_OWNER_DATABASE_URL: 'postgres://owner:p@localhost/keys',
  KEYSERVICE_SIGNING_KEY: randomBytes(32).toString('hex'),
};

describe('the environment of the key service', () => {
  it('is read once, with defaults that stay on this machine', () => {
    expect(serviceEnv(good)).toEqual({
      production: false,
      logLevel: 'info',
      host: '127.0.0.1',
      port: 4330,
      holderId: 'holder-a',
      audience: 'https://keys.example',
      allowedOrigins: [],
      databaseUrl: good.KEYSERVICE_DATABASE_URL,
      ownerUrl: undefined,
      serviceRole: 'service',
      wrappingKey: new Uint8Array(Buffer.from(key, 'hex')),
    });
  });

  it('takes a key from a file, as a secret store mounts it', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'env-')), 'key');
    writeFileSync(file, `${key}\n`);
    const mounted = { ...good, KEYSERVICE_WRAPPING_KEY: undefined, KEYSERVICE_WRAPPING_KEY_FILE: file };
    expect(serviceEnv(mounted).wrappingKey).toHaveLength(32);
  });

  it('refuses generated secrets in production, and only there', () => {
    const generated = { ...operator, KEYSERVICE_WRAPPING_KEY: GENERATED_MARK + key };
    expect(serviceEnv(generated).wrappingKey).toHaveLength(32);
    for (const read of [serviceEnv, operatorEnv]) {
      expect(() => read({ ...generated, NODE_ENV: 'production' })).toThrow('refused with NODE_ENV=production');
    }
    expect(serviceEnv({ ...good, NODE_ENV: 'production' }).production).toBe(true);
    const signing = { ...operator, KEYSERVICE_SIGNING_KEY: GENERATED_MARK + key, NODE_ENV: 'production' };
    expect(() => operatorEnv(signing)).toThrow('KEYSERVICE_SIGNING_KEY was generated');
  });

  it.each([
    ['a missing name', { KEYSERVICE_HOLDER_ID: undefined }, 'KEYSERVICE_HOLDER_ID'],
    ['an audience that is no address', { KEYSERVICE_AUDIENCE: 'keys' }, 'KEYSERVICE_AUDIENCE'],
    ['a short key', { KEYSERVICE_WRAPPING_KEY: 'ab' }, 'KEYSERVICE_WRAPPING_KEY'],
    ['a key of zeros', { KEYSERVICE_WRAPPING_KEY: '00'.repeat(32) }, 'not random'],
    ['a key that repeats', { KEYSERVICE_WRAPPING_KEY: 'deadbeef'.repeat(8) }, 'not random'],
    [
      'the owner as the running role',
      { KEYSERVICE_OWNER_DATABASE_URL: good.KEYSERVICE_DATABASE_URL },
      'role of its own',
    ],
    ['no role at all', { KEYSERVICE_DATABASE_URL: 'postgres://localhost/keys' }, 'role of its own'],
  ])('refuses %s and says which name, never its value', (_, change, reason) => {
    const read = () => serviceEnv({ ...good, ...change });
    expect(read).toThrow(reason);
    expect(read).not.toThrow(key);
    expect(read).not.toThrow('deadbeef');
  });

  it('gives the operator the owner and the signing key, which the service lacks', () => {
    expect(operatorEnv(operator)).toMatchObject({
      ownerUrl: operator.KEYSERVICE_OWNER_DATABASE_URL,
      serviceRole: 'service',
    });
    expect(operatorEnv(operator).nextWrappingKey).toBeUndefined();
    expect(() => operatorEnv(good)).toThrow('KEYSERVICE_OWNER_DATABASE_URL');
    expect(Object.keys(serviceEnv(operator)).join()).not.toMatch(/sign/i);
  });
});
