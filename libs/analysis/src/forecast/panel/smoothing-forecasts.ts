import type { CountPanel } from './count-panel.js';
import { sizesFromPastErrors, unknown, type OneStepForecasts } from './one-step-forecasts.js';
import { smoothedMeans, smoothingWays, type SmoothingWay } from './smoothed-levels.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for every count and way.
const { exp, log, min } = Math;

/** First period that is forecast: before it there is too little to smooth. */
export const FIRST_FORECAST = 4;
/** What a loss of one period earlier weighs. */
const MEMORY = 0.98;
/** Weight of what works for the areas together against what works for one area. */
const POOLED_WEIGHT = 3;

/** Poisson deviance of one count. */
function deviance(y: number, mean: number): number {
  return 2 * ((y > 0 ? y * log(y / mean) : 0) - (y - mean));
}

/** Forecasts by smoothing, and three of the levels that they are made of: at [area][t], known before t. */
export interface Smoothing {
  readonly forecasts: OneStepForecasts;
  readonly slow: readonly Float64Array[];
  readonly middle: readonly Float64Array[];
  readonly fast: readonly Float64Array[];
}

const SLOW = 0.97;
const MIDDLE = 0.8;
const FAST = 0.35;

/** Number of the way that follows all areas together and their season, at this speed. */
function wayOf(ways: readonly SmoothingWay[], speed: number): number {
  const fitting = ways.map(({ season, common, discount }, w) => {
    return { w, fit: Number(discount === speed) * 4 + Number(season === 'pooled') * 2 + Number(common) };
  });
  return fitting.reduce((best, each) => (each.fit > best.fit ? each : best)).w;
}

/** Mean over the ways, each with weight exp(−½ loss / spread): the better a way did, the more it counts. */
function weightedMean(means: Float64Array, losses: Float64Array, pooled: Float64Array, spread: number): number {
  let least = Infinity;
  const score = losses.map((loss, w) => (loss / spread + POOLED_WEIGHT * pooled[w]!) / 2);
  for (const value of score) least = min(least, value);
  let [sum, weight] = [0, 0];
  for (let w = 0; w < score.length; w++) {
    const share = exp(least - score[w]!);
    sum += share * means[w]!;
    weight += share;
  }
  return sum / weight;
}

/**
 * Exponential smoothing × pooled season with a negative-binomial distribution. Every way of smoothing (with and without season, alone or
 * as a share of the whole, slow or fast) forecasts every period; they are averaged by how well each did before, in this area
 * and in all areas together. Size from past one-step errors, leaning on all areas.
 */
export function smoothingForecasts(panel: CountPanel): Smoothing {
  const { counts } = panel;
  const ways = smoothingWays(panel);
  const periods = panel.periods.length;
  const mean = unknown(counts.length, periods + 1);
  const levels = [SLOW, MIDDLE, FAST].map((speed) => {
    return { way: wayOf(ways, speed), values: unknown(counts.length, periods + 1) };
  });
  const losses = counts.map(() => new Float64Array(ways.length));
  const pooled = new Float64Array(ways.length);
  const spread = new Float64Array(counts.length).fill(1);
  const deviances = new Float64Array(counts.length);
  const weights = new Float64Array(counts.length);
  for (let t = FIRST_FORECAST; t <= periods; t++) {
    const all = smoothedMeans(panel, ways, t);
    const gain = new Float64Array(ways.length);
    let compared = 0;
    counts.forEach((row, i) => {
      const means = all.subarray(i * ways.length, (i + 1) * ways.length);
      mean[i]![t] = weightedMean(means, losses[i]!, pooled, spread[i]!);
      for (const { way, values } of levels) values[i]![t] = means[way]!;
      const y = row[t] ?? Number.NaN;
      if (isGap(y)) return;
      compared++;
      for (let w = 0; w < ways.length; w++) {
        const loss = deviance(y, means[w]!);
        losses[i]![w] = MEMORY * losses[i]![w]! + loss;
        gain[w]! += loss / spread[i]!;
      }
      deviances[i] = MEMORY * deviances[i]! + deviance(y, mean[i]![t]!);
      weights[i] = MEMORY * weights[i]! + 1;
      // Three periods of a spread of one: the first deviances say little.
      spread[i] = Math.max(1, (deviances[i]! + 3) / (weights[i]! + 3));
    });
    if (compared > 0) for (let w = 0; w < ways.length; w++) pooled[w] = MEMORY * pooled[w]! + gain[w]! / compared;
  }
  const [slow, middle, fast] = levels.map(({ values }) => values) as [Float64Array[], Float64Array[], Float64Array[]];
  return { forecasts: { mean, size: sizesFromPastErrors(counts, mean, true) }, slow, middle, fast };
}
