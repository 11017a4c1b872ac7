/** A superuser's URL of a PostgreSQL in which tests may make databases and roles; `npm test` starts one. */
const ADMIN_URL = process.env.TEST_DATABASE_ADMIN_URL;
/** A Redis that tests may empty. */
const REDIS_URL = process.env.TEST_REDIS_URL;

export const hasDatabase = ADMIN_URL !== undefined;
export const hasQueue = hasDatabase && REDIS_URL !== undefined;

/** Throws where the environment names no PostgreSQL: then the test should have been skipped. */
export function adminUrl(): string {
  if (ADMIN_URL === undefined) throw new Error('TEST_DATABASE_ADMIN_URL is not set: use describeWithDatabase');
  return ADMIN_URL;
}

/**
 * A Redis database of a spec file's own: files that use the same number would take each other's work. Throws where the environment names
 * no Redis: then the test should have been skipped.
 */
export function redisUrl(database: 2 | 3 | 4 | 5 | 6): string {
  if (REDIS_URL === undefined) throw new Error('TEST_REDIS_URL is not set: use describeWithQueue');
  const url = new URL(REDIS_URL);
  url.pathname = `/${database}`;
  return url.href;
}
