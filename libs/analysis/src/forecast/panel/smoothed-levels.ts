import type { CountPanel } from './count-panel.js';
import { commonLevels, ownSeason, pooledSeason } from './pooled-season.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

/** One way of smoothing: what counts are divided by before, and how fast the past is forgotten. */
export interface SmoothingWay {
  readonly season: 'none' | 'pooled' | 'own';
  /** Follow the level of all areas together, and smooth the share of the area in it. */
  readonly common: boolean;
  /** What a count of one period earlier weighs. */
  readonly discount: number;
}

const DISCOUNTS = [0.02, 0.35, 0.6, 0.8, 0.9, 0.97] as const;
/** Discount of the level of all areas together: many counts, so it may follow fast. */
const COMMON_DISCOUNT = 0.25;
/** Counts that are expected of an area before it has shown any, when areas differ next to nothing and when they differ much. */
const MOST_PRIOR_COUNTS = 5;
const LEAST_PRIOR_COUNTS = 0.02;
/** A count whose weight is below this is not looked at. */
const NO_WEIGHT = 1e-4;

/** What an area is expected to count at its usual level, u = 0 … t, the last one being the period to forecast. */
type Exposure = Float64Array;

/** The ways that a panel allows: one area has no share in a whole, and years have no season. */
export function smoothingWays(panel: CountPanel): SmoothingWay[] {
  const several = panel.areas.length > 1;
  const seasons =
    panel.season === 1
      ? ['none' as const]
      : several
        ? (['none', 'pooled', 'own'] as const)
        : (['none', 'pooled'] as const);
  return seasons.flatMap((season) =>
    (several ? [false, true] : [false]).flatMap((common) =>
      DISCOUNTS.map((discount) => ({ season, common, discount })),
    ),
  );
}

/** The level of all areas, smoothed, as known at each period; at t the last one known. */
function commonExposure(levels: Float64Array, season: Float64Array, t: number): Float64Array {
  const exposure = new Float64Array(t + 1);
  let [sum, weight] = [0, 0];
  for (let u = 0; u < t; u++) {
    const level = levels[u]! / season[u % season.length]!;
    if (!isGap(level)) {
      sum = COMMON_DISCOUNT * sum + level;
      weight = COMMON_DISCOUNT * weight + 1;
    }
    exposure[u] = weight > 0 && sum > 0 ? sum / weight : 1;
  }
  exposure[t] = t > 0 ? exposure[t - 1]! : 1;
  return exposure;
}

/** Adds Σ w y and Σ w x over the past of one area, for each discount; gaps add to neither. */
function weighPast(row: Float64Array, exposure: Exposure, t: number, sums: Float64Array): void {
  sums.fill(0);
  DISCOUNTS.forEach((discount, d) => {
    let weight = 1;
    let [y, x] = [0, 0];
    for (let u = t - 1; u >= 0 && weight > NO_WEIGHT; u--, weight *= discount) {
      if (isGap(row[u]!)) continue;
      y += weight * row[u]!;
      x += weight * exposure[u]!;
    }
    sums[2 * d] = y;
    sums[2 * d + 1] = x;
  });
}

/**
 * Shape of a gamma distribution of the rates of the areas, by moments: so many counts is the rate of all areas worth as evidence on one.
 * Near 0 where areas differ by orders of magnitude, for then the others say nothing of a quiet one.
 */
function priorCounts(counts: readonly Float64Array[], t: number): number {
  const rates = counts.map((row) => {
    let [sum, n] = [0, 0];
    for (let u = 0; u < t; u++) {
      if (isGap(row[u]!)) continue;
      sum += row[u]!;
      n++;
    }
    return n > 0 ? sum / n : 0;
  });
  const mean = rates.reduce((sum, rate) => sum + rate, 0) / rates.length;
  const variance = rates.reduce((sum, rate) => sum + (rate - mean) ** 2, 0) / rates.length;
  return Math.min(MOST_PRIOR_COUNTS, Math.max(LEAST_PRIOR_COUNTS, (mean * mean) / variance || 0));
}

/**
 * Means for period t by every way, [area][way] flat: exponentially weighted count over exponentially weighted exposure, times the
 * exposure of t, with prior counts at the rate of all areas (gamma–Poisson shrinkage). Looks at the periods before t alone.
 */
export function smoothedMeans(panel: CountPanel, ways: readonly SmoothingWay[], t: number): Float64Array {
  const areas = panel.areas.length;
  const means = new Float64Array(areas * ways.length);
  const levels = commonLevels(panel, t);
  const flat = new Float64Array(panel.season).fill(1);
  const pooled = pooledSeason(levels, panel.season);
  const prior = priorCounts(panel.counts, t);
  const sums = new Float64Array(areas * 2 * DISCOUNTS.length);
  for (let start = 0; start < ways.length; start += DISCOUNTS.length) {
    const { season, common } = ways[start]!;
    const shared = season === 'none' ? flat : pooled;
    const level = common ? commonExposure(levels, shared, t) : undefined;
    const last = new Float64Array(areas);
    const exposure = new Float64Array(t + 1);
    panel.counts.forEach((row, i) => {
      const factors = season === 'own' ? ownSeason(row, t, pooled) : shared;
      for (let u = 0; u <= t; u++) exposure[u] = factors[u % panel.season]! * (level ? level[u]! : 1);
      last[i] = exposure[t]!;
      weighPast(row, exposure, t, sums.subarray(i * 2 * DISCOUNTS.length, (i + 1) * 2 * DISCOUNTS.length));
    });
    DISCOUNTS.forEach((_, d) => {
      let [y, x] = [0, 0];
      for (let i = 0; i < areas; i++) {
        y += sums[2 * (i * DISCOUNTS.length + d)]!;
        x += sums[2 * (i * DISCOUNTS.length + d) + 1]!;
      }
      const rate = Math.max(1e-6, y / Math.max(x, 1e-9));
      for (let i = 0; i < areas; i++) {
        const at = 2 * (i * DISCOUNTS.length + d);
        means[i * ways.length + start + d] = (last[i]! * (sums[at]! + prior)) / (sums[at + 1]! + prior / rate);
      }
    });
  }
  return means;
}
