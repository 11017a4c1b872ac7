import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, closeSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { choosePort } from '../ports.mjs';
import { processMark, signalProcess, waitUntilGone } from '../process-mark.mjs';
import { postgresHome } from './postgres-home.mjs';

/**
 * Starts the PostgreSQL of one home, or takes over the one that a crashed run left behind.
 * Listens on 127.0.0.1 only, with a password, and without a socket file.
 *
 * @param {{data: string, logs: string, password: string, preferredPort: number, settings?: Record<string, string>}} options
 * @returns {Promise<{adminUrl: string, port: number, pid: number, logFile: string, notes: string[], stop: () => Promise<void>}>}
 *   adminUrl is the superuser's; `stop` returns when the server is gone.
 */
export async function startPostgres({ data: dataFolder, logs, password, preferredPort, settings = {} }) {
  const home = postgresHome(dataFolder);
  const notes = [...home.notes];
  const logFile = join(logs, 'postgres.log');
  const urlAt = (port) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;

  const left = runningServer(home.data);
  if (left && (await answers(urlAt(left.port)))) {
    notes.push(`PostgreSQL was still running on port ${left.port}: it is used again`);
    return { adminUrl: urlAt(left.port), ...left, logFile, notes, stop: () => stopPostgres(left.pid) };
  }
  if (left) await stopPostgres(left.pid);

  if (!existsSync(join(home.data, 'PG_VERSION'))) initialise(home, password);
  const port = await choosePort(preferredPort);
  if (port !== preferredPort) notes.push(`port ${preferredPort} is taken: PostgreSQL uses ${port}`);
  const pid = launch(home, port, logFile, settings);
  await waitUntilAnswering(urlAt(port), pid, logFile);
  return { adminUrl: urlAt(port), port, pid, logFile, notes, stop: () => stopPostgres(pid) };
}

/** Stops the PostgreSQL that runs on the data of this home, if one does (left by a crash). */
export async function stopLeftPostgres(dataFolder) {
  const left = runningServer(postgresHome(dataFolder).data);
  if (left) await stopPostgres(left.pid);
}

function initialise(home, password) {
  const folder = mkdtempSync(join(tmpdir(), 'datalab-initdb-'));
  const passwordFile = join(folder, 'password');
  try {
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (home.as.uid !== undefined) for (const path of [folder, passwordFile]) chownSync(path, home.as.uid, home.as.gid);
    // The builtin locale sorts the same on every machine; the one of the C library changes with its version.
    const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8'];
    const access = ['--username=postgres', `--pwfile=${passwordFile}`, '--auth=scram-sha-256'];
    const done = spawnSync(join(home.bin, 'initdb'), ['-D', home.data, ...locale, ...access], {
      ...home.as,
      cwd: '/',
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'C.UTF-8', HOME: '/' },
    });
    if (done.status !== 0) throw new Error(`initdb failed: ${done.error?.message ?? done.stderr}`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function launch(home, port, logFile, settings) {
  const all = {
    listen_addresses: '127.0.0.1',
    port: String(port),
    unix_socket_directories: '',
    max_connections: '200',
    shared_buffers: '256MB',
    ...settings,
  };
  const log = openSync(logFile, 'a');
  const child = spawn(
    join(home.bin, 'postgres'),
    ['-D', home.data, ...Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    { ...home.as, cwd: '/', detached: true, stdio: ['ignore', log, log], env: { ...process.env, LC_ALL: 'C.UTF-8' } },
  );
  closeSync(log);
  child.unref();
  // A failed start is seen below, as a process that is gone.
  child.on('error', (error) => writeFileSync(logFile, `${error.message}\n`, { flag: 'a' }));
  return child.pid;
}

async function waitUntilAnswering(url, pid, logFile) {
  const until = Date.now() + 60_000;
  while (!(await answers(url))) {
    if (!pid || !processMark(pid) || Date.now() > until) {
      if (pid) await stopPostgres(pid);
      throw new Error(`PostgreSQL did not start:\n${readFileSync(logFile, 'utf8').split('\n').slice(-15).join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function answers(connectionString) {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on('error', () => {}); // A server that goes down while we ask is an answer too.
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    // 28P01: another secret than the one these data were made with.
    if (error.code === '28P01')
      throw new Error('These data were made with another password: start over with --fresh', { cause: error });
    return false;
  } finally {
    await client.end().catch(() => {}); // Not connected: nothing to end.
  }
}

/** Reads postmaster.pid, and believes it only when that process runs on these data. */
function runningServer(data) {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!processMark(pid)) return undefined;
  const cmdline = `/proc/${pid}/cmdline`;
  if (existsSync(cmdline) && !readFileSync(cmdline, 'utf8').split('\0').includes(data)) return undefined;
  return { pid, port };
}

/** Fast shutdown (open transactions are rolled back), then immediate, which the next start recovers from. */
async function stopPostgres(pid) {
  signalProcess(pid, 'SIGINT');
  if (await waitUntilGone(pid, 15_000)) return;
  signalProcess(pid, 'SIGQUIT');
  if (!(await waitUntilGone(pid, 5_000))) throw new Error(`PostgreSQL (process ${pid}) does not stop`);
}
