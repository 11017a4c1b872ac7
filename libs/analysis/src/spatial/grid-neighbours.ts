import { neighboursFromPairs, type Neighbours } from './neighbours.js';

/**
 * Queen contiguity of cells of a regular grid, given by whole column and row numbers: the up to eight cells around each.
 * Cells may be sparse and in any order (also negative); a cell that occurs twice is a RangeError, as is a number that is
 * not whole. Cost: linear in the number of cells.
 */
export function gridNeighbours(column: ArrayLike<number>, row: ArrayLike<number>): Neighbours {
  const n = column.length;
  if (row.length !== n) throw new RangeError('column and row differ in length');
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < n; i++) {
    const c = column[i]!;
    const r = row[i]!;
    if (!Number.isInteger(c) || !Number.isInteger(r)) throw new RangeError('column and row must be whole numbers');
    west = Math.min(west, c);
    east = Math.max(east, c);
    south = Math.min(south, r);
    north = Math.max(north, r);
  }
  if (n === 0) return neighboursFromPairs(0, [], []);
  // A border of empty cells around the grid saves the edge tests.
  const width = east - west + 3;
  const cells = width * (north - south + 3);
  const lookup = cells <= 16 * n + 4096 ? denseLookup(cells) : sparseLookup();
  for (let i = 0; i < n; i++) {
    const key = (row[i]! - south + 1) * width + column[i]! - west + 1;
    if (lookup.get(key) >= 0) throw new RangeError(`cell ${column[i]},${row[i]} occurs twice`);
    lookup.set(key, i);
  }
  const a: number[] = [];
  const b: number[] = [];
  const ahead = [1, width - 1, width, width + 1];
  for (let i = 0; i < n; i++) {
    const key = (row[i]! - south + 1) * width + column[i]! - west + 1;
    for (const step of ahead) {
      const j = lookup.get(key + step);
      if (j < 0) continue;
      a.push(i);
      b.push(j);
    }
  }
  return neighboursFromPairs(n, a, b);
}

interface Lookup {
  get(key: number): number;
  set(key: number, area: number): void;
}

function denseLookup(cells: number): Lookup {
  const at = new Int32Array(cells).fill(-1);
  return { get: (key) => at[key]!, set: (key, area) => void (at[key] = area) };
}

function sparseLookup(): Lookup {
  const at = new Map<number, number>();
  return { get: (key) => at.get(key) ?? -1, set: (key, area) => void at.set(key, area) };
}
