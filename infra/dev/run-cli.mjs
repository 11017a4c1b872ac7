import { spawn } from 'node:child_process';
import { typescriptArguments, TYPESCRIPT_ENV } from './part.mjs';
import { DEV_HOME, foldersOf } from './paths.mjs';
import { readRunningPlatform } from './running-platform.mjs';

/**
 * Runs the command-line tool and returns its exit code. When `npm start` runs, the tool is told where everything is;
 * what the caller's own environment says wins.
 */
export async function runCli(args) {
  const running = readRunningPlatform(foldersOf(DEV_HOME).run);
  const child = spawn(process.execPath, typescriptArguments('apps/cli/src/main.ts', args), {
    // npm changes to the root of the checkout; file names that the user types are meant from where the user is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
    env: { ...running?.environment, ...process.env, ...TYPESCRIPT_ENV },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}
