import { ALL_CATEGORIES, type Grain, type ReleaseTier, type TableDesign } from '@datalab/domain';

/** Another form of the same table, that gives less. */
export interface CoarserDesign {
  name: 'leave_out' | 'longer_periods' | 'larger_areas' | 'all_categories' | 'lab_only';
  tier: ReleaseTier;
  design: TableDesign;
}

const LONGER: Partial<Record<Grain, Grain>> = { month: 'quarter', quarter: 'year', year: 'all' };

/**
 * What could go out in the place of a table that may not: without the cells that say too much, over longer periods, over larger areas, over all
 * categories together, or to the lab alone. `levels` are the region's, highest first; `grains` those that the source can tell.
 */
export function coarserDesigns(
  design: TableDesign,
  tier: ReleaseTier,
  cells: readonly { areaCode: string; period: string }[],
  { levels, grains }: { levels: readonly string[]; grains: readonly Grain[] },
): CoarserDesign[] {
  const coarser: CoarserDesign[] = [];
  const add = (name: CoarserDesign['name'], change: Partial<TableDesign>, forTier = tier) =>
    coarser.push({ name, tier: forTier, design: { ...design, ...change } });
  if (cells.length > 0) {
    const known = new Set(design.leaveOut.map(({ areaCode, period }) => `${areaCode} ${period}`));
    const more = cells.filter(({ areaCode, period }) => !known.has(`${areaCode} ${period}`));
    if (more.length > 0) add('leave_out', { leaveOut: [...design.leaveOut, ...more] });
  }
  const longer = LONGER[design.grain];
  if (longer !== undefined && grains.includes(longer))
    add('longer_periods', { grain: longer, from: null, leaveOut: [] });
  const larger = levels[levels.indexOf(design.level) - 1];
  if (larger !== undefined) add('larger_areas', { level: larger, leaveOut: [] });
  if (design.category !== ALL_CATEGORIES) add('all_categories', { category: ALL_CATEGORIES, leaveOut: [] });
  if (tier === 'public') add('lab_only', {}, 'lab');
  return coarser;
}
