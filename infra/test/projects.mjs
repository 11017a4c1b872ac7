import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../dev/paths.mjs';

/**
 * Every folder that counts as one in the checks: the projects (`libs/domain`, `apps/api`) and `infra`, which is none of Nx's.
 *
 * @returns {string[]} relative to the root, with forward slashes
 */
export function checkedFolders(root = ROOT) {
  const projects = ['apps', 'libs'].flatMap((kind) =>
    readdirSync(join(root, kind))
      .filter((name) => existsSync(join(root, kind, name, 'package.json')))
      .map((name) => `${kind}/${name}`),
  );
  return [...projects, 'infra'];
}

/**
 * One count per folder, from the files in which something is wrong. What is wrong outside all folders (a configuration at the
 * root), or was not told of a file at all, is one failure more: nothing that failed may count as passed.
 *
 * @param {readonly string[]} folders
 * @param {readonly string[]} wrong paths relative to the root
 * @param {boolean} ok whether the command said that all is well
 * @returns {{passed: number, failed: number}}
 */
export function countPerFolder(folders, wrong, ok) {
  const folderOf = (path) => folders.find((folder) => path.startsWith(`${folder}/`)) ?? 'elsewhere';
  const found = new Set(wrong.map((path) => folderOf(path.replaceAll('\\', '/'))));
  const passed = folders.filter((folder) => !found.has(folder)).length;
  return { passed, failed: Math.max(found.size, ok ? 0 : 1) };
}
