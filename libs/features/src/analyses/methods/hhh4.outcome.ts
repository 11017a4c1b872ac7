import type { AreaCounts } from './area-counts.js';

/** What the model is fitted to. */
export interface EpidemicData extends AreaCounts {
  periods: string[];
  /** Noised, `counts[area][period]`; NaN is a gap. */
  counts: Float64Array[];
  season: number;
}

/** What is kept of the fit. */
export interface EpidemicOutcome {
  /** Of what one report in the period before brings on: here, and with each neighbour. Null where the model has no such part. */
  own: Estimate;
  beside: Estimate | null;
  /** Reports that follow from one, on average, here and around. */
  growth: number;
  /** Parts of all expected reports; they add up to 1. */
  shares: { endemic: number; own: number; beside: number };
  parameters: number;
  observations: number;
  converged: boolean;
}

/** A parameter with its 95 % interval. */
export interface Estimate {
  estimate: number;
  low: number;
  high: number;
}
