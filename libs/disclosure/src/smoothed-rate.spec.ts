import { describe, expect, it } from '@jest/globals';
import { PERTURBATION_TABLE } from './noise/perturbation-table.js';
import { REASON_TEXTS } from './reason-text.js';
import type { ProtectedCell } from './protected-cell.js';
import { coarsePrior, smoothedRate } from './smoothed-rate.js';

const shown = (reports: number): ProtectedCell => ({
  state: 'shown',
  reports,
  households: null,
  exact: false,
  mayBeHotspot: true,
  delivered: 'full',
  rule: 'all_rules_passed',
  reasonText: REASON_TEXTS.shown,
});
const withheld: ProtectedCell = {
  state: 'withheld',
  delivered: 'full',
  rule: 'too_few_reports',
  reasonText: REASON_TEXTS.withheld,
};

describe('a smoothed rate', () => {
  it('is drawn to the mean by as much as its exposure is small', () => {
    const prior = { mean: 10, exposure: 1 };
    // 30 per thousand among 1,000 and among 3,000: half and three quarters of the way.
    expect([smoothedRate(shown(30), 1, prior), smoothedRate(shown(90), 3, prior)]).toEqual([20, 25]);
    expect(smoothedRate(shown(30), 1, { mean: 10, exposure: Number.POSITIVE_INFINITY })).toBe(10);
  });

  it('is there for no area of which the number is not shown, nor where nobody lives', () => {
    expect(smoothedRate(withheld, 1, { mean: 10, exposure: 1 })).toBeNull();
    expect(smoothedRate(shown(30), 0, { mean: 10, exposure: 1 })).toBeNull();
  });
});

describe('a coarse prior', () => {
  it('tells the whole no sharper than ten reports, nor in more than two digits', () => {
    // 1,234 reports among 100 thousand: 12.34 goes by whole ones; 86 among 100: 0.86 by tenths, which are ten reports.
    expect(coarsePrior({ mean: 12.34, variance: 4 }, 100)).toEqual({ mean: 12, exposure: 4 });
    expect(coarsePrior({ mean: 0.86, variance: 0 }, 100)).toEqual({ mean: 0.9, exposure: Number.POSITIVE_INFINITY });
    expect(coarsePrior({ mean: 0.01, variance: 0 }, 100)?.mean).toBe(0.1);
  });

  it('is not there where there is nothing to smooth', () => {
    expect(coarsePrior({ mean: 0, variance: 0 }, 100)).toBeUndefined();
    expect(coarsePrior({ mean: Number.NaN, variance: 0 }, 0)).toBeUndefined();
  });
});

/** Marshall's moments, as libs/analysis has them; written out so that this library needs no other. */
function moments(counts: readonly number[], exposure: readonly number[]) {
  const people = exposure.reduce((sum, one) => sum + one, 0);
  const mean = counts.reduce((sum, one) => sum + one, 0) / people;
  const spread = counts.reduce((sum, count, i) => sum + exposure[i]! * (count / exposure[i]! - mean) ** 2, 0) / people;
  return { mean, variance: Math.max(0, spread - mean / (people / exposure.length)) };
}

/** A fixed stream of numbers in [0, 1): the same maps on every run. */
function stream(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_664_525 + 1_013_904_223) % 2 ** 32) / 2 ** 32;
}

/** Every exact number of 1 and more that the noise could have made `noised` of. */
function behind(noised: number): number[] {
  const { rows, max } = PERTURBATION_TABLE;
  return Array.from({ length: noised + max }, (_, i) => i + 1).filter((exact) =>
    rows[Math.min(exact, rows.length - 1)]!.noise.includes(noised - exact),
  );
}

describe('who knows every number on a map but one, and how it was smoothed', () => {
  const AREAS = 20;
  const random = stream(20_261_122);
  const maps = Array.from({ length: 300 }, () => ({
    exposure: Array.from({ length: AREAS }, () => 0.2 + 4 * random()),
    others: Array.from({ length: AREAS - 1 }, () => 5 + Math.floor(60 * random() ** 3)),
    hidden: 1 + Math.floor(4 * random()),
  }));
  type Known = (counts: readonly number[], exposure: readonly number[]) => string;
  /** The noised numbers that give the same map as the one that was published. */
  const feasible = ({ exposure, others, hidden }: (typeof maps)[number], known: Known) => {
    const published = known([...others, hidden], exposure);
    return Array.from({ length: 20 }, (_, noised) => noised).filter(
      (noised) => known([...others, noised], exposure) === published,
    );
  };
  const smoothed: Known = (counts, exposure) => {
    const prior = coarsePrior(
      moments(counts, exposure),
      exposure.reduce((sum, one) => sum + one, 0),
    )!;
    return JSON.stringify(counts.slice(0, -1).map((count, i) => smoothedRate(shown(count), exposure[i]!, prior)));
  };

  it('is left with as many exact numbers as a group under the floor must have, on every map', () => {
    const left = maps.map((map) => new Set(feasible(map, smoothed).flatMap(behind)).size);
    expect(Math.min(...left)).toBeGreaterThanOrEqual(3);
  });

  it('seldom learns even the noised number, which a prior that is not coarse gives away (positive control)', () => {
    const raw: Known = (counts, exposure) => JSON.stringify(moments(counts, exposure));
    const found = (known: Known) => maps.filter((map) => feasible(map, known).length === 1).length;
    expect(found(raw)).toBe(maps.length);
    expect(found(smoothed)).toBeLessThan(0.05 * maps.length);
  });
});
