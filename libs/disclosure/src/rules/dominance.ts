import { bug } from '@datalab/domain';
import type { Part } from '../exact-cell.js';

/** Two that make more than this share of a cell dominate it. */
export const DOMINANT_SHARE = 0.85;
/** From this share of rows with a reporter key on, reporters are known. */
export const REPORTERS_KNOWN_SHARE = 0.8;

export type DominanceFault = 'dominated_by_households' | 'dominated_by_reporters';

/**
 * Rule 2. The two largest households, or where reporters are known the two largest reporters, make more than 85 % of
 * the reports → withheld: such a cell is somebody's door, or somebody's telephone. Null where the part passes.
 */
export function dominanceFault(part: Part): DominanceFault | null {
  if (part.kind === 'counts') return null;
  if (part.largestHouseholds === undefined) throw bug('dominance needs the two largest households of the cell');
  if (dominates(part.largestHouseholds, part.reports)) return 'dominated_by_households';
  if (reportersKnown(part)) {
    if (part.largestReporters === undefined) throw bug('dominance needs the two largest reporters of the cell');
    if (dominates(part.largestReporters, part.reports)) return 'dominated_by_reporters';
  }
  return null;
}

/** Whether enough rows name their reporter to say that no one makes the cell. Never for a table of counts. */
export function reportersKnown(part: Part): boolean {
  return part.kind === 'records' && (part.reportsWithReporter ?? 0) >= REPORTERS_KNOWN_SHARE * part.reports;
}

const dominates = ([first, second]: readonly [number, number], reports: number): boolean =>
  first + second > DOMINANT_SHARE * reports;
