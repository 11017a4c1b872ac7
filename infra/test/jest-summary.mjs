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

/**
 * The same for each of several kinds of test that ran in one Jest. One that fails without naming a test has failed for all of them.
 *
 * @template {string} Kind
 * @param {Parameters<typeof jestSummary>[0] & {testResults: {name: string, status: string, assertionResults: {status: string}[]}[]} | undefined} json
 * @param {number} code exit code of Jest
 * @param {Record<Kind, (file: string) => boolean>} kinds which files are of which kind
 * @returns {Record<Kind, {passed: number, failed: number, skipped: number}>}
 */
export function jestSummaries(json, code, kinds) {
  const named = json && json.numFailedTests + json.numRuntimeErrorTestSuites > 0;
  return Object.fromEntries(
    Object.entries(kinds).map(([kind, isOfKind]) => [
      kind,
      jestSummary(json && countsOf(json.testResults.filter(({ name }) => isOfKind(name))), named ? 0 : code),
    ]),
  );
}

function countsOf(files) {
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const count = (...states) => tests.filter(({ status }) => states.includes(status)).length;
  const loaded = ({ assertionResults }) => assertionResults.some(({ status }) => status === 'failed');
  return {
    numPassedTests: count('passed'),
    numFailedTests: count('failed'),
    numPendingTests: count('pending', 'skipped', 'disabled'),
    numTodoTests: count('todo'),
    numRuntimeErrorTestSuites: files.filter((file) => file.status === 'failed' && !loaded(file)).length,
  };
}
