import { z } from 'zod';

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
  /** Signs the short-lived cookie of a sign-in that is under way. */
  SESSION_SECRET: z.string().min(32),
  UPLOAD_DIR: z.string().min(1),
  WEB_DIR: z.string().min(1),
  /** Where several processes of the api count requests together; without it each counts its own. */
  REDIS_URL: z.string().startsWith('redis').optional(),
  LIMIT_PERSON_PER_MINUTE: z.coerce.number().int().positive().default(1_200),
  LIMIT_ORGANISATION_PER_MINUTE: z.coerce.number().int().positive().default(6_000),
  /** Per address of the network: what nobody needs to be signed in for. */
  LIMIT_SIGN_IN_PER_MINUTE: z.coerce.number().int().positive().optional(),
});

export type Env = z.infer<typeof envSchema>;

/** The environment, read once. Throws with the names (never the values) of what is missing or malformed. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = envSchema.safeParse(source);
  if (!parsed.success)
    throw new Error(
      `the environment is not complete: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
    );
  const env = parsed.data;
  if (env.NODE_ENV === 'production' && !env.OIDC_ISSUER.startsWith('https:'))
    throw new Error('OIDC_ISSUER must be https in production: the development identity provider is not for it');
  return env;
}
