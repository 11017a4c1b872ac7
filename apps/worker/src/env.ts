import { z } from 'zod';

const envSchema = z.object({
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  WORKER_PORT: z.coerce.number().int().positive(),
  DATABASE_WORKER_URL: z.string().startsWith('postgres'),
  REDIS_URL: z.string().startsWith('redis'),
  UPLOAD_DIR: z.string().min(1),
  SNAPSHOT_DIR: z.string().min(1),
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
