/**
 * Counts from what `jest --json --outputFile` writes. A test file that does not load is one failure, and so is a Jest that
 * fails without naming a test; tests marked todo count as skipped.
 *
 * @param {{numPassedTests: number, numFailedTests: number, numPendingTests: number, numTodoTests: number, numRuntimeErrorTestSuites: number} | undefined} json
 *   undefined when Jest wrote nothing
 * @param {number} code exit code of Jest
 */
export function jestSummary(json, code) {
  if (!json) return { passed: 0, failed: 1, skipped: 0 };
  const failed = json.numFailedTests + json.numRuntimeErrorTestSuites;
  return {
    passed: json.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: json.numPendingTests + json.numTodoTests,
  };
}
