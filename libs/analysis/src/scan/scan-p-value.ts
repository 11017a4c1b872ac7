/** (1 + replicates with a maximum at least so large) / (replicates + 1): never zero. Equal up to 1e-9 counts as at least. */
export function scanPValue(logLikelihoodRatio: number, maxima: Float64Array): number {
  let larger = 0;
  for (const maximum of maxima) if (maximum >= logLikelihoodRatio - 1e-9) larger++;
  return (1 + larger) / (maxima.length + 1);
}

/**
 * Recurrence interval of a cluster with that p in a scan repeated every period: once in so many periods chance alone gives a
 * cluster that unlikely. 0 < p ≤ 1.
 */
export const recurrenceInterval = (p: number): number => 1 / p;
