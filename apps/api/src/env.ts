import { z } from 'zod';

/** 32 bytes in hexadecimal; a secret that a development runner made carries its mark. */
const GENERATED = 'generated:';
const secretBytes = z
  .string()
  .regex(/^(?:generated:)?[0-9a-f]{64}$/)
  .transform((text) => new Uint8Array(Buffer.from(text.replace(GENERATED, ''), 'hex')));

const envSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  PORT: z.coerce.number().int().positive(),
  /** Where people reach the platform; cookies and redirects follow from it. */
  PUBLIC_URL: z.url(),
  DATABASE_API_URL: z.string().startsWith('postgres'),
  OIDC_ISSUER: z.url(),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(1),
  /** Claim by which the provider names somebody the same to all its clients: `oid` at Entra ID, whose `sub` differs per client. */
  OIDC_SUBJECT_CLAIM: z.enum(['sub', 'oid']).default('sub'),
  /** Scopes of a sign-in; some providers (Entra ID) give a refresh token only for `offline_access`. */
  OIDC_SCOPE: z.string().startsWith('openid').default('openid profile email'),
  /** Public client by which people sign in at the command line; where it is absent, there is no such way. */
  OIDC_CLI_CLIENT_ID: z.string().min(1).optional(),
  /** What access tokens must be made out to; without it that is PUBLIC_URL. */
  API_AUDIENCE: z.string().min(1).optional(),
  /**
   * Addresses (or ranges, 10.0.0.0/8) of the proxies in front, separated by commas: only these may say for whom they ask. Empty: nobody may, and
   * whoever connects is the client.
   */
  TRUST_PROXY: z.string().default(''),
  /** Signs the short-lived cookie of a sign-in that is under way, and seals refresh tokens. */
  SESSION_SECRET: z.string().min(32),
  UPLOAD_DIR: z.string().min(1),
  /** The worker's public key, to which clients seal keys; without it this platform takes none. The private half is the worker's alone. */
  SEALING_PUBLIC_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  /** Ed25519 seed with which caller tokens for key services are signed, with who issues them and for whom. */
  CALLER_TOKEN_KEY: secretBytes.optional(),
  CALLER_TOKEN_ISSUER: z.string().min(1).optional(),
  CALLER_TOKEN_AUDIENCE: z.url().optional(),
  /** Origins of the key services that a browser may ask, separated by spaces. */
  KEY_HOLDER_ORIGINS: z
    .string()
    .regex(/^(?:https?:\/\/[^\s/;,]+(?: |$))*$/)
    .default(''),
  WEB_DIR: z.string().min(1),
  /** Where several processes of the api count requests together; without it each counts its own. */
  REDIS_URL: z.string().startsWith('redis').optional(),
  LIMIT_PERSON_PER_MINUTE: z.coerce.number().int().positive().default(1_200),
  LIMIT_ORGANISATION_PER_MINUTE: z.coerce.number().int().positive().default(6_000),
  /** Per address of the network: what nobody needs to be signed in for. */
  LIMIT_SIGN_IN_PER_MINUTE: z.coerce.number().int().positive().optional(),
});

export type Env = z.infer<typeof envSchema> & { API_AUDIENCE: string };

/** The environment, read once. Throws with the names (never the values) of what is missing or malformed. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success)
    throw new Error(
      `the environment is not complete: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
    );
  const env = { ...parsed.data, API_AUDIENCE: parsed.data.API_AUDIENCE ?? parsed.data.PUBLIC_URL };
  if (env.NODE_ENV === 'production' && (source.CALLER_TOKEN_KEY ?? '').startsWith(GENERATED))
    throw new Error('CALLER_TOKEN_KEY was generated for development');
  if (env.NODE_ENV === 'production' && !env.OIDC_ISSUER.startsWith('https:'))
    throw new Error('OIDC_ISSUER must be https in production: the development identity provider is not for it');
  if (env.API_AUDIENCE === env.OIDC_CLIENT_ID)
    throw new Error('API_AUDIENCE must differ from OIDC_CLIENT_ID: an identity token would pass for an access token');
  return env;
}
