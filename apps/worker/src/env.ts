import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** Marks a secret that a development runner made; it travels with its mark, so that production can refuse it. */
const GENERATED = 'generated:';
const SECRETS = ['SEALING_PRIVATE_KEY', 'WORKER_MASTER_KEY', 'NOISE_SECRET', 'SMTP_URL'] as const;
const secretBytes = z
  .string()
  .regex(/^(?:generated:)?[0-9a-f]{64}$/)
  .transform((text) => new Uint8Array(Buffer.from(text.replace(GENERATED, ''), 'hex')));

const envObject = z.object({
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKER_PORT: z.coerce.number().int().positive(),
  DATABASE_WORKER_URL: z.string().startsWith('postgres'),
  REDIS_URL: z.string().startsWith('redis'),
  UPLOAD_DIR: z.string().min(1),
  SNAPSHOT_DIR: z.string().min(1),
  /** Threads that the arithmetic of a run may use; one less than the cores where left out. The outcome does not depend on it. */
  ANALYSIS_THREADS: z.coerce.number().int().positive().optional(),
  ANALYSIS_TIMEOUT_SECONDS: z.coerce.number().int().positive().default(1_800),
  /** Heap of one thread. */
  ANALYSIS_THREAD_MIB: z.coerce.number().int().positive().default(1_024),
  /** 32 bytes in base64url: what the daily heads of the audit log are signed with. Nobody else knows it, the database least of all. */
  AUDIT_SIGNING_KEY: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** The private half of the key to which clients seal keys (X25519), and the key under which the keys of the sources are wrapped. */
  SEALING_PRIVATE_KEY: secretBytes,
  WORKER_MASTER_KEY: secretBytes,
  /** A file per source: its key. Outside the database and its backups. */
  SOURCE_KEY_DIR: z.string().min(1),
  /** A file per snapshot: its key. Outside the database and the snapshots, and outside their backups. */
  SNAPSHOT_KEY_DIR: z.string().min(1),
  /** Of which the noise of every figure is drawn. Who knows it can take the noise off; who changes it shows the same cells with other noise. */
  NOISE_SECRET: secretBytes,
  /** The mail server, with name and password in it where it wants them; left out, nobody is mailed. Then all three are. */
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().optional(),
  /** Where people sign in: what a mail refers to. */
  PUBLIC_URL: z.url().optional(),
});
const envSchema = envObject.refine(
  ({ SMTP_URL, MAIL_FROM, PUBLIC_URL }) =>
    SMTP_URL === undefined || (MAIL_FROM !== undefined && PUBLIC_URL !== undefined),
  { path: ['MAIL_FROM, PUBLIC_URL'] },
);

export type Env = z.infer<typeof envSchema>;

/** The environment, read once. Throws with the names (never the values) of what is missing or malformed. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const given = { ...source };
  for (const name of SECRETS) {
    // As secret stores mount them: a file, whose content is in no list of processes.
    const file = source[`${name}_FILE`];
    if (file !== undefined && file !== '') given[name] = readFileSync(file, 'utf8').trim();
    if (source.NODE_ENV === 'production' && given[name]?.startsWith(GENERATED))
      throw new Error(`${name} was generated for development`);
  }
  const parsed = envSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Error(
    `the environment is not complete: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
  );
}
