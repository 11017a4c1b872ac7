import { describe, expect, it } from '@jest/globals';
import { negativeBinomialTails } from '../../special/negative-binomial.js';
import { rankedProbabilityScore, type CountForecast } from '../count-scores.js';
import {
  cumulativeOn,
  gridFor,
  gridProbability,
  gridQuantile,
  gridScore,
  MOST_POINTS,
  shortestInterval,
} from './count-grid.js';

function onGrid(forecast: CountForecast, count = 0) {
  const grid = gridFor([forecast], count);
  const cumulative = new Float64Array(MOST_POINTS);
  cumulativeOn(forecast, grid, cumulative);
  return { grid, cumulative };
}

describe('distributions of counts on a grid', () => {
  it.each([
    [0.2, 0.5, 0],
    [0.2, 0.5, 7],
    [3, Infinity, 2],
    [40, 5, 120],
    [500, Infinity, 380],
  ])('scores NB(%d, %d) at %d as the exact sum does', (mean, size, y) => {
    const { grid, cumulative } = onGrid({ mean, size }, y);
    expect(grid.step).toBe(1);
    expect(gridScore(cumulative, grid, y) / rankedProbabilityScore(y, { mean, size })).toBeCloseTo(1, 6);
  });

  it.each([
    [20_000, 50, 26_000],
    [100_000, Infinity, 99_000],
    [4_000, 200, 4_100],
  ])('scores NB(%d, %d) at %d on a coarse grid to a thousandth', (mean, size, y) => {
    const { grid, cumulative } = onGrid({ mean, size }, y);
    expect(gridScore(cumulative, grid, y) / rankedProbabilityScore(y, { mean, size })).toBeCloseTo(1, 2.5);
  });

  it('finds quantiles and probabilities', () => {
    const { grid, cumulative } = onGrid({ mean: 3, size: 2 }, 4);
    const at = (k: number) => negativeBinomialTails(k, 2, 3).lower;
    expect(gridProbability(cumulative, grid, 4)).toBeCloseTo(at(4) - at(3), 8);
    const median = gridQuantile(cumulative, grid, 0.5);
    expect(at(median)).toBeGreaterThanOrEqual(0.5);
    expect(at(median - 1)).toBeLessThan(0.5);
  });

  it('holds 80 % in the shortest run of counts, and no shorter run does', () => {
    const { grid, cumulative } = onGrid({ mean: 3, size: 2 });
    const { lower, upper, inside } = shortestInterval(cumulative, grid, 0.8);
    expect(inside).toBeGreaterThanOrEqual(0.8);
    const held = (from: number, to: number) =>
      negativeBinomialTails(to, 2, 3).lower - negativeBinomialTails(from - 1, 2, 3).lower;
    expect(held(lower, upper)).toBeCloseTo(inside, 8);
    for (let from = 0; from < 12; from++) expect(held(from, from + upper - lower - 1)).toBeLessThan(0.8);
  });

  it('keeps a count far above everything that was expected', () => {
    const { grid, cumulative } = onGrid({ mean: 2, size: 4 }, 50_000);
    expect(gridScore(cumulative, grid, 50_000)).toBeGreaterThan(49_900);
  });
});
