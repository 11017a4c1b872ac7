import { FORECAST_METHODS, isNaive, SINGLE_METHODS } from './forecast-methods.js';

// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

const METHODS = FORECAST_METHODS.length;
const NAIVE = FORECAST_METHODS.findIndex((_, m) => !isNaive(m));
const MEAN_OF_TWELVE = FORECAST_METHODS.indexOf('mean of 12');
/** What a score of one period earlier weighs. */
const MEMORY = 0.98;
/** Weight of how methods did in all areas, in periods of one area: half the number of areas, for a few series say little of each other. */
const pooledPeriods = (areas: number) => Math.min(24, areas / 2);
/** Scores that a method needs in an area before it can be preferred. */
const LEAST_SCORES = 6;
/** The weight of a method in the mixture is its standing to this power: twice the score of the best is next to nothing. */
const SHARPNESS = 24;
/** A past without any error is no better than this. */
const LEAST_STANDING = 1e-6;

/** How every method did in every area until now, and what follows from it. Sees no score before `learn` is told of it. */
export interface PastScores {
  /** Weights of the single methods in the mixture for an area, together 1. All equal while there is no past. */
  mixtureWeights(area: number): Float64Array;
  /** Number of the method with the best past of an area; while there is too little past the mean of the last twelve. */
  choice(area: number): number;
  /** Number of the naive method with the best past of an area. */
  bestNaive(area: number): number;
  /** Score of a method relative to the others, as the choice weighs it; Infinity while there is too little past. */
  standing(area: number, method: number): number;
  /** Adds the ranked probability scores of one period, [area][method] flat; NaN where there was nothing to score. */
  learn(scores: Float64Array): void;
}

/** An empty record for so many areas. */
export function pastScores(areas: number): PastScores {
  const shared = pooledPeriods(areas);
  const sums = new Float64Array(areas * METHODS);
  const weights = new Float64Array(areas * METHODS);
  const times = new Float64Array(areas * METHODS);
  const pooled = new Float64Array(METHODS).fill(1);

  /** Mean past score of the naive methods of an area: the unit in which all are compared. */
  function unitOf(area: number): number {
    let sum = 0;
    let n = 0;
    for (let m = 0; isNaive(m); m++) {
      const at = area * METHODS + m;
      if (weights[at]! > 0) {
        sum += sums[at]! / weights[at]!;
        n++;
      }
    }
    return n > 0 ? sum / n : 0;
  }

  function standing(area: number, method: number): number {
    const at = area * METHODS + method;
    if (times[at]! < LEAST_SCORES) return Infinity;
    const unit = unitOf(area);
    // An area where nothing ever happened says nothing of its own.
    const own = unit > 0 ? sums[at]! / unit : weights[at]! * pooled[method]!;
    return (own + shared * pooled[method]!) / (weights[at]! + shared);
  }

  function best(area: number, from: number, to: number): number {
    let found = -1;
    let least = Infinity;
    for (let m = from; m < to; m++) {
      const value = standing(area, m);
      if (value < least) [found, least] = [m, value];
    }
    return found;
  }

  /** Mean relative score over the areas; an area where little happens counts for little, a large one not for all. */
  function poolAgain(): void {
    const units = Float64Array.from({ length: areas }, (_, i) => unitOf(i));
    const usual = units.reduce((sum, unit) => sum + unit, 0) / areas;
    if (!(usual > 0)) return;
    for (let m = 0; m < METHODS; m++) {
      let sum = 0;
      let whole = 0;
      for (let i = 0; i < areas; i++) {
        const at = i * METHODS + m;
        if (!(weights[at]! > 0)) continue;
        sum += sums[at]! / weights[at]! / (units[i]! + usual);
        whole += units[i]! / (units[i]! + usual);
      }
      if (whole > 0) pooled[m] = sum / whole;
    }
  }

  return {
    standing,
    choice(area) {
      const found = best(area, 0, METHODS);
      return found < 0 ? MEAN_OF_TWELVE : found;
    },
    bestNaive(area) {
      const found = best(area, 0, NAIVE);
      return found < 0 ? MEAN_OF_TWELVE : found;
    },
    mixtureWeights(area) {
      const shares = Float64Array.from(
        { length: SINGLE_METHODS },
        (_, m) => Math.max(LEAST_STANDING, standing(area, m)) ** -SHARPNESS,
      );
      const whole = shares.reduce((sum, share) => sum + share, 0);
      return whole > 0 ? shares.map((share) => share / whole) : shares.fill(1 / SINGLE_METHODS);
    },
    learn(scores) {
      for (let at = 0; at < scores.length; at++) {
        if (isGap(scores[at]!)) continue;
        sums[at] = MEMORY * sums[at]! + scores[at]!;
        weights[at] = MEMORY * weights[at]! + 1;
        times[at]! += 1;
      }
      poolAgain();
    },
  };
}
