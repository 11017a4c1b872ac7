import type { AreaRow, CellRow, CellView, SeriesGrainRow } from '@datalab/data';
import { mayShowGrain } from '@datalab/disclosure';
import { ALL_PERIODS, type Grain } from '@datalab/domain';
import { shownTier } from './cell-view.js';

/** What a cell can look like. `none_or_few`: nothing, or something that cannot be shown; which of the two is not said. */
export type ShownState = CellRow['state'] | 'none_or_few';
export type ShownCell = Omit<CellRow, 'state'> & { state: ShownState };

/** What decides how a place without a stored cell looks, in one table of one source. */
export interface TableRules {
  /** Nothing and too little look the same. */
  hidesPresence: boolean;
  /** Of the series of this table, per tier, year and parent. */
  grains: readonly SeriesGrainRow[];
  view: CellView;
}

/**
 * How an area without a stored cell looks in a delivered period: too finely divided to publish, "none or too few", or null where it holds zero.
 * Follows from the table alone, never from what is in the cell.
 */
export function impliedCell(
  area: Pick<AreaRow, 'code' | 'parentCode'>,
  period: string,
  grain: Grain,
  { hidesPresence, grains, view }: TableRules,
): ShownCell | null {
  if (view.tier === 'own') return null;
  const tier = shownTier(view, area.code);
  const nothing = {
    areaCode: area.code,
    tier,
    period,
    reports: null,
    ratePerThousand: null,
    smoothedRate: null,
    z: null,
    hotspot: null,
  } as const;
  const chosen = grains.find(
    (row) => row.tier === tier && row.year === period.slice(0, 4) && row.parentCode === (area.parentCode ?? ''),
  );
  if (period !== ALL_PERIODS && chosen !== undefined && !mayShowGrain(grain, chosen.grain))
    return { ...nothing, state: 'coarser' };
  return hidesPresence ? { ...nothing, state: 'none_or_few' } : null;
}
