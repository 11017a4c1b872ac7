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
  /** Of the worker: reads frozen rows. Only its own machine has it. */
  WORKER_MASTER_KEY: z
    .string()
    .transform((key) => key.replace('generated:', ''))
    .pipe(z.string().regex(/^[0-9a-f]{64}$/)),
  OIDC_ISSUER: z.url(),
  PUBLIC_URL: z.url(),
  /** Where the development identity provider finds its accounts; only the demo writes it. */
  IDP_ACCOUNTS_FILE: z.string().min(1),
  /** The program of a partner that the development identity provider knows. */
  DEMO_API_CLIENT_ID: z.string().min(1),
});
export type Env = z.infer<typeof envSchema>;

/** The part of the environment that a command needs. Throws with the names of what is missing; what it does not need is not looked at. */
export function readEnv<Name extends keyof Env>(...names: readonly Name[]): Pick<Env, Name> {
  const found = names.map((name) => [name, envSchema.shape[name].safeParse(process.env[name])] as const);
  const missing = found.filter(([, parsed]) => !parsed.success).map(([name]) => name);
  if (missing.length === 0) return Object.fromEntries(found.map(([name, { data }]) => [name, data])) as Pick<Env, Name>;
  throw new UsageError(`The environment lacks: ${missing.join(', ')}. Does the platform run (npm start)?`);
}

/** What a command can do without; undefined where it is not there. Throws where it is there and is not what it should be. */
export const findEnv = <Name extends keyof Env>(name: Name): Env[Name] | undefined =>
  process.env[name] === undefined ? undefined : readEnv(name)[name];

/** The command was not called rightly: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
