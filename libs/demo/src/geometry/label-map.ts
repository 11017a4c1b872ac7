import type { Point, Ring } from './point.js';

export const OUTSIDE = -1;

/**
 * A raster of labels over the municipality: pixel (column, row) counted from the south-west. Areas are first grown on this
 * raster, because there tiling is free: every pixel has exactly one owner, so no holes and no overlaps can arise.
 */
export interface LabelMap {
  readonly columns: number;
  readonly rows: number;
  readonly pixelMetres: number;
  /** South-west corner in the Dutch grid. */
  readonly origin: Point;
  readonly labels: Int16Array;
}

export function emptyMap(origin: Point, columns: number, rows: number, pixelMetres: number): LabelMap {
  return { columns, rows, pixelMetres, origin, labels: new Int16Array(columns * rows).fill(OUTSIDE) };
}

/** The middle of a pixel in the Dutch grid. */
export function pixelMiddle(map: LabelMap, pixel: number): Point {
  const column = pixel % map.columns;
  const row = (pixel - column) / map.columns;
  return [map.origin[0] + (column + 0.5) * map.pixelMetres, map.origin[1] + (row + 0.5) * map.pixelMetres];
}

/** The label at a point of the grid; OUTSIDE where the point is off the raster. */
export function labelAt(map: LabelMap, [x, y]: Point): number {
  const column = Math.floor((x - map.origin[0]) / map.pixelMetres);
  const row = Math.floor((y - map.origin[1]) / map.pixelMetres);
  if (column < 0 || row < 0 || column >= map.columns || row >= map.rows) return OUTSIDE;
  return map.labels[row * map.columns + column]!;
}

/** Visits every pixel whose middle lies inside the ring (even–odd, one scan line per row). */
export function eachPixelIn(map: LabelMap, ring: Ring, visit: (pixel: number) => void): void {
  const { columns, rows, pixelMetres, origin } = map;
  const crossings: number[][] = Array.from({ length: rows }, () => []);
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[i + 1]!;
    // Rows whose middle lies between the two ends: the lower end counts, the upper does not.
    const first = Math.max(0, Math.ceil((Math.min(y1, y2) - origin[1]) / pixelMetres - 0.5));
    const end = Math.min(rows, Math.ceil((Math.max(y1, y2) - origin[1]) / pixelMetres - 0.5));
    for (let row = first; row < end; row++) {
      const y = origin[1] + (row + 0.5) * pixelMetres;
      crossings[row]!.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  crossings.forEach((xs, row) => {
    xs.sort((a, b) => a - b);
    for (let k = 0; k + 1 < xs.length; k += 2) {
      const first = Math.max(0, Math.ceil((xs[k]! - origin[0]) / pixelMetres - 0.5));
      const last = Math.min(columns - 1, Math.floor((xs[k + 1]! - origin[0]) / pixelMetres - 0.5));
      for (let column = first; column <= last; column++) visit(row * columns + column);
    }
  });
}
