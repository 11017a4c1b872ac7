import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE, ROOT } from './paths.mjs';
import { processMark, signalProcess, waitUntilGone } from './process-mark.mjs';

const LOADER = import.meta.resolve('./typescript-loader.mjs');
const DIE_WITH_PARENT = import.meta.resolve('./die-with-parent.mjs');

/** The arguments with which Node runs a TypeScript file of this repository, from any working directory. */
export function typescriptArguments(script, args = []) {
  return ['--import', DIE_WITH_PARENT, '--import', LOADER, '--enable-source-maps', join(ROOT, script), ...args];
}

/** What such a process needs in its environment besides its own: where Node keeps what it made of the code, to start faster. */
export const TYPESCRIPT_ENV = { NODE_COMPILE_CACHE: join(CACHE, 'node') };

/**
 * Starts one process of the platform in a process group of its own, so that Ctrl-C reaches only the runner, which stops
 * the parts in order. Its output goes to the log file.
 *
 * @param {{name: string, script: string, env: Record<string, string>, logFile: string}} part
 * @returns {{name: string, pid: number, mark: string | undefined, logFile: string, died: Promise<string>, stop: (milliseconds?: number) => Promise<void>}}
 *   `died` resolves, in words and with the end of its log, when it ends without having been stopped
 */
export function startPart({ name, script, env, logFile }) {
  // One log per run; the one before is kept, for after a crash.
  if (existsSync(logFile)) renameSync(logFile, `${logFile}.previous`);
  const log = openSync(logFile, 'a');
  const child = spawn(process.execPath, typescriptArguments(script), {
    cwd: ROOT,
    detached: true,
    stdio: ['ignore', log, log],
    env: { ...env, ...TYPESCRIPT_ENV },
  });
  closeSync(log);
  let stopping = false;
  const died = new Promise((resolve) => {
    child.on('error', (error) => resolve(`${name} could not be started: ${error.message}`));
    child.on('exit', (code, signal) => {
      if (!stopping) resolve(`${name} stopped by itself (${signal ?? `exit code ${code}`}):\n${tailOf(logFile)}`);
    });
  });
  const stop = async (milliseconds = 8000) => {
    stopping = true;
    await stopGroup(child.pid, milliseconds);
  };
  return { name, pid: child.pid, mark: processMark(child.pid), logFile, died, stop };
}

/**
 * The same promise as a part's `died`, for a server that may have been started by an earlier run and is nobody's child.
 * Call `forget` before stopping it.
 */
export function watchServer(name, pid, logFile) {
  let every;
  const died = new Promise((resolve) => {
    every = setInterval(() => {
      if (processMark(pid)) return;
      clearInterval(every);
      resolve(`${name} stopped by itself:\n${tailOf(logFile)}`);
    }, 1000);
    every.unref();
  });
  return { died, forget: () => clearInterval(every) };
}

/** Asks a process to stop, and after the time makes its whole group stop. */
export async function stopGroup(pid, milliseconds) {
  signalProcess(pid, 'SIGTERM');
  await waitUntilGone(pid, milliseconds);
  signalProcess(-pid, 'SIGKILL');
  await waitUntilGone(pid, 5000);
}

/** The last lines of a log, for the terminal. */
export function tailOf(logFile, lines = 25) {
  return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-lines).join('\n');
}

/** Waits until the part answers 200 at the address; throws when it dies before, when it takes too long, or when aborted. */
export async function waitUntilHealthy(part, url, signal, milliseconds = 120_000) {
  const until = Date.now() + milliseconds;
  let death;
  let last;
  void part.died.then((words) => (death = words));
  for (;;) {
    signal.throwIfAborted();
    if (death) throw new Error(death);
    try {
      const response = await fetch(url, { signal: AbortSignal.timeout(3000) });
      if (response.ok) return;
      last = `${response.status} ${(await response.text()).slice(0, 500)}`;
    } catch (error) {
      last = String(error.cause ?? error);
    }
    if (Date.now() > until) throw new Error(`${part.name} is not healthy at ${url}: ${last}\n${tailOf(part.logFile)}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}
