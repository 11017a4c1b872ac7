import { spawn } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { CACHE } from '../paths.mjs';
import { choosePort } from '../ports.mjs';
import { processMark, signalProcess, waitUntilGone } from '../process-mark.mjs';
import { writePrivate } from '../secrets.mjs';
import { redisServer } from './redis-package.mjs';

/**
 * Starts the Redis of one home, or takes over the one that a crashed run left behind. It listens on 127.0.0.1 only, wants a
 * password, never evicts (a queue must not lose jobs silently) and writes nothing to disk: the database can refill it.
 *
 * @param {{run: string, logs: string, password: string, preferredPort: number, say: (text: string) => void}} options
 * @returns {Promise<{url: string, port: number, pid: number, logFile: string, notes: string[], stop: () => Promise<void>}>}
 */
export async function startRedis({ run, logs, password, preferredPort, say }) {
  const stateFile = join(run, 'redis.json');
  const logFile = join(logs, 'redis.log');
  const notes = [];
  const result = (port, pid) => ({
    url: `redis://:${password}@127.0.0.1:${port}`,
    port,
    pid,
    logFile,
    notes,
    stop: () => stopRedis(pid, stateFile),
  });

  const left = runningRedis(stateFile);
  if (left && (await answers(left.port, password))) {
    notes.push(`Redis was still running on port ${left.port}: it is used again`);
    return result(left.port, left.pid);
  }
  if (left) await stopRedis(left.pid, stateFile);

  const { command, env } = redisServer(CACHE, say);
  mkdirSync(run, { recursive: true });
  const port = await choosePort(preferredPort);
  if (port !== preferredPort) notes.push(`port ${preferredPort} is taken: Redis uses ${port}`);
  const configuration = join(run, 'redis.conf');
  // In a file, because the arguments of a process can be read by every user of the machine.
  writePrivate(
    configuration,
    [
      `port ${port}`,
      'bind 127.0.0.1',
      `requirepass ${password}`,
      'maxmemory-policy noeviction',
      'appendonly no',
      'save ""',
      `dir "${run}"`,
    ].join('\n'),
  );
  const log = openSync(logFile, 'a');
  const child = spawn(command, [configuration], {
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...process.env, ...env },
  });
  closeSync(log);
  child.unref();
  let failure;
  child.on('error', (error) => (failure = error));

  const until = Date.now() + 20_000;
  while (!(await answers(port, password))) {
    if (failure || !processMark(child.pid) || Date.now() > until) {
      throw new Error(`Redis did not start: ${failure?.message ?? readFileSync(logFile, 'utf8').slice(-1500)}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  writePrivate(stateFile, JSON.stringify({ pid: child.pid, mark: processMark(child.pid), port }));
  return result(port, child.pid);
}

/** Stops the Redis of this home, if a crash left one running. */
export async function stopLeftRedis(run) {
  const stateFile = join(run, 'redis.json');
  const left = runningRedis(stateFile);
  if (left) await stopRedis(left.pid, stateFile);
}

function runningRedis(stateFile) {
  if (!existsSync(stateFile)) return undefined;
  const state = JSON.parse(readFileSync(stateFile, 'utf8'));
  return processMark(state.pid) === state.mark ? state : undefined;
}

async function stopRedis(pid, stateFile) {
  signalProcess(pid, 'SIGTERM');
  if (!(await waitUntilGone(pid, 10_000))) {
    signalProcess(pid, 'SIGKILL');
    await waitUntilGone(pid, 5_000);
  }
  rmSync(stateFile, { force: true });
}

/** AUTH and PING in Redis' own protocol: a client library would reconnect and complain where we only want to know. */
function answers(port, password) {
  return new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1', timeout: 2000 });
    let reply = '';
    const done = (answer) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('connect', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    socket.on('data', (chunk) => {
      reply += chunk;
      if (reply.includes('+PONG')) done(true);
      else if (reply.includes('-')) done(false);
    });
    socket.on('timeout', () => done(false));
    socket.on('error', () => done(false));
    socket.on('close', () => done(false));
  });
}
