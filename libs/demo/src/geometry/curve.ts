import { distanceToSegment, type Point } from './point.js';

/** A smooth line through the points (Catmull–Rom, centripetal enough for evenly spread points), `steps` pieces per span. */
export function curveThrough(points: readonly Point[], steps: number): Point[] {
  const at = (i: number): Point => points[Math.max(0, Math.min(points.length - 1, i))]!;
  const line: Point[] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const [p, q, r, s] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    for (let step = 0; step < steps; step++) {
      const t = step / steps;
      const blend = (axis: 0 | 1): number =>
        0.5 *
        (2 * q[axis] +
          (r[axis] - p[axis]) * t +
          (2 * p[axis] - 5 * q[axis] + 4 * r[axis] - s[axis]) * t * t +
          (3 * q[axis] - p[axis] - 3 * r[axis] + s[axis]) * t * t * t);
      line.push([blend(0), blend(1)]);
    }
  }
  line.push(points.at(-1)!);
  return line;
}

/** The band around a line as a closed ring; `halfWidth(t)` in metres for t = 0 at the start … 1 at the end of the line. */
export function bandAround(line: readonly Point[], halfWidth: (t: number) => number): Point[] {
  const sides: [Point[], Point[]] = [[], []];
  line.forEach(([x, y], i) => {
    const [x1, y1] = line[Math.max(0, i - 1)]!;
    const [x2, y2] = line[Math.min(line.length - 1, i + 1)]!;
    const length = Math.hypot(x2 - x1, y2 - y1);
    const h = halfWidth(i / (line.length - 1));
    const [nx, ny] = [(-(y2 - y1) / length) * h, ((x2 - x1) / length) * h];
    sides[0].push([x - nx, y - ny]);
    sides[1].push([x + nx, y + ny]);
  });
  const ring = [...sides[0], ...sides[1].reverse()];
  return [...ring, ring[0]!];
}

/** Fewer points, none further than the tolerance from the line that was given (Douglas–Peucker). Both ends stay. */
export function simplifyLine(line: readonly Point[], toleranceMetres: number): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span !== undefined; span = open.pop()) {
    const [from, to] = span;
    let worst = toleranceMetres;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const away = distanceToSegment(line[i]!, line[from]!, line[to]!);
      if (away > worst) [worst, at] = [away, i];
    }
    if (at === -1) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

/** Evens out the steps of a line that follows pixels: each point becomes the mean of its surroundings. Both ends stay. */
export function evenOut(line: readonly Point[], radius: number): Point[] {
  return line.map((_, i) => {
    const reach = Math.min(radius, i, line.length - 1 - i);
    let [x, y] = [0, 0];
    for (let k = i - reach; k <= i + reach; k++) {
      x += line[k]![0];
      y += line[k]![1];
    }
    return [x / (2 * reach + 1), y / (2 * reach + 1)];
  });
}
