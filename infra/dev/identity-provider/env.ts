import { z } from 'zod';

const schema = z.object({
  OIDC_ISSUER: z.url(),
  IDP_PORT: z.coerce.number().int().min(1).max(65535),
  OIDC_CLIENT_ID: z.string().min(1),
  OIDC_CLIENT_SECRET: z.string().min(16),
  PUBLIC_URL: z.url(),
  /** What access tokens are made out to. */
  API_AUDIENCE: z.string().min(1),
  /** Public client of the command line: people sign in by device flow. */
  OIDC_CLI_CLIENT_ID: z.string().min(1),
  /** A partner's program in the demo. */
  DEMO_API_CLIENT_ID: z.string().min(1),
  DEMO_API_CLIENT_SECRET: z.string().min(16),
  IDP_ACCOUNTS_FILE: z.string().min(1),
  IDP_KEYS_FILE: z.string().min(1),
  IDP_COOKIE_KEY: z.string().min(16),
});

/** What the development identity provider is told by its environment. */
export type IdentityProviderEnv = z.infer<typeof schema>;

/** Reads the environment once; throws with every missing or malformed name, and when this is production. */
export function readEnv(env: NodeJS.ProcessEnv): IdentityProviderEnv {
  if (env['NODE_ENV'] === 'production') {
    throw new Error('The development identity provider refuses to start with NODE_ENV=production: set OIDC_ISSUER.');
  }
  const parsed = schema.safeParse(env);
  if (!parsed.success) throw new Error(`Environment:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
