import type { ExactGroup } from '../data/exact-cells.js';
import type { RunRows } from '../data/run-rows.js';

/** Counts of the periods of a run, of all its areas together. */
export interface PeriodCounts {
  periods: string[];
  /** Exact cells; undefined is a period that was not wholly delivered by every source: a gap, never nought. */
  cells: (ExactGroup | undefined)[];
  /** Periods after which the same season returns: 12 for months, 4 for quarters, 1 for years. */
  season: number;
}

/** Fields that counts per period are made of. */
export const PERIOD_FIELDS = ['occurred_on', 'category', 'area_code', 'count', 'period'] as const;

const SEASONS = { month: 12, quarter: 4, year: 1, all: 1 } as const;

/** `only`: these areas of the run's level; all of them where left out. */
export async function readPeriodCounts(rows: RunRows, only?: readonly string[]): Promise<PeriodCounts> {
  const chosen = new Set(only ?? rows.areas.map(({ code }) => code));
  const codes = [...chosen].map((code) => `'${code.replaceAll("'", "''")}'`).join(', ');
  const found = await rows.cells(['period', 'inside'], {
    inside: `case when area_code in (${codes}) then 1 else 0 end`,
  });
  const byPeriod = new Map(
    found.filter(({ group }) => group['inside'] === 1).map((cell) => [cell.group['period'], cell]),
  );
  const periods = rows.periods();
  return {
    periods: periods.map(({ period }) => period),
    season: SEASONS[rows.scope.grain],
    cells: periods.map(({ period, delivered }) =>
      delivered === 'full' ? (byPeriod.get(period) ?? rows.emptyCell({ period, inside: 1 })) : undefined,
    ),
  };
}

/** Noised reports per area and period, `[area][period]`: what maps through time are made of. NaN is a gap. */
export async function readAreaPeriods(rows: RunRows): Promise<{ periods: string[]; reports: Float64Array[] }> {
  const found = new Map(
    (await rows.cells(['area_code', 'period'])).map((cell) => [
      `${cell.group['area_code']} ${cell.group['period']}`,
      rows.noised(cell),
    ]),
  );
  const periods = rows.periods();
  return {
    periods: periods.map(({ period }) => period),
    reports: rows.areas.map(({ code }) =>
      Float64Array.from(periods, ({ period, delivered }) =>
        delivered === 'full' ? (found.get(`${code} ${period}`) ?? 0) : Number.NaN,
      ),
    ),
  };
}
