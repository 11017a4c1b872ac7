import { join } from 'node:path';
import { CALLER_ISSUER, KEYSERVICE_AUDIENCE, sealingPublicKey } from './key-services.mjs';
import { WEB_DIR } from './web-build.mjs';

/** The ports that are taken when nobody else has them. */
export const PREFERRED_PORTS = {
  api: 4300,
  identity: 4310,
  worker: 4320,
  keyservice: 4330,
  postgres: 54329,
  redis: 56379,
};

/**
 * Which parts somebody else runs, told by the environment; these are not started. Throws when only half of one is told.
 *
 * @param {Record<string, string | undefined>} env
 */
export function externalParts(env) {
  const missing = (names) => names.filter((name) => !env[name]);
  const whole = (name, needed) => {
    if (!env[name]) return undefined;
    const absent = missing(needed);
    if (absent.length > 0) throw new Error(`${name} is set: set ${absent.join(', ')} too (see docs/operations.md)`);
    return env[name];
  };
  const database = whole('DATABASE_URL', ['DATABASE_OWNER_URL']);
  return {
    database: database && {
      ownerUrl: env.DATABASE_OWNER_URL,
      operatorUrl: env.DATABASE_OPERATOR_URL ?? database,
      auditorUrl: env.DATABASE_AUDITOR_URL ?? database,
      apiUrl: env.DATABASE_API_URL ?? database,
      workerUrl: env.DATABASE_WORKER_URL ?? database,
    },
    keyDatabase: whole('KEYSERVICE_DATABASE_URL', ['KEYSERVICE_OWNER_DATABASE_URL']) && [
      { serviceUrl: env.KEYSERVICE_DATABASE_URL, ownerUrl: env.KEYSERVICE_OWNER_DATABASE_URL },
    ],
    redisUrl: env.REDIS_URL || undefined,
    issuer: whole('OIDC_ISSUER', ['OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET']),
  };
}

/**
 * The environment contract of api, worker, cli and the development identity provider. Each parses what it needs once, in its env.ts.
 * Only the cli is told the owner of the tables and the operator: see `withoutOwner`.
 */
export function environmentOf({ folders, secrets, database, redisUrl, issuer, ports }, outer) {
  const sealingKey = outer.SEALING_PRIVATE_KEY ?? secrets.sealingPrivateKey;
  return {
    ...outer,
    NODE_ENV: outer.NODE_ENV ?? 'development',
    LOG_LEVEL: outer.LOG_LEVEL ?? 'info',
    DATABASE_OWNER_URL: database.ownerUrl,
    DATABASE_OPERATOR_URL: database.operatorUrl,
    DATABASE_AUDITOR_URL: database.auditorUrl,
    DATABASE_API_URL: database.apiUrl,
    DATABASE_WORKER_URL: database.workerUrl,
    REDIS_URL: redisUrl,
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: outer.OIDC_CLIENT_ID ?? 'datalab-overlast',
    OIDC_CLIENT_SECRET: outer.OIDC_CLIENT_SECRET ?? secrets.oidcClientSecret,
    API_AUDIENCE: outer.API_AUDIENCE ?? outer.PUBLIC_URL ?? `http://localhost:${ports.api}`,
    OIDC_CLI_CLIENT_ID: outer.OIDC_CLI_CLIENT_ID ?? 'datalab-cli',
    DEMO_API_CLIENT_ID: 'datalab-demo-program',
    DEMO_API_CLIENT_SECRET: secrets.demoApiClientSecret,
    AUDIT_SIGNING_KEY: outer.AUDIT_SIGNING_KEY ?? secrets.auditSigningKey,
    SESSION_SECRET: outer.SESSION_SECRET ?? secrets.sessionSecret,
    PUBLIC_URL: outer.PUBLIC_URL ?? `http://localhost:${ports.api}`,
    PORT: String(ports.api),
    WORKER_PORT: String(ports.worker),
    SNAPSHOT_DIR: outer.SNAPSHOT_DIR ?? join(folders.data, 'snapshots'),
    SNAPSHOT_KEY_DIR: outer.SNAPSHOT_KEY_DIR ?? join(folders.data, 'snapshot-keys'),
    NOISE_SECRET: outer.NOISE_SECRET ?? secrets.noiseSecret,
    UPLOAD_DIR: outer.UPLOAD_DIR ?? join(folders.data, 'uploads'),
    SEALING_PUBLIC_KEY: outer.SEALING_PUBLIC_KEY ?? sealingPublicKey(sealingKey),
    SEALING_PRIVATE_KEY: sealingKey,
    WORKER_MASTER_KEY: outer.WORKER_MASTER_KEY ?? secrets.workerMasterKey,
    SOURCE_KEY_DIR: outer.SOURCE_KEY_DIR ?? join(folders.data, 'source-keys'),
    CALLER_TOKEN_KEY: outer.CALLER_TOKEN_KEY ?? secrets.callerTokenKey,
    CALLER_TOKEN_ISSUER: CALLER_ISSUER,
    CALLER_TOKEN_AUDIENCE: KEYSERVICE_AUDIENCE,
    KEY_HOLDER_ORIGINS: (ports.keyservices ?? []).map((port) => `http://localhost:${port}`).join(' '),
    WEB_DIR,
    IDP_PORT: String(ports.identity),
    IDP_ACCOUNTS_FILE: join(folders.home, 'demo-accounts.json'),
    IDP_KEYS_FILE: join(folders.home, 'identity-keys.json'),
    IDP_COOKIE_KEY: secrets.identityCookieKey,
  };
}

/** What opens sealed keys and reads stored ones, which the worker alone has; and what speaks for the platform, which the api alone has. */
const SECRETS_OF = {
  worker: ['SEALING_PRIVATE_KEY', 'WORKER_MASTER_KEY', 'SOURCE_KEY_DIR', 'NOISE_SECRET', 'SMTP_URL'],
  api: ['CALLER_TOKEN_KEY'],
};

/** The environment of one process: without the secrets of the others. */
export function environmentFor(part, environment) {
  const own = { ...environment };
  for (const [owner, names] of Object.entries(SECRETS_OF))
    if (owner !== part) for (const name of names) delete own[name];
  return own;
}

/** For the processes that serve: they must not be able to become the owner of the tables, the operator or the auditor, nor to sign the log. */
export function withoutOwner(environment) {
  const served = { ...environment };
  for (const name of [
    'DATABASE_OWNER_URL',
    'DATABASE_OPERATOR_URL',
    'DATABASE_AUDITOR_URL',
    'DATABASE_URL',
    'AUDIT_SIGNING_KEY',
  ])
    delete served[name];
  return served;
}
