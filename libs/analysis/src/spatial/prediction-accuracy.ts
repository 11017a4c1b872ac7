/** Cells with what was seen (or predicted) before and what happened after; all of equal length, numbers from 0. */
export interface PredictionCells {
  readonly ids: readonly string[];
  /** What the cells are ranked by: the count of a training period, or any forecast. */
  readonly training: ArrayLike<number>;
  /** Events of the test period. */
  readonly test: ArrayLike<number>;
  readonly area: ArrayLike<number>;
}

/** How well the top share of the cells holds the events of the test period. NaN where there are no events. */
export interface PredictionAccuracy {
  readonly share: number;
  /** max(1, ⌊share × cells⌋). */
  readonly cells: number;
  readonly areaShare: number;
  readonly hits: number;
  readonly hitRate: number;
  /** Prediction accuracy index: hit rate / area share (Chainey et al. 2008). */
  readonly pai: number;
  /** The most that any such number of cells could reach. */
  readonly paiMax: number;
  /** Prediction efficiency index: hits / most possible hits (Hunt 2016). */
  readonly pei: number;
  /** Recapture rate index: hit rate / share of the training events. */
  readonly rri: number;
  /** The chosen cells, best first. */
  readonly chosen: readonly string[];
  /** Cells with the same training value as the last chosen one: how arbitrary the choice at the edge is. */
  readonly tiedAtCutoff: number;
}

/**
 * Hit rate, PAI, PEI and RRI of the top share of the cells. Ranked by training value, ties by id (in code-unit order). The area
 * share is of the cells given: state whether empty cells are among them. Throws RangeError without cells, on lengths that
 * differ, and on a share outside (0, 1].
 */
export function predictionAccuracy(cells: PredictionCells, share: number): PredictionAccuracy {
  const n = cells.ids.length;
  if ([cells.training, cells.test, cells.area].some((column) => column.length !== n))
    throw new RangeError('columns differ in length');
  if (n === 0) throw new RangeError('there are no cells');
  if (!(share > 0 && share <= 1)) throw new RangeError('the share must lie above 0 and at most 1');
  // A share of 0.29 of 100 cells is 29 cells, though 0.29 × 100 is a little less than 29.
  const k = Math.max(1, Math.floor(share * n + 1e-9));
  const chosen = ranking(cells.ids, cells.training).slice(0, k);
  const best = ranking(cells.ids, cells.test).slice(0, k);
  const all = Array.from({ length: n }, (_, i) => i);
  const hits = sumOver(cells.test, chosen);
  const events = sumOver(cells.test, all);
  const areaShare = sumOver(cells.area, chosen) / sumOver(cells.area, all);
  const most = sumOver(cells.test, best);
  const hitRate = hits / events;
  const cutoff = cells.training[chosen.at(-1)!]!;
  return {
    share,
    cells: k,
    areaShare,
    hits,
    hitRate,
    pai: hitRate / areaShare,
    paiMax: most / events / areaShare,
    pei: hits / most,
    rri: hitRate / (sumOver(cells.training, chosen) / sumOver(cells.training, all)),
    chosen: chosen.map((i) => cells.ids[i]!),
    tiedAtCutoff: all.filter((i) => cells.training[i] === cutoff).length,
  };
}

/** Area under the curve of hit rate against area share, cells in the order of their training value: 0.5 = no better than chance. */
export function areaUnderHitRate(cells: PredictionCells): number {
  const order = ranking(cells.ids, cells.training);
  const events = sumOver(cells.test, order);
  const total = sumOver(cells.area, order);
  let [seen, under] = [0, 0];
  for (const i of order) {
    const before = seen;
    seen += cells.test[i]!;
    under += ((cells.area[i]! / total) * (before + seen)) / events / 2;
  }
  return under;
}

function ranking(ids: readonly string[], value: ArrayLike<number>): number[] {
  const order = ids.map((_, i) => i);
  return order.sort((a, b) => value[b]! - value[a]! || (ids[a]! < ids[b]! ? -1 : ids[a]! > ids[b]! ? 1 : 0));
}

function sumOver(values: ArrayLike<number>, places: readonly number[]): number {
  return places.reduce((sum, i) => sum + values[i]!, 0);
}
