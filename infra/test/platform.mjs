import { startPlatform } from '../dev/platform.mjs';
import { TEST_HOME } from '../dev/paths.mjs';
import { dropDatabase } from '../dev/services/provision.mjs';

const DATABASE = 'datalab_e2e';
/** Told by the environment to `npm start`, but never meant for tests: they would write in somebody's real database. */
const NOT_FOR_TESTS =
  /^(DATABASE_.*|REDIS_URL|OIDC_.*|PUBLIC_URL|PORT|WORKER_PORT|SESSION_SECRET|SNAPSHOT_DIR|UPLOAD_DIR)$/;

/**
 * Starts the platform that the stories run against: as `npm start` does, beside it, on the servers of the tests and with a
 * database that is made anew.
 *
 * @param {{adminUrl: string, redisUrl: string}} services
 * @param {import('../dev/progress.mjs').Progress} progress
 * @param {AbortSignal} signal
 * @returns {Promise<{environment: Record<string, string>, stop: () => Promise<void>}>} environment: what the stories are told
 */
export async function startTestPlatform(services, progress, signal) {
  await dropDatabase({ adminUrl: services.adminUrl, database: DATABASE });
  const platform = await startPlatform({
    home: TEST_HOME,
    progress,
    signal,
    env: Object.fromEntries(Object.entries(process.env).filter(([name]) => !NOT_FOR_TESTS.test(name))),
    preferredPorts: { api: 4400, identity: 4410, worker: 4420 },
    // Another number than the queue tests use, which empty theirs.
    services: { adminUrl: services.adminUrl, redisUrl: `${services.redisUrl}/1` },
    database: DATABASE,
  });
  return {
    environment: {
      E2E_BASE_URL: platform.url,
      E2E_ACCOUNTS_FILE: platform.environment.IDP_ACCOUNTS_FILE,
      E2E_OWNER_URL: platform.environment.DATABASE_OWNER_URL,
      E2E_OPERATOR_URL: platform.environment.DATABASE_OPERATOR_URL,
      E2E_ISSUER: platform.environment.OIDC_ISSUER,
      E2E_API_CLIENT_ID: platform.environment.DEMO_API_CLIENT_ID,
      E2E_API_CLIENT_SECRET: platform.environment.DEMO_API_CLIENT_SECRET,
    },
    stop: platform.stop,
  };
}
