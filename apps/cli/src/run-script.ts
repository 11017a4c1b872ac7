import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs a script of `infra/test`, which may bring up the servers of the tests as no library may, and gives its exit code; a Ctrl-C reaches it. */
export function runScript(name: string, ...args: string[]): Promise<number> {
  const script = fileURLToPath(new URL(`../../../infra/test/${name}`, import.meta.url));
  const child = spawn(process.execPath, [script, ...args], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
