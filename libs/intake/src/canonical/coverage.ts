import { boundsOf, periodsBetween, type CoveredRange } from '@datalab/domain';
import type { UnhashedRow } from './row-sink.js';

/** What a file seems to cover; the steward confirms it, since a month without rows may be a gap or a true zero. */
export interface CoverageProposal {
  /** What to declare: the span without its gaps. */
  ranges: CoveredRange[];
  /** Months (years, where the file knows only years) inside the span without any row: proposed as "not delivered", never as zero. */
  gaps: string[];
  /** Rows per month, or per year where the file knows only years; in order. */
  periods: { period: string; rows: number }[];
}

const EDGE_DAYS = 3;

/**
 * Follows the dates of the rows of a file. A span is proposed up to the first and last day that occur, or to the ends of their months
 * where those are within three days: claiming more would turn "not yet exported" into zeros.
 */
export class CoverageTracker {
  readonly #months = new Map<string, number>();
  readonly #years = new Map<string, number>();
  /** Months of month-only dates that were taken in before: they repeat a million times. */
  readonly #widened = new Set<string>();
  #firstDay: string | undefined;
  #lastDay: string | undefined;

  add(row: UnhashedRow): void {
    if ('occurred_on' in row) {
      const { occurred_on: date, occurred_precision: precision } = row;
      if (precision === 'year') return count(this.#years, date.slice(0, 4));
      count(this.#months, date.slice(0, 7));
      if (precision === 'day') this.#widen(date, date);
      else if (!this.#widened.has(date)) {
        this.#widened.add(date);
        this.#widen(date, boundsOf(date.slice(0, 7)).to);
      }
    } else if ('month' in row) {
      count(this.#months, row.month);
      const { from, to } = boundsOf(row.month);
      this.#widen(from, to);
    } else if (row.period.length === 4) count(this.#years, row.period);
    else {
      const { from, to } = boundsOf(row.period);
      for (const month of periodsBetween(from, to, 'month')) count(this.#months, month);
      this.#widen(from, to);
    }
  }

  /** `today` bounds what can be covered (`YYYY-MM-DD`). */
  propose(today: string): CoverageProposal {
    const byMonth = this.#months.size > 0;
    const rows = byMonth ? this.#months : this.#years;
    const present = [...rows.keys()].sort();
    const [first, last] = [present[0], present.at(-1)];
    if (first === undefined || last === undefined) return { ranges: [], gaps: [], periods: [] };
    const from = byMonth ? this.#start(first) : boundsOf(first).from;
    const to = earliest(byMonth ? this.#end(last) : boundsOf(last).to, today);
    const all = periodsBetween(boundsOf(first).from, boundsOf(last).to, byMonth ? 'month' : 'year');
    return {
      ranges: rangesOf(all, rows, from, to),
      gaps: all.filter((period) => !rows.has(period)),
      periods: present.map((period) => ({ period, rows: rows.get(period)! })),
    };
  }

  #widen(from: string, to: string): void {
    if (this.#firstDay === undefined || from < this.#firstDay) this.#firstDay = from;
    if (this.#lastDay === undefined || to > this.#lastDay) this.#lastDay = to;
  }

  #start(month: string): string {
    const first = this.#firstDay!;
    return Number(first.slice(8)) <= EDGE_DAYS ? `${month}-01` : first;
  }

  #end(month: string): string {
    const { to } = boundsOf(month);
    const last = this.#lastDay!;
    return Number(to.slice(8)) - Number(last.slice(8)) < EDGE_DAYS ? to : last;
  }
}

function rangesOf(all: readonly string[], rows: ReadonlyMap<string, number>, from: string, to: string): CoveredRange[] {
  const ranges: CoveredRange[] = [];
  let open: CoveredRange | undefined;
  for (const period of all) {
    if (!rows.has(period)) open = undefined;
    else if (open === undefined) ranges.push((open = { ...boundsOf(period) }));
    else open.to = boundsOf(period).to;
  }
  ranges[0]!.from = from;
  ranges.at(-1)!.to = to;
  return ranges;
}

const earliest = (a: string, b: string): string => (a < b ? a : b);

function count(map: Map<string, number>, key: string): void {
  map.set(key, (map.get(key) ?? 0) + 1);
}

/** The coverage of rows that are in memory; see CoverageTracker. */
export function proposeCoverage(rows: Iterable<UnhashedRow>, today: string): CoverageProposal {
  const tracker = new CoverageTracker();
  for (const row of rows) tracker.add(row);
  return tracker.propose(today);
}
