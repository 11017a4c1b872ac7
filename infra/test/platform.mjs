import { join } from 'node:path';
import { withoutRealParts } from '../dev/own-platform.mjs';
import { startPlatform } from '../dev/platform.mjs';
import { foldersOf, TEST_HOME } from '../dev/paths.mjs';
import { dropDatabase } from '../dev/services/provision.mjs';

const DATABASE = 'datalab_e2e';
/** Of its key holder. That two work together is shown by tests of the key service, which take less time than a demo by two. */
const KEY_DATABASES = [`${DATABASE}_keys_1`];
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
  for (const database of [DATABASE, ...KEY_DATABASES]) await dropDatabase({ adminUrl: services.adminUrl, database });
  const platform = await startPlatform({
    home: TEST_HOME,
    progress,
    signal,
    env: {
      ...withoutRealParts(process.env),
      KEY_HOLDERS: String(KEY_DATABASES.length),
    },
    preferredPorts: { api: 4400, identity: 4410, worker: 4420, keyservice: 4430 },
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
      E2E_DATABASE_ADMIN_URL: services.adminUrl,
      E2E_REDIS_URL: `${services.redisUrl}/1`,
      E2E_LOGS: foldersOf(TEST_HOME).logs,
      E2E_UPLOAD_DIR: platform.environment.UPLOAD_DIR,
      E2E_SNAPSHOT_DIR: platform.environment.SNAPSHOT_DIR,
      E2E_SOURCE_KEY_DIR: platform.environment.SOURCE_KEY_DIR,
      E2E_WORKER_MASTER_KEY: platform.environment.WORKER_MASTER_KEY,
      E2E_KEY_HOLDERS: JSON.stringify(platform.holders),
      E2E_CALLER_KEYS: join(foldersOf(TEST_HOME).data, 'caller-keys.json'),
    },
    stop: platform.stop,
  };
}
