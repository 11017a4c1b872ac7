import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
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
import { runJest } from './jest-suite.mjs';
import { TestBed } from './test-bed.mjs';

/**
 * `datalab verify access`: tries the whole access matrix, each wall alone, and what may leak, on a PostgreSQL of its own. Prints the cells that were
 * tried and the wrong ones; the last line is `N passed, N failed`, with the other tests of access counted as one cell each. Returns the exit code.
 */
async function verifyAccess() {
  refuseProduction('datalab verify access and its generated secrets');
  const { run } = foldersOf(TEST_HOME);
  if (readRunningPlatform(run)) {
    console.error('npm test runs in this checkout: wait until it has ended.');
    return 1;
  }
  await stopLeftParts(run);
  writeRunningPlatform(run, { runner: processMark(process.pid), parts: [] });
  const abort = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => abort.abort());
  const bed = new TestBed({ progress: new Progress(), signal: abort.signal });
  const resultFile = join(TEST_HOME, 'results', 'access-matrix.json');
  try {
    const { adminUrl, redisUrl } = await bed.services();
    mkdirSync(join(TEST_HOME, 'results'), { recursive: true });
    rmSync(resultFile, { force: true });
    const tests = await runJest(
      'database',
      ['--testPathPatterns', 'apps/api/src/access-matrix'],
      { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_REDIS_URL: redisUrl, ACCESS_MATRIX_RESULT: resultFile },
      abort.signal,
    );
    return report(existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : undefined, tests);
  } finally {
    await bed.stop();
    forgetRunningPlatform(run);
  }
}

function report(matrix, tests) {
  if (tests.failed > 0) console.log(tests.output);
  if (matrix === undefined) {
    console.log('The matrix was not tried.\n0 passed, 1 failed');
    return 1;
  }
  const { tried, wrong, withoutControl, actors } = matrix;
  console.log(`${tried} cells tried as ${actors} people; ${wrong.length} wrong`);
  for (const { what, actor, expected, observed } of wrong)
    console.log(`  ${what} as ${actor}: expected ${expected}, was ${observed}`);
  for (const what of withoutControl) console.log(`  ${what}: nobody got it, so the refusals prove nothing`);
  console.log(`${tests.passed} of ${tests.passed + tests.failed} tests of the walls and of leaks hold`);
  // The matrix is one of these tests; its failure shows in its cells.
  const matrixFailed = wrong.length + withoutControl.length;
  const otherFailed = Math.max(0, tests.failed - (matrixFailed > 0 ? 1 : 0));
  const failed = matrixFailed + otherFailed;
  console.log(`${tried - wrong.length + tests.passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exit(await verifyAccess());
