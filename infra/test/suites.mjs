import { format, lint, types } from './checks.mjs';
import { listTests, runJest } from './jest-suite.mjs';

/**
 * Every suite of `npm test`, in the order in which they run: what is quick to tell comes first.
 * Each returns its counts and what to show when something failed.
 *
 * @type {Record<string, (bed: import('./test-bed.mjs').TestBed, jestArgs: string[]) => Promise<{passed: number, failed: number, skipped: number, output: string, note?: string}>>}
 */
export const SUITES = {
  lint: (bed) => lint(bed.signal),
  types: (bed) => types(bed.signal),
  format: (bed) => format(bed.signal),
  unit: (bed, args) => runIfAny('unit', bed, args, async () => ({})),
  database: (bed, args) => runIfAny('database', bed, args, () => serverEnvironment(bed)),
  queue: (bed, args) => runIfAny('queue', bed, args, () => serverEnvironment(bed)),
  'end-to-end': (bed, args) => runIfAny('end-to-end', bed, args, () => storyEnvironment(bed)),
  browser: (bed, args) =>
    runIfAny('browser', bed, args, async () => {
      const chromium = await bed.chromium();
      if (chromium.missing) return { skip: chromium.missing };
      return { ...(await storyEnvironment(bed)), CHROMIUM_PATH: chromium.path };
    }),
};

async function runIfAny(kind, bed, args, prepare) {
  const files = await listTests(kind, args, bed.signal);
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0, output: '', note: 'no tests' };
  const { skip, ...environment } = await prepare();
  if (skip) return { passed: 0, failed: 0, skipped: files.length, output: '', note: `${skip} (counted per file)` };
  return runJest(kind, args, environment, bed.signal);
}

async function serverEnvironment(bed) {
  const { adminUrl, redisUrl } = await bed.services();
  return { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_REDIS_URL: redisUrl };
}

async function storyEnvironment(bed) {
  return { ...(await serverEnvironment(bed)), ...(await bed.platform()) };
}
