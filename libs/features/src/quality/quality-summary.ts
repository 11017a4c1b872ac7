import { z } from 'zod';
import type { QualityReport } from './quality-report.js';

const LATE = ['same_day', 'within_week', 'within_month', 'longer', 'unknown'] as const;
const SHARES = ['under_1', 'under_5', 'under_20', 'under_50', 'over_50', 'unknown'] as const;
const KEYS = ['over_90', 'over_70', 'under_70', 'unknown'] as const;
const DRIFT = ['steady', 'changed', 'unknown'] as const;

/**
 * The quality of a load as every participant of the lab may know it: bands. Which months were delivered is known already; no number of
 * reports and no category is told, and of a load of fewer than 50 reports nothing but its coverage.
 */
export const qualitySummarySchema = z.object({
  version: z.literal(1),
  coverage: z.object({ delivered: z.number().int(), partial: z.number().int(), gaps: z.number().int() }),
  /** When half of the reports were registered. */
  median: z.enum(LATE),
  /** Registered more than 30 days later. */
  late: z.enum(SHARES),
  /** Identical rows together with rows that another load has as well. */
  duplicates: z.enum(SHARES),
  drift: z.enum(DRIFT),
  /** Rows that should have a household key and do; under 90 % overlap is a lower bound, under 70 % nothing is estimated. */
  keys: z.enum(KEYS),
  missedMatches: z.enum(SHARES),
});
export type QualitySummary = z.infer<typeof qualitySummarySchema>;

const FEWEST_REPORTS = 50;

/** The bands of a report. */
export function summaryOf(report: QualityReport): QualitySummary {
  const { delivered, partial, gaps } = report.coverage;
  const known = report.reports >= FEWEST_REPORTS;
  const banded = (share: number | null | undefined) => (known ? shareBand(share ?? null) : 'unknown');
  const { identical, elsewhere } = report.duplicates;
  return {
    version: 1,
    coverage: { delivered, partial, gaps },
    median: known ? lateBand(report.late?.medianDays ?? null) : 'unknown',
    late: banded(report.late?.shareOver30),
    duplicates: banded(report.reports === 0 ? null : Math.min(1, (identical + elsewhere) / report.reports)),
    drift: known ? driftBand(report) : 'unknown',
    keys: known ? keyBand(report.keys) : 'unknown',
    missedMatches: banded(report.missedMatches?.rate),
  };
}

function shareBand(share: number | null): (typeof SHARES)[number] {
  if (share === null) return 'unknown';
  if (share < 0.01) return 'under_1';
  if (share < 0.05) return 'under_5';
  if (share < 0.2) return 'under_20';
  return share < 0.5 ? 'under_50' : 'over_50';
}

function lateBand(days: number | null): (typeof LATE)[number] {
  if (days === null) return 'unknown';
  if (days === 0) return 'same_day';
  if (days <= 7) return 'within_week';
  return days <= 30 ? 'within_month' : 'longer';
}

function driftBand({ drift }: QualityReport): (typeof DRIFT)[number] {
  const categories = drift?.categories ?? null;
  if (categories === null) return 'unknown';
  return categories.some(({ isFlagged }) => isFlagged) ? 'changed' : 'steady';
}

function keyBand(keys: QualityReport['keys']): (typeof KEYS)[number] {
  if (keys === null || keys.needed < FEWEST_REPORTS) return 'unknown';
  const share = keys.present / keys.needed;
  if (share >= 0.9) return 'over_90';
  return share >= 0.7 ? 'over_70' : 'under_70';
}
