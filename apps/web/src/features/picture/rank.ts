import type { AreaFigure } from './area-figure.js';

export interface Rank {
  /** 1 is the highest; equal values share the better rank. */
  rank: number;
  total: number;
}

/** Where an area stands among all areas with a figure, by rate where every one of them has one, else by count. Withheld areas are not ranked. */
export function rankOf(figure: AreaFigure, figures: readonly AreaFigure[]): Rank | undefined {
  const known = figures.filter(({ reports }) => reports !== null);
  const hasRates = known.every(({ rate }) => rate !== null);
  const value = (one: AreaFigure): number | null => (hasRates ? one.rate : one.reports);
  const own = value(figure);
  if (own === null || known.length < 2) return undefined;
  return { rank: 1 + known.filter((one) => (value(one) ?? 0) > own).length, total: known.length };
}
