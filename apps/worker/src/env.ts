import { z } from 'zod';

const envSchema = z.object({
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKER_PORT: z.coerce.number().int().positive(),
  DATABASE_WORKER_URL: z.string().startsWith('postgres'),
  REDIS_URL: z.string().startsWith('redis'),
  UPLOAD_DIR: z.string().min(1),
  SNAPSHOT_DIR: z.string().min(1),
  /** 32 bytes in base64url: what the daily heads of the audit log are signed with. Nobody else knows it, the database least of all. */
  AUDIT_SIGNING_KEY: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
});

export type Env = z.infer<typeof envSchema>;

/** The environment, read once. Throws with the names (never the values) of what is missing or malformed. */
export function readEnv(source: NodeJS.ProcessEnv): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  throw new Error(
    `the environment is not complete: ${parsed.error.issues.map(({ path }) => path.join('.')).join(', ')}`,
  );
}
