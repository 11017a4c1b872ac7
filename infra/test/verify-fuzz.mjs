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

const [rounds = '20', seed = '1'] = process.argv.slice(2);

/**
 * `datalab verify disclosure --part fuzz`: asks every query, mutation and file with made arguments, as everybody in turn, on a PostgreSQL of its own, and
 * looks for what was planted in every answer, header, file, error and line of the log. The last line is `N passed, N failed`. Returns the exit code.
 */
async function verifyFuzz() {
  refuseProduction('datalab verify disclosure and its generated secrets');
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
  const resultFile = join(TEST_HOME, 'results', 'fuzz.json');
  try {
    const { adminUrl, redisUrl } = await bed.services();
    mkdirSync(join(TEST_HOME, 'results'), { recursive: true });
    rmSync(resultFile, { force: true });
    const tests = await runJest(
      'database',
      ['--testPathPatterns', 'apps/api/src/access-matrix/fuzz'],
      {
        TEST_DATABASE_ADMIN_URL: adminUrl,
        TEST_REDIS_URL: redisUrl,
        FUZZ_RESULT: resultFile,
        FUZZ_ROUNDS: rounds,
        FUZZ_SEED: seed,
      },
      abort.signal,
    );
    return report(existsSync(resultFile) ? JSON.parse(readFileSync(resultFile, 'utf8')) : undefined, tests);
  } finally {
    await bed.stop();
    forgetRunningPlatform(run);
  }
}

function report(fuzz, tests) {
  if (tests.failed > 0) console.log(tests.output);
  if (fuzz === undefined) {
    console.log('Nothing was asked.\n0 passed, 1 failed');
    return 1;
  }
  const { asked, answered, found } = fuzz;
  console.log(`${asked} questions with made arguments, ${answered} of them answered with something`);
  for (const { what, where, actor } of found) console.log(`  ${what} in ${where} as ${actor}`);
  const failed = found.length + (found.length === 0 ? tests.failed : 0);
  console.log(`${asked - found.length} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exit(await verifyFuzz());
