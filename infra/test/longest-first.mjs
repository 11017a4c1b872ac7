import TestSequencer from '@jest/test-sequencer';

/**
 * Files that take a minute and more, the longest first. Where Jest has not measured yet, as in a fresh clone, it goes by the size of a file: a long test
 * in a short file would begin last, and one core would wait for it.
 */
const LONGEST = [
  'browser/five-steps.e2e-spec.ts',
  'browser/release-story.e2e-spec.ts',
  'access-matrix/walls.pg.spec.ts',
  'access-matrix/access-matrix.pg.spec.ts',
  'access-matrix/fuzz/fuzz.pg.spec.ts',
  'access-matrix/leaks.pg.spec.ts',
  'loads/effective-coverage.pg.spec.ts',
  'src/worker-killed.redis.spec.ts',
  'attacks/attack-suite.spec.ts',
];

const rank = ({ path }) => {
  const at = LONGEST.findIndex((end) => path.endsWith(end));
  return at < 0 ? LONGEST.length : at;
};

/** Those first, the others in Jest's own order. */
export default class LongestFirst extends TestSequencer {
  sort(tests) {
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
}
