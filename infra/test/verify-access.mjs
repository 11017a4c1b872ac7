import { runDatabaseSpecs } from './run-database-specs.mjs';
import { withTestBed } from './with-test-bed.mjs';

/**
 * `datalab verify access`: tries the whole access matrix, each wall alone, and what may leak, on a PostgreSQL of its own. Prints the cells that were
 * tried and the wrong ones; the last line is `N passed, N failed`, with the other tests of access counted as one cell each. Returns the exit code.
 */
async function verifyAccess(bed) {
  const { written, tests } = await runDatabaseSpecs(bed, {
    pattern: 'apps/api/src/access-matrix',
    report: 'ACCESS_MATRIX_RESULT',
  });
  if (written === undefined) {
    console.log('The matrix was not tried.\n0 passed, 1 failed');
    return 1;
  }
  const { tried, wrong, withoutControl, actors } = written;
  console.log(`${tried} cells tried as ${actors} people; ${wrong.length} wrong`);
  for (const { what, actor, expected, observed } of wrong)
    console.log(`  ${what} as ${actor}: expected ${expected}, was ${observed}`);
  for (const what of withoutControl) console.log(`  ${what}: nobody got it, so the refusals prove nothing`);
  console.log(`${tests.passed} of ${tests.passed + tests.failed} tests of the walls and of leaks hold`);
  // The matrix is one of these tests; its failure shows in its cells.
  const matrixFailed = wrong.length + withoutControl.length;
  const otherFailed = Math.max(0, tests.failed - (matrixFailed > 0 ? 1 : 0));
  const failed = matrixFailed + otherFailed;
  console.log(`${tried - wrong.length + tests.passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exit(await withTestBed('datalab verify access', verifyAccess));
