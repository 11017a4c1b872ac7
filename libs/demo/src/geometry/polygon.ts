import { distanceToSegment, type Point, type Ring } from './point.js';

/** Signed area of a closed ring: positive when it runs counter-clockwise. In the square of the unit of its points. */
export function ringArea(ring: Ring): number {
  let twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i]!;
    const [x2, y2] = ring[i + 1]!;
    // Relative to the first point: grid coordinates are large and their products would cancel.
    twice += (x1 - ring[0]![0]) * (y2 - ring[0]![1]) - (x2 - ring[0]![0]) * (y1 - ring[0]![1]);
  }
  return twice / 2;
}

/** Whether the point lies inside the rings (even–odd, so holes count as outside). On the border either answer is possible. */
export function polygonHolds(rings: readonly Ring[], [x, y]: Point): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1, y1] = ring[i]!;
      const [x2, y2] = ring[i + 1]!;
      if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
  }
  return inside;
}

/** Whether every border of the rings is at least this many metres away from the point. */
export function isClearOf(rings: readonly Ring[], point: Point, metres: number): boolean {
  return rings.every((ring) =>
    ring.every((corner, i) => i === 0 || distanceToSegment(point, ring[i - 1]!, corner) >= metres),
  );
}

/** The middle of mass of a closed ring. */
export function centroid(ring: Ring): Point {
  const [x0, y0] = ring[0]!;
  let [twice, sx, sy] = [0, 0, 0];
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = [ring[i]![0] - x0, ring[i]![1] - y0];
    const [x2, y2] = [ring[i + 1]![0] - x0, ring[i + 1]![1] - y0];
    const cross = x1 * y2 - x2 * y1;
    twice += cross;
    sx += (x1 + x2) * cross;
    sy += (y1 + y2) * cross;
  }
  return [x0 + sx / (3 * twice), y0 + sy / (3 * twice)];
}
