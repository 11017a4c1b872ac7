import { z } from 'zod';

const envSchema = z.object({
  /** A superuser's, in the scratch database of a bench or a sweep; nothing else is ever given one. */
  DATABASE_ADMIN_URL: z.string().startsWith('postgres'),
  DATABASE_API_URL: z.string().startsWith('postgres'),
  DATABASE_WORKER_URL: z.string().startsWith('postgres'),
  DATABASE_OWNER_URL: z.string().startsWith('postgres'),
  DATABASE_OPERATOR_URL: z.string().startsWith('postgres'),
  DATABASE_AUDITOR_URL: z.string().startsWith('postgres'),
  UPLOAD_DIR: z.string().min(1),
  SNAPSHOT_DIR: z.string().min(1),
  SNAPSHOT_KEY_DIR: z.string().min(1),
  OIDC_ISSUER: z.url(),
  PUBLIC_URL: z.url(),
  /** Where the development identity provider finds its accounts; only the demo writes it. */
  IDP_ACCOUNTS_FILE: z.string().min(1),
  /** The program of a partner that the development identity provider knows. */
  DEMO_API_CLIENT_ID: z.string().min(1),
});
export type Env = z.infer<typeof envSchema>;

/** The part of the environment that a command needs. Throws with the names of what is missing. */
export function readEnv<Name extends keyof Env>(...names: readonly Name[]): Pick<Env, Name> {
  const parsed = envSchema.partial().safeParse(process.env);
  const faulty = parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join('.'));
  const missing = names.filter((name) => faulty.includes(name) || parsed.data?.[name] === undefined);
  if (parsed.success && missing.length === 0) return parsed.data as Pick<Env, Name>;
  throw new UsageError(`The environment lacks: ${missing.join(', ')}. Does the platform run (npm start)?`);
}

/** The command was not called rightly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
