import { table } from '../dev/progress.mjs';

/** @typedef {{name: string, passed: number, failed: number, skipped: number, seconds: number, note?: string}} SuiteResult */

const sum = (results, field) => results.reduce((total, result) => total + result[field], 0);

/** One line per suite, for the end of a run. */
export function suiteTable(results) {
  const rows = results.map(({ name, passed, failed, skipped, seconds, note }) => [
    name,
    passed,
    failed,
    skipped,
    seconds.toFixed(1),
    note ?? '',
  ]);
  return table([['suite', 'passed', 'failed', 'skipped', 'seconds', ''], ...rows]);
}

/** The last line of a run: `N passed, N failed`, with `, N skipped` only when there are any. */
export function lastLine(results) {
  const skipped = sum(results, 'skipped');
  const line = `${sum(results, 'passed')} passed, ${sum(results, 'failed')} failed`;
  return skipped > 0 ? `${line}, ${skipped} skipped` : line;
}

/** 0 only when something ran and nothing failed. */
export function exitCode(results) {
  return sum(results, 'failed') === 0 && sum(results, 'passed') > 0 ? 0 : 1;
}
