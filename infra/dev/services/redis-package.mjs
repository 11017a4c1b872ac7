import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How to run a Redis server on this machine: the one on PATH, else Debian's packages unpacked (not installed, so without
 * root) into the cache. Throws with the one thing to install where neither is possible.
 *
 * @param {string} cache folder that survives `--fresh`
 * @param {(text: string) => void} say told when something is downloaded
 * @returns {{command: string, env: Record<string, string>}}
 */
export function redisServer(cache, say) {
  if (spawnSync('redis-server', ['--version']).status === 0) return { command: 'redis-server', env: {} };
  const unpacked = join(cache, 'redis');
  if (!existsSync(join(unpacked, 'usr', 'bin', 'redis-server'))) {
    if (spawnSync('apt-get', ['--version']).status !== 0) throw new Error(whatToInstall());
    say('Redis is not installed: unpacking the packages of Debian (once) …');
    unpack(unpacked);
  }
  return { command: join(unpacked, 'usr', 'bin', 'redis-server'), env: { LD_LIBRARY_PATH: libraryFolders(unpacked) } };
}

function whatToInstall() {
  const how = process.platform === 'darwin' ? '`brew install redis`' : 'the package redis-server of your distribution';
  return `There is no redis-server on the PATH. Install ${how}, or set REDIS_URL, and start again.`;
}

/** apt with its lists and archives in a folder of ours; which packages the machine has already, it reads from the system. */
function unpack(target) {
  const work = `${target}.download`;
  rmSync(work, { recursive: true, force: true });
  const folders = { lists: join(work, 'lists'), cache: join(work, 'cache'), debs: join(work, 'debs') };
  for (const folder of [join(folders.lists, 'partial'), join(folders.cache, 'archives', 'partial'), folders.debs]) {
    mkdirSync(folder, { recursive: true });
  }
  const options = [
    ['Dir::State', work],
    ['Dir::State::Lists', folders.lists],
    ['Dir::State::status', '/var/lib/dpkg/status'],
    ['Dir::Cache', folders.cache],
    ['Debug::NoLocking', '1'],
    ['APT::Sandbox::User', 'root'],
  ].flatMap(([name, value]) => ['-o', `${name}=${value}`]);
  const apt = (...args) =>
    execFileSync('apt-get', ['-qq', ...options, ...args], { cwd: folders.debs, encoding: 'utf8' });
  try {
    apt('update');
    const packages = neededPackages(apt('install', '--print-uris', '-y', '--no-install-recommends', 'redis-server'));
    apt('download', ...packages);
    const half = `${target}.half`;
    rmSync(half, { recursive: true, force: true });
    for (const deb of readdirSync(folders.debs)) execFileSync('dpkg', ['-x', join(folders.debs, deb), half]);
    rmSync(target, { recursive: true, force: true });
    execFileSync('mv', [half, target]);
  } catch (error) {
    throw new Error(`Unpacking Redis failed: ${error.stderr || error.message}\n${whatToInstall()}`, { cause: error });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/**
 * The packages to download, from what `apt-get install --print-uris` says: Redis and the libraries that the machine lacks.
 * Anything else that Debian would install around it (users, services) is not needed to run it by hand.
 */
export function neededPackages(uris) {
  return [...uris.matchAll(/^'[^']+' ([^_\s]+)_\S+\.deb /gm)]
    .map(([, name]) => name)
    .filter((name) => /^(redis-|lib|lua-)/.test(name));
}

function libraryFolders(unpacked) {
  const lib = join(unpacked, 'usr', 'lib');
  const folders = [lib, join(unpacked, 'lib')];
  for (const folder of readdirSync(lib)) if (/-linux-/.test(folder)) folders.push(join(lib, folder));
  return folders.join(':');
}
