import { runDatabaseSpecs } from './run-database-specs.mjs';
import { withTestBed } from './with-test-bed.mjs';

const [rounds = '20', seed = '1'] = process.argv.slice(2);

/**
 * `datalab verify disclosure --part fuzz`: asks every query, mutation and file with made arguments, as everybody in turn, on a PostgreSQL of its own, and
 * looks for what was planted in every answer, header, file, error and line of the log. The last line is `N passed, N failed`. Returns the exit code.
 */
async function verifyFuzz(bed) {
  const { written, tests } = await runDatabaseSpecs(bed, {
    pattern: 'apps/api/src/access-matrix/fuzz',
    report: 'FUZZ_RESULT',
    environment: { FUZZ_ROUNDS: rounds, FUZZ_SEED: seed },
  });
  if (written === undefined) {
    console.log('Nothing was asked.\n0 passed, 1 failed');
    return 1;
  }
  const { asked, answered, found } = written;
  console.log(`${asked} questions with made arguments, ${answered} of them answered with something`);
  for (const { what, where, actor } of found) console.log(`  ${what} in ${where} as ${actor}`);
  const failed = found.length + (found.length === 0 ? tests.failed : 0);
  console.log(`${asked - found.length} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

process.exit(await withTestBed('datalab verify disclosure', verifyFuzz));
