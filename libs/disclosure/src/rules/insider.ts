import { bug } from '@datalab/domain';
import type { ExactCell } from '../exact-cell.js';
import type { Floor } from '../gate-policy.js';
import { dominanceFault, type DominanceFault } from './dominance.js';
import { thresholdFault, type ThresholdFault } from './threshold.js';

export type InsiderFault = `insider_${ThresholdFault | DominanceFault}`;

/**
 * Rule 3. A participant knows its own records and subtracts them from the cell. What it is left with must pass the
 * threshold, and dominance where that rule is on, or the cell is withheld from everybody: a number given to one is
 * given to all. A remainder of 0 tells the participant only that nobody else has reports here. Null where every
 * remainder passes, or where there is one source.
 */
export function insiderFault(cell: ExactCell, floor: Floor, withDominance: boolean): InsiderFault | null {
  if (cell.source.length < 2) return null;
  if (cell.remainders === undefined) throw bug('a cell of several sources needs what is left without each participant');
  for (const remainder of cell.remainders) {
    if (remainder.reports === 0) continue;
    const part = { ...remainder, kind: cell.kind };
    const fault = thresholdFault(part, floor) ?? (withDominance ? dominanceFault(part) : null);
    if (fault !== null) return `insider_${fault}`;
  }
  return null;
}
