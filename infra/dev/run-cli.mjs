import { spawn } from 'node:child_process';
import { typescriptArguments, TYPESCRIPT_ENV } from './part.mjs';
import { DEV_HOME, foldersOf } from './paths.mjs';
import { readRunningPlatform } from './running-platform.mjs';
import { startScratchDatabase } from './scratch.mjs';

/** Commands that measure or try to break what they are given: they get a database of their own. */
const NEED_SCRATCH = ['bench intake', 'bench access', 'bench tables', 'verify intake', 'verify lab'];

/**
 * Runs the command-line tool and returns its exit code. When `npm start` runs, the tool is told where everything is;
 * what the caller's own environment says wins.
 */
export async function runCli(args) {
  const scratch = NEED_SCRATCH.includes(args.slice(0, 2).join(' ')) ? await startScratchDatabase() : undefined;
  try {
    const running = scratch ?? readRunningPlatform(foldersOf(DEV_HOME).run);
    return await runProcess(args, { ...running?.environment, ...process.env, ...scratch?.environment });
  } finally {
    await scratch?.stop();
  }
}

function runProcess(args, env) {
  const child = spawn(process.execPath, typescriptArguments('apps/cli/src/main.ts', args), {
    // npm changes to the root of the checkout; file names that the user types are meant from where the user is.
    cwd: process.env.INIT_CWD ?? process.cwd(),
    stdio: 'inherit',
    env: { ...env, ...TYPESCRIPT_ENV },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => resolve(signal ? 1 : code));
  });
}
