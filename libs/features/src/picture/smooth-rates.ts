import { empiricalBayesRates } from '@datalab/analysis';
import type { AreaRow } from '@datalab/data';
import { coarsePrior, type Prior } from '@datalab/disclosure';

/** What a rate is per thousand of. */
export const RATE_UNITS = ['inhabitants', 'addresses'] as const;
export type RateUnit = (typeof RATE_UNITS)[number];

/** What rates of one level are per: thousands of inhabitants or of addresses, per area; an area without has no rate. */
export interface Exposure {
  unit: RateUnit;
  of: ReadonlyMap<string, number>;
}

/** Under this many areas nobody can say how much rates differ beyond chance. */
const FEWEST_RATES = 10;

/** Inhabitants where most areas of the level have them, else addresses (households), else nothing: then there are no smoothed rates. */
export function exposureOf(areas: readonly AreaRow[], level: string): Exposure | undefined {
  const own = areas.filter((area) => area.level === level);
  for (const unit of RATE_UNITS) {
    const known = own.flatMap(({ code, population, households }): [string, number][] => {
      const number = (unit === 'inhabitants' ? population : households) ?? 0;
      return number > 0 ? [[code, number / 1_000]] : [];
    });
    if (known.length >= FEWEST_RATES && known.length > own.length / 2) return { unit, of: new Map(known) };
  }
  return undefined;
}

/**
 * To what the rates of one map are drawn (Marshall's global empirical Bayes), from the numbers of every area, those without reports and those that
 * will be withheld too. `isOwn`: the organisation's own exact figures, whose prior need not be coarse.
 */
export function priorOf(counts: ReadonlyMap<string, number>, { of }: Exposure, isOwn: boolean): Prior | undefined {
  const exposure = [...of.values()];
  const { priorMean: mean, priorVariance: variance } = empiricalBayesRates(
    [...of.keys()].map((code) => counts.get(code) ?? 0),
    exposure,
  );
  if (!isOwn)
    return coarsePrior(
      { mean, variance },
      exposure.reduce((sum, one) => sum + one, 0),
    );
  return mean > 0 ? { mean, exposure: variance > 0 ? mean / variance : Number.POSITIVE_INFINITY } : undefined;
}
