import { protectedUnits, type ExactCell } from '../exact-cell.js';
import type { Floor } from '../gate-policy.js';

/**
 * Rule 1. Fewer reports or fewer households than the floor → withheld. Where the source is a table of counts there is no household
 * to count. Returns which half failed, or null where the cell passes.
 */
export function thresholdFault(cell: ExactCell, floor: Floor): 'too_few_reports' | 'too_few_households' | null {
  if (cell.reports < floor.reports) return 'too_few_reports';
  if (cell.kind === 'records' && protectedUnits(cell) < floor.households) return 'too_few_households';
  return null;
}
