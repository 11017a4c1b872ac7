import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEV_HOME, foldersOf } from './paths.mjs';
import { startPlatform } from './platform.mjs';
import { Progress } from './progress.mjs';
import { readRunningPlatform } from './running-platform.mjs';
import { removePostgresData } from './services/postgres-home.mjs';
import { stopLeftPostgres } from './services/postgres.mjs';
import { stopLeftRedis } from './services/redis.mjs';

const HOME = join(DEV_HOME, 'verify');
/** Told by the environment to `npm start`, but never meant for what tries things out: that would write in somebody's real database. */
const REAL_PARTS =
  /^(DATABASE_.*|REDIS_URL|OIDC_.*|PUBLIC_URL|PORT|WORKER_PORT|SESSION_SECRET|SNAPSHOT_DIR|SNAPSHOT_KEY_DIR|NOISE_SECRET|UPLOAD_DIR|SEALING_.*|WORKER_MASTER_KEY|SOURCE_KEY_DIR|CALLER_TOKEN_.*|KEYSERVICE_.*|KEY_HOLDERS)$/;

/** An environment without what says where somebody's own parts are. */
export const withoutRealParts = (env) =>
  Object.fromEntries(Object.entries(env).filter(([name]) => !REAL_PARTS.test(name)));

/**
 * A platform of this process alone, beside the one that may run, empty but for the installed demo: its lab has members and datasets, and nobody has
 * said or delivered anything yet.
 *
 * @returns {Promise<{environment: Record<string, string>, stop: () => Promise<void>}>} environment: where it is reached, and as whom
 */
export async function startOwnPlatform() {
  const folders = foldersOf(HOME);
  if (readRunningPlatform(folders.run)) throw new Error('Another datalab verify runs in this checkout.');
  await stopLeftRedis(folders.run);
  await stopLeftPostgres(folders.data);
  removePostgresData(folders.data);
  rmSync(folders.data, { recursive: true, force: true });
  const abort = new AbortController();
  const onSignal = () => abort.abort();
  for (const signal of SIGNALS) process.on(signal, onSignal);
  try {
    const { environment, stop } = await startPlatform({
      home: HOME,
      progress: new Progress(),
      signal: abort.signal,
      env: { ...withoutRealParts(process.env), KEY_HOLDERS: '1' },
      preferredPorts: { api: 4500, identity: 4510, worker: 4520, keyservice: 4530, postgres: 54459, redis: 56499 },
      database: 'datalab_verify',
      demo: 'installed',
    });
    const { PUBLIC_URL, IDP_ACCOUNTS_FILE } = environment;
    return { environment: { PUBLIC_URL, IDP_ACCOUNTS_FILE }, stop };
  } finally {
    for (const signal of SIGNALS) process.off(signal, onSignal);
  }
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
