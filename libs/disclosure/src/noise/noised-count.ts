import { bug } from '@datalab/domain';
import type { ExactCell } from '../exact-cell.js';
import { cellNoise } from './noise-at.js';
import { PERTURBATION_TABLE } from './perturbation-table.js';

/**
 * How much the noise of a report count is enlarged so that it hides a household and not only a report: the mean number
 * of reports of the two largest households, at least 1.
 */
export function noiseScale(cell: Pick<ExactCell, 'kind' | 'largestHouseholds'>): number {
  if (cell.kind === 'counts') return 1;
  if (cell.largestHouseholds === undefined) throw bug('noise needs the two largest households of the cell');
  return Math.max(1, (cell.largestHouseholds[0] + cell.largestHouseholds[1]) / 2);
}

/**
 * The greatest noise that the reports of this cell can have got. For the ledger: the onlooker is assumed to know it.
 */
export const noiseBound = (cell: Pick<ExactCell, 'kind' | 'largestHouseholds'>): number =>
  Math.round(PERTURBATION_TABLE.max * noiseScale(cell));

/**
 * Rule 6 for reports: the count with its noise, an integer ≥ 0, before anything is withheld, raised or rounded. Zero
 * stays zero. Every map statistic is computed from this number of *every* cell, also of those that are withheld. Throws
 * `Bug` without a key.
 */
export function noisedReports(cell: ExactCell): number {
  const noise = cellNoise(PERTURBATION_TABLE, cell.reports, keyOf(cell), 'reports') * noiseScale(cell);
  return Math.max(0, cell.reports + Math.sign(noise) * Math.round(Math.abs(noise)));
}

/** Rule 6 for households: a draw of their own, not scaled. */
export const noisedHouseholds = (cell: ExactCell): number =>
  cell.households + cellNoise(PERTURBATION_TABLE, cell.households, keyOf(cell), 'households');

function keyOf(cell: ExactCell): number {
  if (cell.key === undefined) throw bug('noise needs the key of the cell');
  return cell.key;
}
