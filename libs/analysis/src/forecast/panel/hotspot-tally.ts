import { predictionAccuracy } from '../../spatial/prediction-accuracy.js';

/** Share of the areas that would be looked at. */
export const HOTSPOT_SHARE = 0.05;
/** With fewer areas the top 5 % is one area, and says little. */
const LEAST_AREAS = 20;

/** Collects forecasts by method and period, to see whether the areas with the highest forecasts were those with the most counts. */
export interface HotspotTally {
  add(method: number, t: number, area: number, mean: number, count: number): void;
  /** Over all periods together, every area one unit of area; NaN with too few areas. */
  summary(method: number): { hitRate: number; pai: number; pei: number };
}

interface PeriodRanking {
  readonly ids: string[];
  readonly training: number[];
  readonly test: number[];
}

/** An empty tally for so many methods. */
export function hotspotTally(areas: readonly string[], methods: number): HotspotTally {
  const rankings = Array.from({ length: methods }, () => new Map<number, PeriodRanking>());
  return {
    add(method, t, area, mean, count) {
      if (areas.length < LEAST_AREAS) return;
      const ranking = rankings[method]!.get(t) ?? { ids: [], training: [], test: [] };
      ranking.ids.push(areas[area]!);
      ranking.training.push(mean);
      ranking.test.push(count);
      rankings[method]!.set(t, ranking);
    },
    summary(method) {
      let [hits, events, most, areaShare, periods] = [0, 0, 0, 0, 0];
      for (const { ids, training, test } of rankings[method]!.values()) {
        const area = ids.map(() => 1);
        const accuracy = predictionAccuracy({ ids, training, test, area }, HOTSPOT_SHARE);
        const seen = test.reduce((sum, count) => sum + count, 0);
        // A period in which nothing happened anywhere cannot be hit.
        if (seen === 0) continue;
        hits += accuracy.hits;
        events += seen;
        most += accuracy.paiMax * accuracy.areaShare * seen;
        areaShare += accuracy.areaShare;
        periods++;
      }
      const hitRate = hits / events;
      return { hitRate, pai: hitRate / (areaShare / periods), pei: hits / most };
    },
  };
}
