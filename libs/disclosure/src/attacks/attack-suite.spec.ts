import { describe, expect, it } from '@jest/globals';
import { ALL_RULES, SWITCHED_RULES } from '../gate-policy.js';
import { runAttackSuite } from './attack-suite.js';
import { distribution, massAt, sumOf } from '../guesser/distribution.js';
import { holdAgainstLedger } from './held-tables.js';
import { runPositiveControls } from './positive-controls.js';
import { sampleRegion } from './sample-region.js';
import { spearman, usefulness } from './usefulness.js';

/** mulberry32: small, seeded, and good enough to invent a town. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let x = Math.imul(state ^ (state >>> 15), 1 | state);
    x = (x + Math.imul(x ^ (x >>> 7), 61 | x)) ^ x;
    return ((x ^ (x >>> 14)) >>> 0) / 4294967296;
  };
}

const town = (wijken: number) => ({
  records: sampleRegion(seeded(42), { wijken, buurtenPerWijk: 6, perBuurt: 150 }),
  finerThanWijkFrom: 2,
  sample: 40,
});

describe('the attack suite on an invented town', () => {
  it.each(['lab', 'public'] as const)(
    'recovers nothing that is protected (%s)',
    (tier) => {
      const region = town(2);
      const report = runAttackSuite({ ...region, policy: ALL_RULES, tier });
      expect(report.tried).toBeGreaterThan(1000);
      expect(report.results.filter(({ recovered }) => recovered > 0)).toEqual([]);
      expect(report.ledger.state).toBe('safe');
      expect(holdAgainstLedger(report.tables, region.records).asked.state).toBe('safe');
      const ofSquares = report.results.filter(({ attack }) => attack.includes('square'));
      expect(ofSquares.filter(({ tried }) => tried === 0)).toEqual([]);
      const { questions, squares, nearest, hotspotRankCorrelation } = usefulness(report.tables);
      expect(questions.year.answered).toBeGreaterThan(0.7 * questions.year.asked);
      expect(Object.values(questions.month.why).reduce((sum, count) => sum + count, questions.month.answered)).toBe(
        questions.month.asked,
      );
      expect(squares.together.shown).toBeGreaterThan(0);
      expect(squares.together.shown).toBeLessThan(squares.together.squares);
      expect(hotspotRankCorrelation).toBeGreaterThan(0.9);
      expect(nearest.withoutNumber).toBeGreaterThan(0);
      expect(nearest.withNearest).toBe(nearest.withoutNumber);
    },
    300_000,
  );

  it('succeeds as soon as a rule is off', () => {
    const controls = runPositiveControls({ ...town(2), tier: 'lab' }, SWITCHED_RULES);
    expect(controls).toHaveLength(10);
    expect(controls.filter(({ on, without }) => on > 0 || without === 0)).toEqual([]);
    // Builds a dozen sets of tables; on a busy machine that takes minutes.
  }, 600_000);
});

describe('the guesser’s arithmetic', () => {
  it('adds two dice', () => {
    const die = distribution(1, 6, () => 1);
    const two = sumOf(die, die);
    expect(massAt(two, 7)).toBeCloseTo(6 / 36, 12);
    expect([massAt(two, 1), massAt(two, 13)]).toEqual([0, 0]);
  });

  it.each([
    [[1, 2, 3, 4], [10, 20, 30, 40], 1],
    [[1, 2, 3, 4], [40, 30, 20, 10], -1],
    [[1, 2, 2, 4], [1, 2, 3, 4], 0.9486832980505138],
    [[5, 5, 5], [1, 2, 3], null],
  ])('ranks %p with %p: %p', (one, other, correlation) => {
    const found = spearman(one, other);
    if (correlation === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(correlation, 12);
  });
});
