// Taken out of Number once: the look-up is slow where code runs in a sandbox, and this runs for every count.
const isGap = Number.isNaN;

/** One-step forecasts of every area: at [area][t] for period t, made from the periods before t alone; NaN where none can be made. */
export interface OneStepForecasts {
  readonly mean: readonly Float64Array[];
  /** Negative-binomial size θ; Infinity is Poisson. */
  readonly size: readonly Float64Array[];
}

/** Errors are forgotten at this rate per period: spread changes, and a crisis should not widen the intervals for ever. */
const MEMORY = 0.98;
/** Weight of the areas together in the spread of one area, in periods. */
const POOLED_PERIODS = 6;

/** A rectangle of numbers that are not known yet. */
export function unknown(areas: number, periods: number): Float64Array[] {
  return Array.from({ length: areas }, () => new Float64Array(periods).fill(Number.NaN));
}

/**
 * Sizes by moments from past one-step errors: Σ (e² − m) / Σ m², forgotten slowly. With `pooled` an area leans on all areas: with few
 * errors of its own it gets theirs. Only errors before t count at t; Infinity (Poisson) where they show no more spread than chance.
 */
export function sizesFromPastErrors(
  counts: readonly Float64Array[],
  mean: readonly Float64Array[],
  pooled: boolean,
): Float64Array[] {
  const length = mean[0]!.length;
  const size = mean.map(() => new Float64Array(length).fill(Infinity));
  const excess = new Float64Array(mean.length);
  const square = new Float64Array(mean.length);
  const periods = new Float64Array(mean.length);
  for (let t = 0; t < length; t++) {
    let share = 0;
    let weights = 0;
    for (let i = 0; i < mean.length; i++) {
      if (!(square[i]! > 0)) continue;
      share += Math.max(0, excess[i]!);
      weights += square[i]!;
    }
    const common = weights > 0 ? share / weights : 0;
    for (let i = 0; i < mean.length; i++) {
      const extra = pooled && periods[i]! > 0 ? (POOLED_PERIODS * square[i]!) / periods[i]! : 0;
      const dispersion = (excess[i]! + common * extra) / (square[i]! + extra);
      if (dispersion > 1e-9) size[i]![t] = 1 / dispersion;
      const m = mean[i]![t]!;
      const y = counts[i]![t] ?? Number.NaN;
      if (isGap(m) || isGap(y)) continue;
      excess[i] = MEMORY * excess[i]! + (y - m) ** 2 - m;
      square[i] = MEMORY * square[i]! + m * m;
      periods[i] = MEMORY * periods[i]! + 1;
    }
  }
  return size;
}
