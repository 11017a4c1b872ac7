import type { CellRow } from '@datalab/data';
import { PLATFORM_NOISE } from '@datalab/disclosure';

/** How a number of reports stands to that of a year before. `unknown` where either is not shown or was not delivered. */
export type Change = 'more' | 'less' | 'same' | 'unknown';

const Z_95 = 1.959963984540054;

/**
 * Compares two shown numbers of reports as counts: they differ where the difference is more than 1.96 standard deviations of what Poisson chance and
 * the noise of both give. Zero is a number; a withheld one is not.
 */
export function changeBetween(now: number | null, before: number | null): Change {
  if (now === null || before === null) return 'unknown';
  const deviation = Math.sqrt(now + before + 2 * PLATFORM_NOISE.variance);
  const z = (now - before) / deviation;
  return z > Z_95 ? 'more' : z < -Z_95 ? 'less' : 'same';
}

/** The number that a cell shows: zero where it holds nothing and its period was delivered, null where it is not shown. */
export const shownNumber = (cell: Pick<CellRow, 'state' | 'reports'> | undefined, delivered: boolean): number | null =>
  !delivered ? null : cell === undefined ? 0 : cell.state === 'shown' ? cell.reports : null;

/** The same period a year before: `2024-Q1` → `2023-Q1`. */
export const yearBefore = (period: string): string => `${Number(period.slice(0, 4)) - 1}${period.slice(4)}`;
