/** How many days after the event reports were registered. Days are whole; shares 0–1. */
export interface Lateness {
  /** Reports of which both days are known. */
  reports: number;
  /** Registered before it happened: one of the two dates is wrong. Counted, and left out of all that follows. */
  before: number;
  /** Null where no report is left. The smallest day by which half, or nine in ten, were registered. */
  medianDays: number | null;
  p90Days: number | null;
  /** Registered more than 30 days later. */
  shareOver30: number | null;
}

/** Later than this is called late. */
export const LATE_AFTER_DAYS = 30;

/**
 * Lateness from its distribution: `counts` gives per number of days (registered − occurred) how many reports there are; any order, a
 * day may come twice. Quantiles are of the empirical distribution (type 1: the inverse of the step function), so always an observed
 * day. Throws RangeError for a count below 0 or days that are not whole.
 */
export function lateness(counts: Iterable<{ days: number; reports: number }>): Lateness {
  const perDay = new Map<number, number>();
  let all = 0;
  let before = 0;
  for (const { days, reports } of counts) {
    if (!Number.isInteger(days) || !Number.isInteger(reports) || reports < 0)
      throw new RangeError('days and reports are whole, reports not below 0');
    all += reports;
    if (days < 0) before += reports;
    else perDay.set(days, (perDay.get(days) ?? 0) + reports);
  }
  const known = all - before;
  if (known === 0) return { reports: all, before, medianDays: null, p90Days: null, shareOver30: null };
  const sorted = [...perDay].sort(([a], [b]) => a - b);
  const quantile = (share: number): number => {
    let sum = 0;
    for (const [days, reports] of sorted) {
      sum += reports;
      if (sum >= share * known) return days;
    }
    return sorted.at(-1)![0];
  };
  const late = sorted.reduce((sum, [days, reports]) => (days > LATE_AFTER_DAYS ? sum + reports : sum), 0);
  return { reports: all, before, medianDays: quantile(0.5), p90Days: quantile(0.9), shareOver30: late / known };
}
