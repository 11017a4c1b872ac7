import type { Hhh4Data, Hhh4Options } from './hhh4.js';
import { firstOrderWeights, powerLawWeights } from './neighbour-weights.js';

/**
 * To how many reports one report leads on average in the next period, here and with the neighbours: the largest eigenvalue of ar·I + φᵢ wⱼᵢ. All entries
 * are 0 or more, so it is found by powers of the matrix plus one (which cannot oscillate). `names` and `coefficients` are those of the fit; under 1 the
 * process dies out of itself.
 */
export function epidemicGrowth(
  data: Hhh4Data,
  options: Hhh4Options,
  names: readonly string[],
  coefficients: Float64Array,
): number {
  const value = (name: string) => coefficients[names.indexOf(name)] ?? 0;
  const own = options.own ? Math.exp(value('ar.1')) : 0;
  if (options.neighbours === 'none') return own;
  const weights =
    options.neighbours === 'powerlaw'
      ? powerLawWeights(data.orders, value('neweights.d'), options.maxlag)
      : firstOrderWeights(data.orders);
  const strength = data.population[0]!.map((pop) =>
    Math.exp(value('ne.1') + (options.neighbourPopulation ? value('ne.log(pop)') * Math.log(pop) : 0)),
  );
  let vector = strength.map(() => 1 / strength.length);
  let growth = 0;
  for (let k = 0; k < 20_000; k++) {
    const next = vector.map((x, i) => {
      return (1 + own) * x + strength[i]! * vector.reduce((sum, v, j) => sum + weights.value[j]![i]! * v, 0);
    });
    const total = next.reduce((sum, v) => sum + v, 0);
    vector = next.map((v) => v / total);
    if (Math.abs(total - growth) < 1e-14) break;
    growth = total;
  }
  return growth - 1;
}
