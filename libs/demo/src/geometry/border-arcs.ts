import { evenOut, simplifyLine } from './curve.js';
import { OUTSIDE, type LabelMap } from './label-map.js';
import type { Point } from './point.js';

/** A piece of border between two areas, from one junction to the next; every area that touches it uses these same points. */
export interface BorderArc {
  readonly left: number;
  readonly right: number;
  readonly from: number;
  readonly to: number;
  readonly points: readonly Point[];
}

/** East, north, west, south: step of column and row. */
const STEPS = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
] as const;

/**
 * The borders of a tidy label map as arcs between junctions (places where three or more areas meet). Pixel steps are evened out
 * and thinned once per arc, so two neighbours share exactly the same points. The raster must have an OUTSIDE margin.
 */
export function borderArcs(map: LabelMap, evenOutPixels: number, toleranceMetres: number): BorderArc[] {
  const { columns, rows, labels, pixelMetres, origin } = map;
  const width = columns + 1;
  const label = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= columns || row >= rows ? OUTSIDE : labels[row * columns + column]!;
  /** Labels left and right of the step from a corner in a direction. */
  const sides = (corner: number, direction: number): [left: number, right: number] => {
    const c = corner % width;
    const r = (corner - c) / width;
    switch (direction) {
      case 0:
        return [label(c, r), label(c, r - 1)];
      case 1:
        return [label(c - 1, r), label(c, r)];
      case 2:
        return [label(c - 1, r - 1), label(c - 1, r)];
      default:
        return [label(c, r - 1), label(c - 1, r - 1)];
    }
  };
  const exits = new Uint8Array(width * (rows + 1));
  for (let corner = 0; corner < exits.length; corner++) {
    for (let direction = 0; direction < 4; direction++) {
      const [left, right] = sides(corner, direction);
      if (left !== right) exits[corner]! |= 1 << direction;
    }
  }
  const degree = (corner: number): number => {
    const bits = exits[corner]!;
    return (bits & 1) + ((bits >> 1) & 1) + ((bits >> 2) & 1) + ((bits >> 3) & 1);
  };
  const used = new Uint8Array(exits.length);
  const arcs: BorderArc[] = [];

  const walk = (start: number, first: number): void => {
    const [left, right] = sides(start, first);
    const path = [start];
    let corner = start;
    let direction = first;
    do {
      used[corner]! |= 1 << direction;
      corner += STEPS[direction]![0] + STEPS[direction]![1] * width;
      const back = (direction + 2) % 4;
      used[corner]! |= 1 << back;
      path.push(corner);
      if (degree(corner) !== 2) break;
      const onward = exits[corner]! & ~(1 << back);
      direction = Math.log2(onward);
    } while (corner !== start);
    const line = path.map((at): Point => {
      const column = at % width;
      return [origin[0] + column * pixelMetres, origin[1] + ((at - column) / width) * pixelMetres];
    });
    const points = simplifyLine(evenOut(evenOut(line, evenOutPixels), evenOutPixels), toleranceMetres);
    arcs.push({ left, right, from: start, to: corner, points });
  };
  const walkAll = (isStart: (corner: number) => boolean): void => {
    for (let corner = 0; corner < exits.length; corner++) {
      if (exits[corner] === 0 || !isStart(corner)) continue;
      for (let direction = 0; direction < 4; direction++) {
        const bit = 1 << direction;
        if ((exits[corner]! & bit) !== 0 && (used[corner]! & bit) === 0) walk(corner, direction);
      }
    }
  };
  walkAll((corner) => degree(corner) > 2);
  // What is left are rings without a junction: an area that lies inside another.
  walkAll(() => true);
  return arcs;
}

/**
 * The closed rings around all areas of a set (one buurt, the buurten of a wijk, all), the outer ring first and counter-clockwise.
 * Throws when the arcs do not close, which a tidy map cannot cause.
 */
export function ringsAround(arcs: readonly BorderArc[], belongs: (label: number) => boolean): Point[][] {
  const inside = (label: number): boolean => label !== OUTSIDE && belongs(label);
  const startingAt = new Map<number, { to: number; points: readonly Point[] }>();
  for (const arc of arcs) {
    if (inside(arc.left) === inside(arc.right)) continue;
    // Directed so that the set lies on the left: outer rings then run counter-clockwise, as RFC 7946 asks.
    const [start, end, points] = inside(arc.left)
      ? [arc.from, arc.to, arc.points]
      : [arc.to, arc.from, [...arc.points].reverse()];
    if (startingAt.has(start)) throw new Error('an area of the demo map touches itself');
    startingAt.set(start, { to: end, points });
  }
  const rings: Point[][] = [];
  while (startingAt.size > 0) {
    const first = startingAt.keys().next().value!;
    const ring: Point[] = [];
    let at = first;
    do {
      const piece = startingAt.get(at);
      if (piece === undefined) throw new Error('a border of the demo map does not close');
      startingAt.delete(at);
      ring.push(...piece.points.slice(ring.length === 0 ? 0 : 1));
      at = piece.to;
    } while (at !== first);
    rings.push(ring);
  }
  return rings.sort((a, b) => b.length - a.length);
}
