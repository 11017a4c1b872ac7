import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { ROOT, TEST_HOME } from '../dev/paths.mjs';
import { runCommand } from '../dev/run-command.mjs';
import { jestSummaries, jestSummary } from './jest-summary.mjs';

const JEST = ['--experimental-vm-modules', '--no-warnings', join(ROOT, 'node_modules', '.bin', 'jest')];
/** A Jest that has reported and still hangs was left with something open by a test. */
const GRACE = 15_000;

const SEQUENCE = join(import.meta.dirname, 'longest-first.mjs');
/** Two stories at a time on their one platform, which waits for its worker; the rest may use every core. */
const workersFor = (kinds) => (kinds.some((kind) => kind in STORIES) ? 2 : availableParallelism());
/** What a story waits for has its own patience; this ends what hangs, also where other stories and the machine are slow. */
const STORY_TIMEOUT = 900_000;
/** The files of the two kinds of story, by their names. */
const STORIES = {
  browser: (file) => file.includes('/browser/'),
  'end-to-end': (file) => !file.includes('/browser/'),
};

/** The test files of one kind (a Jest project of jest.config.mjs) that these arguments select. */
export async function listTests(kind, args, signal) {
  const list = [...JEST, ...args, '--selectProjects', kind, '--listTests', '--json'];
  const { code, output } = await runCommand(process.execPath, list, { cwd: ROOT, env: process.env, signal });
  const json = output.split('\n').find((line) => line.startsWith('['));
  if (code !== 0 || !json) throw new Error(`Jest cannot list the ${kind} tests:\n${output}`);
  return JSON.parse(json);
}

/**
 * Runs the tests of one kind, or of both kinds of story.
 *
 * @returns {Promise<Record<string, import('./suites.mjs').Outcome>>} by kind
 */
export async function runJest(kinds, args, environment, signal) {
  const folder = join(TEST_HOME, 'results');
  const outputFile = join(folder, `${kinds.join('-')}.json`);
  mkdirSync(folder, { recursive: true });
  rmSync(outputFile, { force: true });
  const hang = new AbortController();
  const watch = setInterval(() => {
    if (!existsSync(outputFile)) return;
    clearInterval(watch);
    setTimeout(() => hang.abort(), GRACE).unref();
  }, 500);
  const command = [...JEST, ...args, '--selectProjects', ...kinds, '--maxWorkers', String(workersFor(kinds))];
  command.push('--testSequencer', SEQUENCE, '--json', '--outputFile', outputFile);
  if (kinds.some((kind) => kind in STORIES)) command.push('--testTimeout', String(STORY_TIMEOUT));
  let result;
  try {
    result = await runCommand(process.execPath, command, {
      cwd: ROOT,
      env: { ...process.env, ...environment },
      signal: AbortSignal.any([signal, hang.signal]),
    });
  } catch (error) {
    if (signal.aborted || !hang.signal.aborted) throw error;
    result = {
      code: 1,
      output: `Jest reported its results and did not end: a test of ${kinds.join(' or ')} left something open.`,
    };
  } finally {
    clearInterval(watch);
  }
  const json = existsSync(outputFile) ? JSON.parse(readFileSync(outputFile, 'utf8')) : undefined;
  const output = withoutJson(result.output);
  const counts =
    kinds.length === 1
      ? { [kinds[0]]: jestSummary(json, result.code) }
      : jestSummaries(json, result.code, Object.fromEntries(kinds.map((kind) => [kind, STORIES[kind]])));
  return Object.fromEntries(kinds.map((kind) => [kind, { ...counts[kind], output }]));
}

/** With --json Jest also prints the whole report; what a person reads is the rest. */
function withoutJson(output) {
  return output
    .split('\n')
    .filter((line) => !line.startsWith('{"numFailedTestSuites"'))
    .join('\n');
}
