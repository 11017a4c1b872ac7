import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';
import { runCommand } from './run-command.mjs';

const WEB = join(ROOT, 'apps', 'web');
const NOT_SOURCE = new Set(['node_modules', 'dist', 'coverage']);

/** Where the api finds the built web. */
export const WEB_DIR = join(WEB, 'dist');

/**
 * Builds the web when something it is made from has changed since the last build; returns whether it did.
 *
 * @param {AbortSignal} [signal]
 */
export async function buildWeb(signal) {
  const stamp = join(CACHE, 'web-build');
  const hash = hashOf([WEB, ...pureLibraries(), join(ROOT, 'package-lock.json'), join(ROOT, 'tsconfig.web.json')]);
  const built = existsSync(join(WEB_DIR, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hash;
  if (built) return false;
  // Elsewhere first: another platform of this checkout may be serving the one that is there.
  const fresh = join(CACHE, `web-${process.pid}`);
  const vite = [join(ROOT, 'node_modules', '.bin', 'vite'), 'build', '--config', join(WEB, 'vite.config.ts')];
  const { code, output } = await runCommand(process.execPath, [...vite, '--outDir', fresh, '--emptyOutDir'], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: 'production' },
    signal,
  });
  if (code !== 0) throw new Error(`Building the web failed:\n${output}`);
  rmSync(WEB_DIR, { recursive: true, force: true });
  renameSync(fresh, WEB_DIR);
  writeFileSync(stamp, hash);
  return true;
}

/** The libraries that the web may import, as their tags say; which of them it does import does not matter much. */
function pureLibraries() {
  return readdirSync(join(ROOT, 'libs'))
    .map((name) => join(ROOT, 'libs', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .filter((folder) => {
      const { nx } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
      return nx?.tags?.includes('scope:pure');
    });
}

/** One digest of the names and contents of files and folders, except tests and what builds make. */
export function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of filesIn(path))
      hash
        .update(`${relative(ROOT, file)}\0`)
        .update(readFileSync(file))
        .update('\0');
  }
  return hash.digest('hex');
}

function* filesIn(path) {
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch (error) {
    if (error.code !== 'ENOTDIR') throw error;
    yield path;
    return;
  }
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    if (NOT_SOURCE.has(entry.name) || /\.spec\.tsx?$/.test(entry.name)) continue;
    if (entry.isDirectory()) yield* filesIn(join(path, entry.name));
    else if (entry.isFile()) yield join(path, entry.name);
  }
}
