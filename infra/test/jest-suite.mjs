import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, TEST_HOME } from '../dev/paths.mjs';
import { runCommand } from '../dev/run-command.mjs';
import { jestSummary } from './jest-summary.mjs';

const JEST = ['--experimental-vm-modules', '--no-warnings', join(ROOT, 'node_modules', '.bin', 'jest')];
/** A Jest that has reported and still hangs was left with something open by a test. */
const GRACE = 15_000;

/** Stories share one platform and take turns; the rest may use every core. */
const workersFor = (kind) => (['end-to-end', 'browser'].includes(kind) ? 1 : availableParallelism());

/** The test files of one kind (a Jest project of jest.config.mjs) that these arguments select. */
export async function listTests(kind, args, signal) {
  const list = [...JEST, ...args, '--selectProjects', kind, '--listTests', '--json'];
  const { code, output } = await runCommand(process.execPath, list, { cwd: ROOT, env: process.env, signal });
  const json = output.split('\n').find((line) => line.startsWith('['));
  if (code !== 0 || !json) throw new Error(`Jest cannot list the ${kind} tests:\n${output}`);
  return JSON.parse(json);
}

/**
 * Runs the tests of one kind.
 *
 * @returns {Promise<{passed: number, failed: number, skipped: number, output: string, note?: string}>}
 */
export async function runJest(kind, args, environment, signal) {
  const folder = join(TEST_HOME, 'results');
  const outputFile = join(folder, `${kind}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(outputFile, { force: true });
  const hang = new AbortController();
  const watch = setInterval(() => {
    if (!existsSync(outputFile)) return;
    clearInterval(watch);
    setTimeout(() => hang.abort(), GRACE).unref();
  }, 500);
  const command = [...JEST, ...args, '--selectProjects', kind, '--maxWorkers', String(workersFor(kind))];
  command.push('--json', '--outputFile', outputFile);
  let result;
  try {
    result = await runCommand(process.execPath, command, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      signal: AbortSignal.any([signal, hang.signal]),
    });
  } catch (error) {
    if (signal.aborted || !hang.signal.aborted) throw error;
    result = { code: 1, output: `Jest reported its results and did not end: a test of ${kind} left something open.` };
  } finally {
    clearInterval(watch);
  }
  const json = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
  return { ...jestSummary(json, result.code), output: withoutJson(result.output) };
}

/** With --json Jest also prints the whole report; what a person reads is the rest. */
function withoutJson(output) {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');
}
