import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DEV_HOME, foldersOf } from './paths.mjs';
import { processMark } from './process-mark.mjs';
import { developmentSecrets } from './secrets.mjs';
import { removePostgresData } from './services/postgres-home.mjs';
import { startPostgres, stopLeftPostgres } from './services/postgres.mjs';
import { provisionDatabase } from './services/provision.mjs';

const SCRATCH = join(DEV_HOME, 'scratch');

/**
 * A fresh PostgreSQL of this process alone, with the roles of a real installation and no schema yet: for what measures or tries to break
 * things, and must touch nothing that anybody looks at. It writes as safely as in production, so that its times mean something.
 *
 * @returns {Promise<{environment: Record<string, string>, stop: () => Promise<void>}>} DATABASE_ADMIN_URL is a superuser's
 */
export async function startScratchDatabase() {
  await removeLeftBehind();
  const folders = foldersOf(join(SCRATCH, String(process.pid)));
  const secrets = developmentSecrets(folders.secrets);
  const settings = { max_wal_size: '4GB', checkpoint_timeout: '30min' };
  const server = await startPostgres({
    ...folders,
    password: secrets.postgresPassword,
    preferredPort: 54449,
    settings,
  });
  const stop = async () => {
    await server.stop();
    removeHome(folders);
  };
  try {
    const passwords = {
      owner: secrets.ownerPassword,
      operator: secrets.operatorPassword,
      api: secrets.apiPassword,
      worker: secrets.workerPassword,
    };
    const urls = await provisionDatabase({ adminUrl: server.adminUrl, database: 'scratch', passwords });
    const adminUrl = new URL(server.adminUrl);
    adminUrl.pathname = '/scratch';
    const environment = {
      DATABASE_ADMIN_URL: adminUrl.href,
      DATABASE_OWNER_URL: urls.ownerUrl,
      DATABASE_OPERATOR_URL: urls.operatorUrl,
      DATABASE_API_URL: urls.apiUrl,
      DATABASE_WORKER_URL: urls.workerUrl,
    };
    return { environment, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What runs that were killed left: their servers are stopped, their data removed. */
async function removeLeftBehind() {
  if (!existsSync(SCRATCH)) return;
  for (const entry of readdirSync(SCRATCH, { withFileTypes: true })) {
    const pid = entry.name;
    // Folders are named by the process that made them; anything else is of another version, and not ours to judge.
    if (!entry.isDirectory() || !/^\d+$/.test(pid) || processMark(Number(pid))) continue;
    const folders = foldersOf(join(SCRATCH, pid));
    await stopLeftPostgres(folders.data);
    removeHome(folders);
  }
}

function removeHome({ home, data }) {
  removePostgresData(data);
  rmSync(home, { recursive: true, force: true });
}
