// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for millions of pairs.
const { max, min, sign } = Math;

/** Squared distance from point (px, py) to the segment (x1, y1)–(x2, y2); a segment of length zero is a point. */
export function squaredDistanceToSegment(
  px: number,
  py: number,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): number {
  const dx = x2 - x1;
  const dy = y2 - y1;
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : min(1, max(0, ((px - x1) * dx + (py - y1) * dy) / length2));
  const ex = px - x1 - t * dx;
  const ey = py - y1 - t * dy;
  return ex * ex + ey * ey;
}

/**
 * Whether segments `e` and `f` of `at` (four numbers each: x1, y1, x2, y2) come within `tolerance` of each other, in the
 * unit of the coordinates. Crossing segments are at distance zero.
 */
export function segmentsWithin(at: Float64Array, e: number, f: number, tolerance: number): boolean {
  const ax = at[4 * e]!;
  const ay = at[4 * e + 1]!;
  const bx = at[4 * e + 2]!;
  const by = at[4 * e + 3]!;
  const cx = at[4 * f]!;
  const cy = at[4 * f + 1]!;
  const dx = at[4 * f + 2]!;
  const dy = at[4 * f + 3]!;
  if (max(ax, bx) + tolerance < min(cx, dx) || max(cx, dx) + tolerance < min(ax, bx)) return false;
  if (max(ay, by) + tolerance < min(cy, dy) || max(cy, dy) + tolerance < min(ay, by)) return false;
  const limit = tolerance * tolerance;
  if (
    squaredDistanceToSegment(ax, ay, cx, cy, dx, dy) <= limit ||
    squaredDistanceToSegment(bx, by, cx, cy, dx, dy) <= limit ||
    squaredDistanceToSegment(cx, cy, ax, ay, bx, by) <= limit ||
    squaredDistanceToSegment(dx, dy, ax, ay, bx, by) <= limit
  ) {
    return true;
  }
  const side = (px: number, py: number, qx: number, qy: number, rx: number, ry: number): number =>
    sign((qx - px) * (ry - py) - (qy - py) * (rx - px));
  return (
    side(ax, ay, bx, by, cx, cy) * side(ax, ay, bx, by, dx, dy) < 0 &&
    side(cx, cy, dx, dy, ax, ay) * side(cx, cy, dx, dy, bx, by) < 0
  );
}
