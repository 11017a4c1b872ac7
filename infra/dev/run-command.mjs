import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/**
 * Runs a command to its end and returns its exit code with everything it said.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{cwd: string, env: Record<string, string | undefined>, signal?: AbortSignal, onLine?: (line: string) => void}} options
 *   signal: ends the command, and the call with an AbortError; onLine: told every line of standard output as it comes
 * @returns {Promise<{code: number, output: string}>}
 */
export async function runCommand(command, args, { cwd, env, signal, onLine }) {
  signal?.throwIfAborted();
  // A group of its own: Ctrl-C must not reach it besides us, and what it starts must go with it.
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const abort = () => killGroup(child.pid);
  signal?.addEventListener('abort', abort, { once: true });
  let output = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (output += chunk));
  if (onLine) createInterface({ input: child.stdout }).on('line', onLine);
  try {
    const code = await new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (exitCode, killedBy) => resolve(killedBy ? 1 : exitCode));
    });
    signal?.throwIfAborted();
    return { code, output };
  } finally {
    signal?.removeEventListener('abort', abort);
  }
}

function killGroup(pid) {
  if (!pid) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}
