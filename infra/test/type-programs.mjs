import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ROOT } from '../dev/paths.mjs';

/**
 * Projects with the same compiler options as one program each: most of the work of a check is reading what a project
 * imports, and the projects import each other's sources. What is declared globally would be seen by all of one program;
 * only the web app declares anything, and it is alone.
 *
 * @param {readonly string[]} folders with a `tsconfig.json`; a `tsconfig.spec.json` beside it is a project of its own
 * @param {string} target where the configurations of the programs are written, emptied first
 * @returns {string[]} the paths of those
 */
export function writeTypePrograms(folders, target, root = ROOT) {
  const programs = new Map();
  for (const path of folders.flatMap((folder) => configsIn(join(root, folder)))) {
    const { compilerOptions, include, exclude } = readConfig(path);
    const options = Object.entries(compilerOptions).sort(([one], [other]) => one.localeCompare(other));
    // What may not see Node is checked alone: the specs of a neighbour would bring the types of Node along.
    const key = JSON.stringify([options, compilerOptions.types?.length === 0 ? path : '']);
    const program = programs.get(key) ?? { compilerOptions, include: [], exclude: [] };
    const absolute = (pattern) => resolve(dirname(path), pattern);
    program.include.push(...include.map(absolute));
    program.exclude.push(...exclude.map(absolute));
    programs.set(key, program);
  }
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  return [...programs.values()].map((program, i) => {
    const path = join(target, `tsconfig.${i}.json`);
    writeFileSync(path, JSON.stringify(program));
    return path;
  });
}

function configsIn(folder) {
  const own = readdirSync(folder).filter((name) => /^tsconfig\..+\.json$/.test(name));
  return ['tsconfig.json', ...own].map((name) => join(folder, name));
}

/** As the compiler reads it: options add up along `extends`, lists of files are replaced. */
function readConfig(path) {
  if (!existsSync(path)) throw new Error(`A project without ${path} is checked by nobody.`);
  const { extends: base, compilerOptions = {}, include, exclude } = JSON.parse(readFileSync(path, 'utf8'));
  const above = base === undefined ? { compilerOptions: {} } : readConfig(resolve(dirname(path), base));
  return {
    compilerOptions: { ...above.compilerOptions, ...compilerOptions },
    include: include ?? above.include,
    exclude: exclude ?? above.exclude ?? [],
  };
}

/**
 * The files that the compiler found wrong, from what it prints without colours.
 *
 * @param {string} output
 * @returns {string[]} relative to the folder in which it ran
 */
export function filesWithTypeErrors(output) {
  return output.split('\n').flatMap((line) => /^(\S.*?)\(\d+,\d+\): error TS\d+:/.exec(line)?.[1] ?? []);
}
