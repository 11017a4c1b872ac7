import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Brings up the servers of the tests, which no library may do. */
const SCRIPT = fileURLToPath(new URL('../../../../infra/test/verify-fuzz.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

/** Asks the whole schema with made arguments, so many rounds from one seed; prints what was found, and gives the exit code. */
export function runFuzz(rounds: number, seed: number): Promise<number> {
  const child = spawn(process.execPath, [SCRIPT, String(rounds), String(seed)], { cwd: ROOT, stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code) => resolve(code ?? 1));
  });
}
