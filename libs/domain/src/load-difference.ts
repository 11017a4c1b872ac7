/** How many rows of a load are new, gone, said differently or the same, against what it replaces. */
export interface RowChanges {
  added: number;
  removed: number;
  changed: number;
  same: number;
}

/**
 * What a load changes: rows are matched by their record hash, within the days that it covers, with what counted there until now. Exact
 * counts, so for the load's own organisation alone.
 */
export interface LoadDifference {
  /** Length of the periods of `cells`. */
  grain: 'month' | 'year';
  total: RowChanges;
  /** Revisions of which rows counted in these days, ascending; empty where nothing did. */
  replaces: number[];
  /** Only where something changes; by period, then category. A changed row stands under its new period and category. */
  cells: (Omit<RowChanges, 'same'> & { period: string; category: string })[];
}

/** Whether a load takes away or rewrites what was delivered before; only adding is no loss. */
export const takesAway = ({ total }: LoadDifference): boolean => total.removed + total.changed > 0;
