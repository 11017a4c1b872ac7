import { describe, expect, it } from '@jest/globals';
import { ensembleCrps, normalCrps, normalLogScore } from './continuous-scores.js';
import { dawidSebastianiScore, logScore, rankedProbabilityScore, squaredErrorScore } from './count-scores.js';
import {
  centralInterval,
  covers,
  intervalScore,
  pinballLoss,
  pitDistribution,
  probabilityInside,
  weightedIntervalScore,
} from './interval-scores.js';
import { errorScale, pointScores } from './point-scores.js';

/** θ = 1 and mean 1 is the geometric distribution: P(Y = k) = 2^−(k+1). */
const geometric = { mean: 1, size: 1 };

describe('scores of a count', () => {
  it('equals the hand-worked geometric case', () => {
    expect(logScore(1, geometric)).toBeCloseTo(Math.log(4), 12);
    // y = 0: Σ (1 − F)² = Σ 4^−(k+1) = 1/3; y = 1: F(0)² + Σ_{k≥1} 4^−(k+1) = 1/4 + 1/12.
    expect(rankedProbabilityScore(0, geometric)).toBeCloseTo(1 / 3, 12);
    expect(rankedProbabilityScore(1, geometric)).toBeCloseTo(1 / 3, 12);
    expect(dawidSebastianiScore(3, geometric)).toBeCloseTo(2 + Math.log(2), 12);
    expect(squaredErrorScore(3, geometric)).toBe(4);
  });

  it('stays exact for large means, heavy tails and a far observation', () => {
    const shifted = rankedProbabilityScore(0, { mean: 4000, size: Infinity });
    // E|Y − y| − E|Y − Y'|/2 with y below everything: the mean minus sd/√π, to the order of the normal approximation.
    expect(shifted).toBeCloseTo(4000 - Math.sqrt(4000 / Math.PI), 1);
    expect(rankedProbabilityScore(1_000_000, { mean: 0.5, size: 1 })).toBeGreaterThan(999_998);
    expect(rankedProbabilityScore(0, { mean: 5, size: 0.05 })).toBeLessThan(5);
  });

  it('has no score for a gap, and a sure forecast of zero has none but its distance', () => {
    expect(logScore(Number.NaN, geometric)).toBeNaN();
    expect(rankedProbabilityScore(Number.NaN, geometric)).toBeNaN();
    expect(rankedProbabilityScore(1.5, geometric)).toBeNaN();
    expect(rankedProbabilityScore(3, { mean: 0, size: 1 })).toBe(3);
    expect(logScore(3, { mean: 0, size: 1 })).toBe(Infinity);
    expect(dawidSebastianiScore(0, { mean: 0, size: 1 })).toBeNaN();
  });
});

describe('scores of an interval', () => {
  it('covers more than its level because counts are whole', () => {
    const interval = centralInterval(geometric, 0.5);
    expect(interval).toEqual({ level: 0.5, lower: 0, upper: 1 });
    expect(probabilityInside(geometric, interval)).toBeCloseTo(0.75, 12);
    expect(covers(interval, 1)).toBe(true);
    expect(covers(interval, Number.NaN)).toBe(false);
  });

  it('charges 2/(1 − level) per count outside', () => {
    expect(intervalScore(3, { level: 0.5, lower: 0, upper: 1 })).toBe(1 + 4 * 2);
    expect(intervalScore(1, { level: 0.5, lower: 0, upper: 1 })).toBe(1);
    // Median 0: (0.5 · 3 + 0.25 · 9) / 1.5.
    expect(weightedIntervalScore(3, geometric, [0.5])).toBeCloseTo(2.5, 12);
    expect(pinballLoss(3, 1, 0.75)).toBe(1.5);
    expect(pinballLoss(0, 1, 0.75)).toBe(0.25);
  });

  it('spreads each count over its own steps in the probability transform', () => {
    expect(pitDistribution([0, Number.NaN], [geometric, geometric], [0, 0.25, 0.5, 1])).toEqual([0, 0.5, 1, 1]);
    expect(pitDistribution([], [], [0.5])).toEqual([Number.NaN]);
  });
});

describe('scores of a measurement', () => {
  it('gives the published values of the standard normal', () => {
    expect(normalCrps(0, 0, 1)).toBeCloseTo((Math.SQRT2 - 1) / Math.sqrt(Math.PI), 12);
    expect(normalLogScore(0, 0, 1)).toBeCloseTo(Math.log(2 * Math.PI) / 2, 12);
    expect(normalCrps(0, 0, 0)).toBeNaN();
  });

  it('scores an ensemble by its distances', () => {
    expect(ensembleCrps(2, [1, 3])).toBe(0.5);
    expect(ensembleCrps(2, [5])).toBe(3);
    expect(ensembleCrps(2, [])).toBeNaN();
  });
});

describe('scores of a point', () => {
  it('equals the hand-worked case and leaves gaps out', () => {
    const scores = pointScores([4, Number.NaN, 8], [5, 1, 5]);
    expect(scores).toMatchObject({ n: 2, meanError: 1, meanAbsoluteError: 2, rootMeanSquaredError: Math.sqrt(5) });
    expect(scores.weightedAbsolutePercentageError).toBeCloseTo(4 / 12, 12);
    expect(scores.meanAbsolutePercentageError).toBeCloseTo(31.25, 12);
    expect(scores.symmetricPercentageError).toBeCloseTo(100 * (1 / 9 + 3 / 13), 12);
  });

  it('is not defined without pairs, without volume, or with zeros in a percentage', () => {
    expect(pointScores([], [])).toMatchObject({ n: 0, meanAbsoluteError: Number.NaN });
    expect(pointScores([0], [1])).toMatchObject({
      meanAbsolutePercentageError: Number.NaN,
      weightedAbsolutePercentageError: Number.NaN,
      symmetricPercentageError: 200,
    });
    expect(() => pointScores([1], [])).toThrow('differ in length');
  });

  it('takes the scale from complete pairs of the training part', () => {
    expect(errorScale([1, 3, Number.NaN, 6, 9], 1)).toEqual({ absolute: 2.5, squared: 6.5 });
    expect(errorScale([5], 1).absolute).toBeNaN();
    expect(errorScale([5, 5, 5], 1).absolute).toBeNaN();
  });
});
