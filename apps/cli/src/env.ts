import { z } from 'zod';

const envSchema = z.object({
  DATABASE_OWNER_URL: z.string().startsWith('postgres'),
  DATABASE_OPERATOR_URL: z.string().startsWith('postgres'),
  OIDC_ISSUER: z.url(),
  PUBLIC_URL: z.url(),
  /** Where the development identity provider finds its accounts; only the demo writes it. */
  IDP_ACCOUNTS_FILE: z.string().min(1),
});
export type Env = z.infer<typeof envSchema>;

/** The part of the environment that a command needs. Throws with the names of what is missing. */
export function readEnv<Name extends keyof Env>(...names: readonly Name[]): Pick<Env, Name> {
  const shape = envSchema.pick(Object.fromEntries(names.map((name) => [name, true])) as Record<Name, true>);
  const parsed = shape.safeParse(process.env);
  if (parsed.success) return parsed.data as unknown as Pick<Env, Name>;
  const missing = parsed.error.issues.map(({ path }) => path.join('.')).join(', ');
  throw new UsageError(`The environment lacks: ${missing}. Does the platform run (npm start)?`);
}

/** The command was not called rightly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
