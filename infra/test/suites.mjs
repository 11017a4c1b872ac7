import { format, lint, types } from './checks.mjs';
import { listTests, runJest } from './jest-suite.mjs';

/**
 * Every suite of `npm test`, in the order in which they run: what is quick to tell comes first.
 * Each returns its counts and what to show when something failed.
 *
 * @typedef {{passed: number, failed: number, skipped: number, output: string, note?: string}} Outcome
 * @type {Record<string, (bed: import('./test-bed.mjs').TestBed, jestArgs: string[], beside: readonly string[]) => Promise<Outcome>>}
 */
export const SUITES = {
  lint: (bed) => lint(bed.signal),
  types: (bed) => types(bed.signal),
  format: (bed) => format(bed.signal),
  unit: (bed, args) => runIfAny('unit', bed, args, async () => ({})),
  database: (bed, args) => runIfAny('database', bed, args, () => serverEnvironment(bed)),
  queue: (bed, args) => runIfAny('queue', bed, args, () => serverEnvironment(bed)),
  'end-to-end': (bed, args, beside) => stories('end-to-end', bed, args, beside),
  browser: (bed, args, beside) => stories('browser', bed, args, beside),
};

/** What runs side by side: the checks use a core or so each, and a story waits for the platform most of its time. */
export const TURNS = [['lint', 'types', 'format'], ['unit'], ['database'], ['queue'], ['end-to-end', 'browser']];

async function runIfAny(kind, bed, args, prepare) {
  if (!(await isAny(kind, bed, args))) return none('no tests');
  return (await runJest([kind], args, await prepare(), bed.signal))[kind];
}

/** Nobody narrowed them down: then there are some, which takes Jest seconds to find out. */
const isAny = async (kind, bed, args) => args.length === 0 || (await listTests(kind, args, bed.signal)).length > 0;
const none = (note, skipped = 0) => ({ passed: 0, failed: 0, skipped, output: '', note });

/** Both kinds of story share one Jest, whose two workers take turns at the files of both. */
async function stories(kind, bed, args, beside) {
  const chromium = beside.includes('browser') ? await bed.chromium() : {};
  const kinds = [];
  for (const one of beside)
    if (!(one === 'browser' && chromium.missing) && (await isAny(one, bed, args))) kinds.push(one);
  if (kind === 'browser' && chromium.missing)
    return none(`${chromium.missing} (counted per file)`, (await listTests(kind, args, bed.signal)).length);
  if (!kinds.includes(kind)) return none('no tests');
  const run = bed.once(`stories ${kinds.join()}`, async () =>
    runJest(kinds, args, { ...(await storyEnvironment(bed)), CHROMIUM_PATH: chromium.path ?? '' }, bed.signal),
  );
  const outcome = (await run)[kind];
  return kinds.length > 1 ? { ...outcome, note: `beside ${kinds.filter((one) => one !== kind).join()}` } : outcome;
}

async function serverEnvironment(bed) {
  const { adminUrl, redisUrl } = await bed.services();
  return { TEST_DATABASE_ADMIN_URL: adminUrl, TEST_REDIS_URL: redisUrl };
}

async function storyEnvironment(bed) {
  return { ...(await serverEnvironment(bed)), ...(await bed.platform()) };
}
