import { neighboursFromPairs, type Neighbours } from './neighbours.js';
import { segmentsWithin } from './segment-distance.js';

type Position = readonly number[];
type Ring = readonly Position[];

/** A GeoJSON polygon or multipolygon; rings may be open or closed, holes count as border too. */
export type AreaGeometry =
  | { readonly type: 'Polygon'; readonly coordinates: readonly Ring[] }
  | { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly Ring[])[] };

/** How borders are compared. */
export interface ContiguityOptions {
  /** `degrees` (WGS84 longitude, latitude) or `metres` (projected); by default degrees when every position fits them. */
  readonly unit?: 'degrees' | 'metres';
  /** Borders closer than this many metres count as shared; default 1 (coordinates of six decimals are right to 0.1 m). */
  readonly toleranceMetres?: number;
}

// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for every border piece.
const { floor, max, min, sqrt } = Math;
const METRES_PER_DEGREE = 111_195;

/**
 * Queen contiguity: two areas are neighbours when their borders come within the tolerance of each other in at least one
 * point. Because whole border pieces are compared, and not vertices, borders that were drawn or rounded separately
 * (a vertex of one on an edge of the other, small slivers and overlaps) are found as well.
 *
 * Result: symmetric, rows in the order of `areas`. An area that is `null` or has no ring is missing geometry: it is an
 * island. Degrees are projected on a plane at the middle latitude, good for regions up to a few hundred kilometres;
 * data across the date line is not supported. Throws RangeError on a position that is not finite or on a tolerance
 * that is not a positive number.
 * Cost: linear in the number of border pieces (a grid over them), not in the square of the number of areas.
 */
export function queenNeighbours(areas: readonly (AreaGeometry | null)[], options: ContiguityOptions = {}): Neighbours {
  const tolerance = options.toleranceMetres ?? 1;
  if (!(tolerance > 0 && Number.isFinite(tolerance))) throw new RangeError('toleranceMetres must be positive');
  const borders = bordersOf(areas, options.unit);
  const a: number[] = [];
  const b: number[] = [];
  if (borders.owner.length > 0) {
    const seen = new Set<number>();
    eachCloseCell(borders, tolerance, (edges, from, to) => {
      for (let p = from; p < to; p++) {
        const e = edges[p]!;
        const owner = borders.owner[e]!;
        for (let q = from; q < p; q++) {
          const f = edges[q]!;
          const other = borders.owner[f]!;
          if (other === owner) continue;
          const key = owner < other ? owner * areas.length + other : other * areas.length + owner;
          if (seen.has(key) || !segmentsWithin(borders.at, e, f, tolerance)) continue;
          seen.add(key);
          a.push(owner);
          b.push(other);
        }
      }
    });
  }
  return neighboursFromPairs(areas.length, a, b);
}

/** All border pieces: edge `e` runs from (at[4e], at[4e+1]) to (at[4e+2], at[4e+3]) in metres and belongs to `owner[e]`. */
interface Borders {
  readonly at: Float64Array;
  readonly owner: Int32Array;
  readonly box: readonly [west: number, south: number, east: number, north: number];
}

const ringsOf = (area: AreaGeometry): readonly Ring[] =>
  area.type === 'Polygon' ? area.coordinates : area.coordinates.flat();

function bordersOf(areas: readonly (AreaGeometry | null)[], unit: ContiguityOptions['unit']): Borders {
  const rings = areas.map((area) => (area === null ? [] : ringsOf(area)));
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let pieces = 0;
  for (const ring of rings.flat()) {
    pieces += ring.length;
    for (const [x, y] of ring) {
      if (!Number.isFinite(x) || !Number.isFinite(y))
        throw new RangeError('a position is not a pair of finite numbers');
      west = min(west, x!);
      east = max(east, x!);
      south = min(south, y!);
      north = max(north, y!);
    }
  }
  const fitsDegrees = west >= -180 && east <= 180 && south >= -90 && north <= 90;
  const degrees = (unit ?? (fitsDegrees ? 'degrees' : 'metres')) === 'degrees';
  const ky = degrees ? METRES_PER_DEGREE : 1;
  const kx = degrees ? METRES_PER_DEGREE * Math.cos((((south + north) / 2) * Math.PI) / 180) : 1;
  const at = new Float64Array(4 * pieces);
  const owner = new Int32Array(pieces);
  let e = 0;
  rings.forEach((own, area) => {
    for (const ring of own) {
      for (let k = 0; k < ring.length; k++) {
        // A closed ring repeats its first position: the last piece is then a point, which does no harm.
        const p = ring[k]!;
        const q = ring[(k + 1) % ring.length]!;
        at[4 * e] = (p[0]! - west) * kx;
        at[4 * e + 1] = (p[1]! - south) * ky;
        at[4 * e + 2] = (q[0]! - west) * kx;
        at[4 * e + 3] = (q[1]! - south) * ky;
        owner[e++] = area;
      }
    }
  });
  return { at, owner, box: [0, 0, (east - west) * kx, (north - south) * ky] };
}

/** Puts every border piece, widened by the tolerance, into the cells of a grid and visits each cell that holds any. */
function eachCloseCell(
  { at, owner, box }: Borders,
  tolerance: number,
  visit: (edges: Int32Array, from: number, to: number) => void,
): void {
  const edges = owner.length;
  const width = box[2] + 2 * tolerance;
  const height = box[3] + 2 * tolerance;
  // About one cell per piece; never so small that the tolerance itself would spread a piece over many cells.
  const size = max(4 * tolerance, sqrt((width * height) / edges), max(width, height) / 4096);
  const columns = floor(width / size) + 1;
  const rows = floor(height / size) + 1;
  const starts = new Int32Array(columns * rows + 1);
  const forEachCell = (e: number, put: (cell: number) => void): void => {
    const [x1, y1, x2, y2] = [at[4 * e]!, at[4 * e + 1]!, at[4 * e + 2]!, at[4 * e + 3]!];
    const c1 = max(0, floor(min(x1, x2) / size - tolerance / size));
    const c2 = min(columns - 1, floor((max(x1, x2) + tolerance) / size));
    for (let c = c1; c <= c2; c++) {
      // The stretch of the piece over this column, so that a long slanting border does not fill its whole box.
      let t1 = 0;
      let t2 = 1;
      if (x1 !== x2) {
        const ta = (c * size - tolerance - x1) / (x2 - x1);
        const tb = ((c + 1) * size + tolerance - x1) / (x2 - x1);
        t1 = max(0, min(ta, tb));
        t2 = min(1, max(ta, tb));
      }
      const ya = y1 + t1 * (y2 - y1);
      const yb = y1 + t2 * (y2 - y1);
      const r1 = max(0, floor((min(ya, yb) - tolerance) / size));
      const r2 = min(rows - 1, floor((max(ya, yb) + tolerance) / size));
      for (let r = r1; r <= r2; r++) put(r * columns + c);
    }
  };
  for (let e = 0; e < edges; e++) forEachCell(e, (cell) => starts[cell + 1]!++);
  for (let cell = 0; cell < columns * rows; cell++) starts[cell + 1]! += starts[cell]!;
  const held = new Int32Array(starts[columns * rows]!);
  const next = starts.slice();
  for (let e = 0; e < edges; e++) forEachCell(e, (cell) => (held[next[cell]!++] = e));
  for (let cell = 0; cell < columns * rows; cell++) {
    if (starts[cell + 1]! > starts[cell]! + 1) visit(held, starts[cell]!, starts[cell + 1]!);
  }
}
