import { spawn } from 'node:child_process';
import { typescriptArguments, TYPESCRIPT_ENV } from './part.mjs';
import { DEV_HOME, foldersOf } from './paths.mjs';
import { startOwnPlatform } from './own-platform.mjs';
import { readRunningPlatform } from './running-platform.mjs';
import { startScratchDatabase } from './scratch.mjs';

/** Commands that measure or try to break what they are given: they get a database of their own. */
const NEED_SCRATCH = ['bench intake', 'bench access', 'bench tables', 'verify intake', 'verify lab'];

/**
 * Runs the command-line tool and returns its exit code. When `npm start` runs, the tool is told where everything is;
 * what the caller's own environment says wins.
 */
export async function runCli(args) {
  const command = args.slice(0, 2).join(' ');
  const own = [];
  try {
    // The replay of a lab needs everything that runs, the walks a database alone.
    const part = command === 'verify lab' ? partIn(args) : undefined;
    if (NEED_SCRATCH.includes(command) && part !== 'zaanstad') own.push(await startScratchDatabase());
    if (command === 'verify lab' && part !== 'walks') own.push(await startOwnPlatform());
    const running = own.length > 0 ? undefined : readRunningPlatform(foldersOf(DEV_HOME).run);
    const theirs = Object.assign({}, ...own.map(({ environment }) => environment));
    return await runProcess(args, { ...running?.environment, ...process.env, ...theirs });
  } finally {
    for (const one of own.reverse()) await one.stop();
  }
}

/** What stands after `--part`, in either form; undefined is all parts. */
function partIn(args) {
  const at = args.findIndex((arg) => arg === '--part' || arg.startsWith('--part='));
  return at < 0 ? undefined : (args[at].split('=')[1] ?? args[at + 1]);
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
