import { neighboursFromPairs, type Neighbours } from './neighbours.js';

/** Points in metres (projected, as EPSG:28992): `x` and `y` of equal length. */
export interface Points {
  readonly x: ArrayLike<number>;
  readonly y: ArrayLike<number>;
}

/**
 * Distance band: two points are neighbours when they lie at most `metres` apart (bound included); coinciding points are
 * neighbours. A point whose coordinates are not finite is missing and an island. Symmetric. Throws RangeError when
 * `metres` is not a positive number or x and y differ in length. Cost: linear in points plus pairs (a grid).
 */
export function distanceBandNeighbours(points: Points, metres: number): Neighbours {
  const { x, y } = points;
  const n = x.length;
  if (y.length !== n) throw new RangeError('x and y differ in length');
  if (!(metres > 0 && Number.isFinite(metres))) throw new RangeError('metres must be positive');
  const cells = new Map<string, number[]>();
  const a: number[] = [];
  const b: number[] = [];
  const limit = metres * metres;
  for (let i = 0; i < n; i++) {
    const px = x[i]!;
    const py = y[i]!;
    if (!Number.isFinite(px) || !Number.isFinite(py)) continue;
    const c = Math.floor(px / metres);
    const r = Math.floor(py / metres);
    for (let dc = -1; dc <= 1; dc++) {
      for (let dr = -1; dr <= 1; dr++) {
        for (const j of cells.get(`${c + dc},${r + dr}`) ?? []) {
          const dx = px - x[j]!;
          const dy = py - y[j]!;
          if (dx * dx + dy * dy > limit) continue;
          a.push(i);
          b.push(j);
        }
      }
    }
    const own = cells.get(`${c},${r}`);
    if (own === undefined) cells.set(`${c},${r}`, [i]);
    else own.push(i);
  }
  return neighboursFromPairs(n, a, b);
}
