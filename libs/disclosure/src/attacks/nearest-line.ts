import { ALL_CATEGORIES, ALL_PERIODS, grainOf, periodOf } from '@datalab/domain';
import { linesOf } from './ledger-of-tables.js';
import { squareAbouts } from './square-lines.js';
import type { LineAbout } from './exact-tables.js';
import type { PublishedTables } from './published-tables.js';

/** How many lines give no number, and for how many of them a nearer or farther one does. */
export interface NearestTally {
  withoutNumber: number;
  withNearest: number;
}

/**
 * For every line (of areas and of squares) in which there is something and that gives no number: whether the same source gives one for a longer
 * period, a larger area or all categories together, which is what a screen offers instead.
 */
export function nearestTally(tables: PublishedTables): NearestTally {
  const tally: NearestTally = { withoutNumber: 0, withNearest: 0 };
  const parents = new Map<string, string>();
  for (const [parent, inside] of tables.frame.children)
    if (parent !== '') for (const area of inside) parents.set(area, parent);
  for (const [square, area] of tables.frame.squares) parents.set(square, area);
  for (const about of [...linesOf(tables), ...squareAbouts(tables)]) {
    const { exact, published } = tables.line(about);
    if (exact.reports === 0 || published?.state === 'shown') continue;
    tally.withoutNumber += 1;
    if (nearestLine(tables, parents, about) !== undefined) tally.withNearest += 1;
  }
  return tally;
}

function nearestLine(
  tables: PublishedTables,
  parents: ReadonlyMap<string, string>,
  { area, period, category, source }: LineAbout,
): LineAbout | undefined {
  for (const kind of new Set([category, ALL_CATEGORIES]))
    for (let at: string | undefined = area; at !== undefined; at = parents.get(at))
      for (const time of [period, ...longer(period)]) {
        const about = { area: at, period: time, category: kind, source };
        if (tables.line(about).published?.state === 'shown') return about;
      }
  return undefined;
}

function longer(period: string): string[] {
  const grain = grainOf(period);
  const year = period.slice(0, 4);
  if (grain === 'month') return [periodOf(`${period}-01`, 'quarter'), year, ALL_PERIODS];
  if (grain === 'quarter') return [year, ALL_PERIODS];
  return grain === 'year' ? [ALL_PERIODS] : [];
}
