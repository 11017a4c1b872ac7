import { foldersOf, TEST_HOME } from '../dev/paths.mjs';
import { processMark } from '../dev/process-mark.mjs';
import { Progress } from '../dev/progress.mjs';
import {
  forgetRunningPlatform,
  readRunningPlatform,
  stopLeftParts,
  writeRunningPlatform,
} from '../dev/running-platform.mjs';
import { refuseProduction } from '../dev/secrets.mjs';
import { TestBed } from './test-bed.mjs';

/**
 * Gives the work a bed of its own and takes it down whatever happens, a Ctrl-C included. One at a time in a checkout: a second gets exit code 1.
 *
 * @param {string} what names the command where it is refused
 * @param {(bed: TestBed) => Promise<number>} work gives the exit code
 */
export async function withTestBed(what, work) {
  refuseProduction(`${what} and its generated secrets`);
  const { run } = foldersOf(TEST_HOME);
  if (readRunningPlatform(run)) {
    console.error('Another npm test or datalab verify runs in this checkout: wait until it has ended.');
    return 1;
  }
  await stopLeftParts(run);
  writeRunningPlatform(run, { runner: processMark(process.pid), parts: [] });
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => abort.abort());
  const bed = new TestBed({ progress: new Progress(), signal: abort.signal });
  try {
    return await work(bed);
  } finally {
    await bed.stop();
    forgetRunningPlatform(run);
  }
}
