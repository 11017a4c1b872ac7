import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Marks a secret that a development runner made; such a secret travels with its mark, so production can refuse it. */
export const GENERATED_MARK = 'generated:';
const SECRET_BYTES = 32;

const SECRET_PATTERN = new RegExp(`^(?:${GENERATED_MARK})?[0-9a-f]{${2 * SECRET_BYTES}}$`);
/** What people type when a field wants 32 bytes. */
const isWeak = (hex: string): boolean => new Set(hex.match(/../g)).size < 8;

const NAME = z.string().regex(/^[A-Za-z0-9_.-]{1,64}$/, 'letters, digits, dot, hyphen and underscore, at most 64');
const SECRET = z.string().regex(SECRET_PATTERN, '32 bytes in lower-case hexadecimal');

const SERVICE = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent']).default('info'),
  KEYSERVICE_HOST: z.string().default('127.0.0.1'),
  KEYSERVICE_PORT: z.coerce.number().int().min(0).max(65535).default(4330),
  KEYSERVICE_HOLDER_ID: NAME,
  KEYSERVICE_AUDIENCE: z.url(),
  /** Origins of web pages that may ask from a browser, separated by spaces: where the platform is reached. */
  KEYSERVICE_ALLOWED_ORIGINS: z
    .string()
    .regex(/^(?:https?:\/\/[^\s/]+(?: |$))*$/, 'origins, separated by spaces')
    .default(''),
  KEYSERVICE_DATABASE_URL: z.url(),
  KEYSERVICE_OWNER_DATABASE_URL: z.url().optional(),
  KEYSERVICE_WRAPPING_KEY: SECRET,
});
const OPERATOR = SERVICE.pick({
  NODE_ENV: true,
  KEYSERVICE_HOLDER_ID: true,
  KEYSERVICE_DATABASE_URL: true,
  KEYSERVICE_WRAPPING_KEY: true,
}).extend({
  KEYSERVICE_OWNER_DATABASE_URL: z.url(),
  KEYSERVICE_SIGNING_KEY: SECRET,
  KEYSERVICE_NEXT_WRAPPING_KEY: SECRET.optional(),
});

type Variables = Record<string, string | undefined>;

/** What the running service needs; it has no signing key and, outside development, no need of the owner's URL. */
export function serviceEnv(variables: Variables) {
  const env = parse(SERVICE, variables);
  return {
    production: env.NODE_ENV === 'production',
    logLevel: env.LOG_LEVEL,
    host: env.KEYSERVICE_HOST,
    port: env.KEYSERVICE_PORT,
    holderId: env.KEYSERVICE_HOLDER_ID,
    audience: env.KEYSERVICE_AUDIENCE,
    allowedOrigins: env.KEYSERVICE_ALLOWED_ORIGINS.split(' ').filter((origin) => origin !== ''),
    ...databaseRoles(env.KEYSERVICE_DATABASE_URL, env.KEYSERVICE_OWNER_DATABASE_URL),
    wrappingKey: secret(env.KEYSERVICE_WRAPPING_KEY),
  };
}

/** What the operator's commands need. */
export function operatorEnv(variables: Variables) {
  const env = parse(OPERATOR, variables);
  const { serviceRole } = databaseRoles(env.KEYSERVICE_DATABASE_URL, env.KEYSERVICE_OWNER_DATABASE_URL);
  const next = env.KEYSERVICE_NEXT_WRAPPING_KEY;
  return {
    holderId: env.KEYSERVICE_HOLDER_ID,
    ownerUrl: env.KEYSERVICE_OWNER_DATABASE_URL,
    serviceRole,
    wrappingKey: secret(env.KEYSERVICE_WRAPPING_KEY),
    signingSeed: secret(env.KEYSERVICE_SIGNING_KEY),
    nextWrappingKey: next === undefined ? undefined : secret(next),
  };
}
export type OperatorEnv = ReturnType<typeof operatorEnv>;

function parse<T extends z.ZodObject>(schema: T, variables: Variables): z.output<T> {
  const result = schema.safeParse(withFiles(variables, Object.keys(schema.shape)));
  if (!result.success) {
    // Names and reasons only: zod's own text may quote a value, and some of these are keys.
    const faults = result.error.issues.map(({ path, code }) => `${path.join('.')} (${code})`);
    throw new Error(`The environment of the key service is incomplete: ${faults.join(', ')}.`);
  }
  for (const [name, value] of Object.entries(result.data)) {
    if (!name.endsWith('_KEY') || typeof value !== 'string') continue;
    refuseUnfit(name, value, result.data.NODE_ENV === 'production');
  }
  return result.data;
}

/** `NAME_FILE` gives the content of a file for `NAME`, as secret stores mount them. */
function withFiles(variables: Variables, names: readonly string[]): Variables {
  const read = (name: string): string | undefined => {
    const file = variables[`${name}_FILE`];
    return file === undefined || file === '' ? variables[name] || undefined : readFileSync(file, 'utf8').trim();
  };
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}

function refuseUnfit(name: string, value: string, production: boolean): void {
  if (production && value.startsWith(GENERATED_MARK)) {
    throw new Error(`${name} was generated for development and is refused with NODE_ENV=production.`);
  }
  if (isWeak(value.replace(GENERATED_MARK, ''))) throw new Error(`${name} is not random.`);
}

const secret = (value: string): Uint8Array => new Uint8Array(Buffer.from(value.replace(GENERATED_MARK, ''), 'hex'));

/** The service must not run as the owner: then it could change the lists that its operator confirms. */
function databaseRoles<Owner extends string | undefined>(databaseUrl: string, ownerUrl: Owner) {
  const serviceRole = decodeURIComponent(new URL(databaseUrl).username);
  const owner = ownerUrl === undefined ? undefined : decodeURIComponent(new URL(ownerUrl).username);
  if (serviceRole === '' || serviceRole === owner) {
    throw new Error('KEYSERVICE_DATABASE_URL names a role of its own, other than the owner of the tables.');
  }
  return { databaseUrl, ownerUrl, serviceRole };
}
