import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the checkout. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Downloads that every home shares: they depend on the machine, not on the data. */
export const CACHE = join(ROOT, '.datalab', 'cache');

/** Where `npm start` keeps everything it makes. */
export const DEV_HOME = join(ROOT, '.datalab');

/** Where `npm test` keeps everything it makes, so that it never touches what the developer sees. */
export const TEST_HOME = join(ROOT, '.datalab', 'test');

/**
 * The folders of one home (a home is one complete platform: its data, its secrets, its run state).
 * Creates them.
 */
export function foldersOf(home) {
  const folders = { home, run: join(home, 'run'), logs: join(home, 'run', 'logs'), data: join(home, 'data') };
  for (const folder of Object.values(folders)) mkdirSync(folder, { recursive: true });
  return { ...folders, secrets: join(home, 'secrets.json') };
}
