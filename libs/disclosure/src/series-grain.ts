import type { Grain } from '@datalab/domain';
import type { SharedTier } from './gate-policy.js';
import type { ProtectedCell } from './protected-cell.js';

/**
 * The grains that a series (area × category × source) may have, finest first. `all` is what is left where no year has
 * enough.
 */
export const SERIES_GRAINS = ['month', 'quarter', 'year', 'all'] as const satisfies readonly Grain[];
export type SeriesGrain = (typeof SERIES_GRAINS)[number];

/** The share of the cells of all siblings together that must have an answer, by who looks (ADR 0082). */
export const ANSWERED_SHARE: Readonly<Record<SharedTier, number>> = { lab: 0.5, public: 0.8 };

/** Whether the reader learns something: a number, or a certain zero. */
export const isAnswer = (cell: Pick<ProtectedCell, 'state'>): boolean =>
  cell.state === 'shown' || cell.state === 'zero';

/** Of the cells of all siblings in the previous closed year, at one grain. */
export interface GrainTally {
  /** Shown, or a certain zero. */
  answered: number;
  delivered: number;
}

/**
 * The grain of the series of one category and source in the areas under one parent: the finest at which enough
 * (`ANSWERED_SHARE` of the tier) of the delivered cells of the previous closed year, of all siblings together, have an answer.
 * Siblings share it, or the difference of grain would itself tell where there is little. Fixed for a year and entered
 * in the ledger; never chosen from the year that is being shown. A grain without delivered cells is passed over.
 */
export function chooseGrainOf(
  tier: SharedTier,
  previousYear: Readonly<Record<Exclude<SeriesGrain, 'all'>, GrainTally>>,
): SeriesGrain {
  for (const grain of SERIES_GRAINS) {
    if (grain === 'all') break;
    const { answered, delivered } = previousYear[grain];
    if (delivered > 0 && answered >= ANSWERED_SHARE[tier] * delivered) return grain;
  }
  return 'all';
}

/** The same from the protected cells themselves: `previousYear[grain]` holds those of all siblings at that grain. */
export function chooseSeriesGrain(
  tier: SharedTier,
  previousYear: Readonly<Record<Exclude<SeriesGrain, 'all'>, readonly Pick<ProtectedCell, 'state'>[]>>,
): SeriesGrain {
  const of = (grain: Exclude<SeriesGrain, 'all'>): GrainTally => {
    const delivered = previousYear[grain].filter((cell) => cell.state !== 'not_delivered');
    return { answered: delivered.filter(isAnswer).length, delivered: delivered.length };
  };
  return chooseGrainOf(tier, { month: of('month'), quarter: of('quarter'), year: of('year') });
}

/** Whether a table may be asked for at `grain` when its series has `chosen`: the chosen grain and every coarser one. */
export const mayShowGrain = (grain: SeriesGrain, chosen: SeriesGrain): boolean =>
  SERIES_GRAINS.indexOf(grain) >= SERIES_GRAINS.indexOf(chosen);
