import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { runScript } from '../../run-script.js';

const RESULTS = fileURLToPath(new URL('../../../../../.datalab/test/results/queue.json', import.meta.url));
const COUNTS = z.object({ numPassedTests: z.int(), numFailedTests: z.int(), startTime: z.number() });

/**
 * Takes a lab along every kind of work there is; at each the worker is killed and Redis emptied both half-way and when the work is done and not yet said
 * to be. On servers of the tests' own; `npm test` does one of the two per kind.
 */
export async function verifyKills(): Promise<{ passed: number; failed: number }> {
  const since = Date.now();
  process.env.KILLS = 'all';
  const code = await runScript('run.mjs', 'queue', '--', 'apps/worker/src/worker-killed');
  const counts = COUNTS.safeParse(JSON.parse(await readFile(RESULTS, 'utf8').catch(() => 'null')));
  // Of an earlier run, or none: then this one did not come to its end.
  if (!counts.success || counts.data.startTime < since) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests } = counts.data;
  return { passed, failed: code === 0 ? numFailedTests : Math.max(1, numFailedTests) };
}
