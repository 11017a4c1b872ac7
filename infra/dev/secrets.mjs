import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const NAMES = [
  'postgresPassword',
  'ownerPassword',
  'operatorPassword',
  'auditorPassword',
  'apiPassword',
  'workerPassword',
  'redisPassword',
  'sessionSecret',
  'oidcClientSecret',
  'demoApiClientSecret',
  'identityCookieKey',
  'auditSigningKey',
  'keyserviceOwnerPassword1',
  'keyserviceServicePassword1',
  'keyserviceOwnerPassword2',
  'keyserviceServicePassword2',
];
/** Keys of 32 bytes: in hexadecimal, with a mark by which the processes refuse them in production. */
const KEY_NAMES = [
  'sealingPrivateKey',
  'workerMasterKey',
  'noiseSecret',
  'callerTokenKey',
  'keyserviceWrappingKey1',
  'keyserviceSigningKey1',
  'keyserviceWrappingKey2',
  'keyserviceSigningKey2',
];

/**
 * The generated secrets of one home, made on first use and kept in a file that only this user can read.
 * For development and tests only: production brings its own, hence the refusal.
 */
export function developmentSecrets(file) {
  refuseProduction('Generated secrets');
  const known = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const secrets = { ...known };
  for (const name of NAMES) secrets[name] ??= randomBytes(32).toString('base64url');
  for (const name of KEY_NAMES) secrets[name] ??= `generated:${randomBytes(32).toString('hex')}`;
  if ([...NAMES, ...KEY_NAMES].some((name) => known[name] === undefined))
    writePrivate(file, JSON.stringify(secrets, null, 2));
  return secrets;
}

/** Writes a file that only this user can read. */
export function writePrivate(file, text) {
  writeFileSync(file, text, { mode: 0o600 });
}

/** Throws when this is production: what follows is made for development. */
export function refuseProduction(what) {
  if (process.env.NODE_ENV !== 'production') return;
  throw new Error(`${what} are for development and refuse to start with NODE_ENV=production. See docs/operations.md.`);
}
