import { describe, expect, it } from '@jest/globals';
import { nxSummary } from './nx-summary.mjs';

const started = `
 NX   Running target lint for 3 projects:

- @datalab/domain
- @datalab/access
- @datalab/jobs

> nx run @datalab/jobs:lint  [existing outputs match the cache, left as is]

- a line of a linter that looks like a project
`;

describe('nxSummary', () => {
  it('counts every project of a run that succeeded', () => {
    expect(nxSummary(`${started}\n NX   Successfully ran target lint for 3 projects\n`, 0)).toEqual({
      passed: 3,
      failed: 0,
    });
  });

  it('counts the failed tasks, also through colours', () => {
    const end =
      '\n\u001b[31mNX\u001b[39m   Running target lint for 3 projects failed\n\nFailed tasks:\n\n- @datalab/jobs:lint\n\n  Run duration: 2s';
    expect(nxSummary(started + end, 1)).toEqual({ passed: 2, failed: 1 });
  });

  it('is one failure when Nx did not get as far as a task', () => {
    expect(nxSummary(' NX   Failed to process project graph.', 1)).toEqual({ passed: 0, failed: 1 });
  });

  it('is nothing at all when there was nothing to run', () => {
    expect(nxSummary(' NX   No tasks were run', 0)).toEqual({ passed: 0, failed: 0 });
  });
});
