import { normalDensity, normalLogDensity, normalTails } from '../special/normal.js';

/** −log density of a normal forecast; NaN for a gap or a deviation that is not positive. */
export function normalLogScore(y: number, mean: number, deviation: number): number {
  return deviation > 0 ? Math.log(deviation) - normalLogDensity((y - mean) / deviation) : Number.NaN;
}

/** CRPS of a normal forecast in the unit of y (Gneiting & Raftery 2007); NaN for a gap or a deviation that is not positive. */
export function normalCrps(y: number, mean: number, deviation: number): number {
  if (!(deviation > 0)) return Number.NaN;
  const z = (y - mean) / deviation;
  return deviation * (z * (2 * normalTails(z).lower - 1) + 2 * normalDensity(z) - 1 / Math.sqrt(Math.PI));
}

/**
 * CRPS of an equally weighted sample: mean |xᵢ − y| − Σᵢⱼ |xᵢ − xⱼ| / 2m² (the energy form). NaN for an empty sample or a gap.
 */
export function ensembleCrps(y: number, sample: ArrayLike<number>): number {
  const sorted = Float64Array.from(sample).sort();
  const m = sorted.length;
  if (m === 0) return Number.NaN;
  let distance = 0;
  let pairs = 0;
  for (let i = 0; i < m; i++) {
    distance += Math.abs(sorted[i]! - y);
    pairs += (2 * i + 1 - m) * sorted[i]!;
  }
  return distance / m - pairs / (m * m);
}
