import type { PerturbationTable } from './build-perturbation-table.js';
import { lookupPoint, type Draw } from './cell-key.js';

/** The noise of a count at a point 0 … 2³² − 1 of the scale: one look-up in the table. */
export function noiseAt(table: PerturbationTable, count: number, point: number): number {
  const row = table.rows[Math.min(count, table.rows.length - 1)]!;
  return row.noise[row.upTo.findIndex((upTo) => point < upTo)]!;
}

/** The noise of a count in a cell with this key: the same set always gets the same. */
export const cellNoise = (table: PerturbationTable, count: number, key: number, draw: Draw): number =>
  noiseAt(table, count, lookupPoint(key, count, draw));
