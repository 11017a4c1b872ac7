import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { TEST_HOME } from '../dev/paths.mjs';
import { runJest } from './jest-suite.mjs';

/**
 * Runs the database specs whose path matches, and gives what they wrote down themselves beside what Jest says.
 *
 * @param {import('./test-bed.mjs').TestBed} bed
 * @param {{pattern: string, report: string, environment?: Record<string, string>}} which `report` names the variable that tells the specs where to write
 * @returns {Promise<{written: object | undefined, tests: {passed: number, failed: number, output: string}}>} nothing written where they came to no end
 */
export async function runDatabaseSpecs(bed, { pattern, report, environment = {} }) {
  const { adminUrl, redisUrl } = await bed.services();
  const folder = join(TEST_HOME, 'results');
  const file = join(folder, `${report.toLowerCase().replaceAll('_', '-')}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  const { database: tests } = await runJest(
    ['database'],
    ['--testPathPatterns', pattern],
    { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_REDIS_URL: redisUrl, [report]: file, ...environment },
    bed.signal,
  );
  if (tests.failed > 0) console.log(tests.output);
  return { written: existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined, tests };
}
