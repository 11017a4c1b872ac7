import { protectedUnits, type Part } from '../exact-cell.js';
import type { Floor } from '../gate-policy.js';

export type ThresholdFault = 'too_few_reports' | 'too_few_households';

/**
 * Rule 1. Fewer reports or fewer households than the floor → withheld. Where the source is a table of counts there is
 * no household to count. Returns which half failed, or null where the part passes.
 */
export function thresholdFault(part: Part, floor: Floor): ThresholdFault | null {
  if (part.reports < floor.reports) return 'too_few_reports';
  if (part.kind === 'records' && protectedUnits(part) < floor.households) return 'too_few_households';
  return null;
}
