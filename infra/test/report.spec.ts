import { describe, expect, it } from '@jest/globals';
import { jestSummaries, jestSummary } from './jest-summary.mjs';
import { exitCode, lastLine, suiteTable } from './report.mjs';

const unit = { name: 'unit', passed: 12, failed: 0, skipped: 0, seconds: 1.25 };
const browser = { name: 'browser', passed: 0, failed: 0, skipped: 3, seconds: 0, note: 'no Chromium' };
const broken = { name: 'database', passed: 1, failed: 2, skipped: 0, seconds: 2 };

describe('lastLine', () => {
  it('adds up and names skipped tests only when there are any', () => {
    expect(lastLine([unit])).toBe('12 passed, 0 failed');
    expect(lastLine([unit, browser, broken])).toBe('13 passed, 2 failed, 3 skipped');
  });
});

describe('exitCode', () => {
  it('is zero only when something ran and nothing failed', () => {
    expect(exitCode([unit, browser])).toBe(0);
    expect(exitCode([unit, broken])).toBe(1);
    expect(exitCode([browser])).toBe(1);
    expect(exitCode([])).toBe(1);
  });
});

describe('suiteTable', () => {
  it('shows every suite with its time', () => {
    const lines = suiteTable([unit, browser]).split('\n');
    expect(lines[2]).toMatch(/^unit +12 +0 +0 +1\.3$/);
    expect(lines[3]).toMatch(/^browser +0 +0 +3 +0\.0 +no Chromium$/);
  });
});

describe('jestSummary', () => {
  const none = {
    numPassedTests: 0,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    numRuntimeErrorTestSuites: 0,
  };

  it('counts a test file that does not load as a failure', () => {
    const json = { ...none, numPassedTests: 4, numFailedTests: 1, numRuntimeErrorTestSuites: 1, numTodoTests: 1 };
    expect(jestSummary(json, 1)).toEqual({ passed: 4, failed: 2, skipped: 1 });
  });

  it('counts a Jest that fails in silence, or never came to write, as a failure', () => {
    expect(jestSummary({ ...none, numPassedTests: 4 }, 1)).toEqual({ passed: 4, failed: 1, skipped: 0 });
    expect(jestSummary(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
});

describe('jestSummaries', () => {
  const KINDS = {
    browser: (file: string) => file.includes('/browser/'),
    'end-to-end': (file: string) => !file.includes('/browser/'),
  };
  const file = (name: string, status: string, ...tests: string[]) => ({
    name,
    status,
    assertionResults: tests.map((one) => ({ status: one })),
  });
  const json = (numFailedTests: number, ...testResults: ReturnType<typeof file>[]) => ({
    ...{ numPassedTests: 2, numPendingTests: 1, numTodoTests: 0, numRuntimeErrorTestSuites: 0 },
    numFailedTests,
    testResults,
  });
  const good = file('/src/one.ts', 'passed', 'passed', 'pending');

  it('counts the tests of each kind, and a file that did not load as a failure of its own', () => {
    const broken = file('/src/browser/two.ts', 'failed');
    const failing = file('/src/browser/three.ts', 'failed', 'passed', 'failed');
    expect(jestSummaries(json(1, good, broken, failing), 1, KINDS)).toEqual({
      browser: { passed: 1, failed: 2, skipped: 0 },
      'end-to-end': { passed: 1, failed: 0, skipped: 1 },
    });
  });

  it('counts a Jest that fails in silence, or never came to write, as a failure of all', () => {
    const failed = (summaries: Record<string, { failed: number }>) =>
      Object.values(summaries).map((summary) => summary.failed);
    expect(failed(jestSummaries(json(0, good), 1, KINDS))).toEqual([1, 1]);
    expect(failed(jestSummaries(undefined, 0, KINDS))).toEqual([1, 1]);
    expect(failed(jestSummaries(json(0, good), 0, KINDS))).toEqual([0, 0]);
  });
});
