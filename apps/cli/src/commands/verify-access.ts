import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Command } from '../command.js';

/** Brings up the servers of the tests, which no library may do. */
const SCRIPT = fileURLToPath(new URL('../../../../infra/test/verify-access.mjs', import.meta.url));
const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

export const verifyAccess: Command = {
  name: 'verify access',
  usage: '',
  summary:
    'Tries every query, mutation, event, upload and download as everybody, each wall alone, and what could leak.',
  run() {
    const child = spawn(process.execPath, [SCRIPT], { cwd: ROOT, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => child.kill(signal));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('exit', (code) => resolve(code ?? 1));
    });
  },
};
