import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The packages that the lock file wants and npm did not install in that version: empty means node_modules is as the lock says.
 * Optional packages may be absent (they belong to other platforms), but not outdated.
 *
 * @param {Record<string, {version?: string, optional?: boolean, devOptional?: boolean, link?: boolean}>} wanted `packages` of package-lock.json
 * @param {Record<string, {version?: string}>} installed `packages` of node_modules/.package-lock.json, which npm writes last
 * @returns {string[]} paths such as `node_modules/pg`
 */
export function outdatedPackages(wanted, installed) {
  return Object.entries(wanted)
    .filter(([path, want]) => {
      if (!path.includes('node_modules/')) return false;
      const have = installed[path];
      if (!have) return !(want.optional || want.devOptional);
      return !want.link && have.version !== want.version;
    })
    .map(([path]) => path);
}

/**
 * Why `npm ci` is needed, in words for the terminal, or undefined when nothing is missing.
 * npm's own record is compared instead of a stamp of ours, so that a developer's `npm ci` is not repeated.
 */
export function reasonToInstall(root) {
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  let installed;
  try {
    installed = JSON.parse(readFileSync(join(root, 'node_modules', '.package-lock.json'), 'utf8')).packages;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return 'node_modules is missing';
  }
  const outdated = outdatedPackages(wanted, installed);
  if (outdated.length === 0) return undefined;
  return `${outdated.length} packages differ from package-lock.json, ${outdated[0]} for one`;
}
