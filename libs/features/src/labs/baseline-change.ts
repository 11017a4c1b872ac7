import type { CellRow } from '@datalab/data';
import type { ManifestSource } from '../picture/manifest.js';
import { changeBetween, shownNumber, type Change } from '../regie/what-changed.js';

/** One area now beside the baseline: numbers as they are shown, null where they are not. */
export interface AreaChange {
  areaCode: string;
  then: number | null;
  now: number | null;
  change: Change;
}

/** The quarters that a baseline is made of: a whole year, so that each season has its own. */
const BASELINE_QUARTERS = 4;

const fullQuarters = ({ periods }: ManifestSource): string[] =>
  periods
    .filter(({ grain, delivered }) => grain === 'quarter' && delivered === 'full')
    .map(({ period }) => period)
    .sort();

const seasonOf = (period: string): string => period.slice(-2);

/**
 * Which quarter is held against which: the newest that is whole now, and the one of the same season among the last four of the baseline. Undefined
 * while no whole quarter followed on the baseline, or where the baseline lacks that season.
 */
export function comparedPeriods(
  baseline: ManifestSource,
  now: ManifestSource,
): { then: string; now: string } | undefined {
  const kept = fullQuarters(baseline).slice(-BASELINE_QUARTERS);
  const newest = fullQuarters(now).at(-1);
  if (newest === undefined || newest <= (kept.at(-1) ?? '')) return undefined;
  const then = kept.find((period) => seasonOf(period) === seasonOf(newest));
  return then === undefined ? undefined : { then, now: newest };
}

type Cell = Pick<CellRow, 'state' | 'reports'> & { areaCode: string; period: string; datasetId: string };

/** How each of these areas changed in one source. Both periods were delivered in full. */
export function areaChanges(
  areaCodes: readonly string[],
  datasetId: string,
  periods: { then: string; now: string },
  cells: { then: readonly Cell[]; now: readonly Cell[] },
): AreaChange[] {
  const numbers = (rows: readonly Cell[], period: string) => {
    const byArea = new Map(
      rows.filter((row) => row.datasetId === datasetId && row.period === period).map((row) => [row.areaCode, row]),
    );
    return (code: string) => shownNumber(byArea.get(code), true);
  };
  const [then, now] = [numbers(cells.then, periods.then), numbers(cells.now, periods.now)];
  return areaCodes.map((areaCode) => {
    const pair = { then: then(areaCode), now: now(areaCode) };
    return { areaCode, ...pair, change: changeBetween(pair.now, pair.then) };
  });
}
