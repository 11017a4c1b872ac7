import type { ExactCell } from '../exact-cell.js';

/**
 * Rule 4. All, or none, of the reports have a sensitive attribute: then whoever knows that somebody is in the cell
 * knows it of that person. The checkers are told; from the public the cell is withheld. A cell in which nobody said
 * anything discloses nothing.
 */
export function disclosesClass(cell: ExactCell): boolean {
  return (cell.sensitive ?? []).some(({ holds, known }) => known > 0 && (holds === 0 || holds === known));
}
