import { bug } from '@datalab/domain';
import { KEY_SPACE } from './build-perturbation-table.js';

/**
 * The key of a cell: the sum modulo 2³² of the keys of its distinct households (per source), and of its reports where
 * there is no household. Order and grouping do not matter, so the same set has the same key however it was asked for.
 * Keys are integers 0 … 2³² − 1; an empty set has key 0.
 */
export function cellKey(keys: Iterable<number>): number {
  let sum = 0;
  for (const key of keys) {
    if (!Number.isInteger(key) || key < 0 || key >= KEY_SPACE) throw bug('a unit key is not an integer below 2^32');
    sum = (sum + key) % KEY_SPACE;
  }
  return sum;
}

/**
 * The key of a household within one source: from the smallest key of all its reports there (over the whole dataset, not
 * over the cell). It follows from the reports alone, whose keys are the same in every lab, so two labs with the same
 * records show the same noise. A key made from the pseudonym would differ per lab, and three labs together would give
 * withheld cells away (attack suite, positive control). Throws `Bug` without a report.
 */
export function householdKey(recordKeys: Iterable<number>): number {
  let smallest = KEY_SPACE;
  for (const key of recordKeys) smallest = Math.min(smallest, key);
  if (smallest === KEY_SPACE) throw bug('a household without reports has no key');
  return mix(smallest);
}

/** Which number the noise is for. Reports and households of one cell get noise of their own. */
export type Draw = 'reports' | 'households';
const SALT: Record<Draw, number> = { reports: 0x9e3779b9, households: 0x85ebca6b };

/**
 * Where on the scale 0 … 2³² − 1 the table is read: the key mixed with the count and the draw. Without the count two
 * cells about the same households (all categories, and one category) would get equal noise, and their difference would
 * be exact. The mixing is a bijection of the key, so uniform keys stay uniform (finaliser of MurmurHash3).
 */
export function lookupPoint(key: number, count: number, draw: Draw): number {
  return mix((key ^ mix((count ^ SALT[draw]) >>> 0)) >>> 0);
}

function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}
