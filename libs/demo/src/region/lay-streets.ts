import type { Dice } from '../chance/dice.js';
import { smoothNoise } from '../geometry/noise.js';
import type { Point, Ring } from '../geometry/point.js';
import { centroid } from '../geometry/polygon.js';
import type { BuildingStyle } from '../plan/town-plan.js';

/** A place where one or more front doors are, on the odd (−1) or even (1) side of its street. */
export interface Doorstep {
  readonly point: Point;
  readonly side: -1 | 1;
}

/** A stretch of street with its doorsteps in walking order. */
export interface StreetPiece {
  readonly line: readonly [Point, Point];
  readonly doorsteps: readonly Doorstep[];
}

interface Grain {
  /** Metres between parallel streets, and between front doors on one side. */
  readonly street: number;
  readonly door: number;
  /** Villages: square metres of village per dwelling around the middle; elsewhere streets may lie all over the buurt. */
  readonly plot?: number;
}

const GRAINS: Readonly<Record<BuildingStyle, Grain>> = {
  canal_houses: { street: 58, door: 7.5 },
  terraces: { street: 66, door: 8 },
  high_rise: { street: 96, door: 28 },
  suburb: { street: 68, door: 9.5 },
  villas: { street: 84, door: 16 },
  village: { street: 66, door: 11, plot: 520 },
};

/** Doorsteps laid per dwelling: a town has gaps between its houses. */
const ROOM = 1.15;
const LONGEST_PIECE = 230;
const SHORTEST_PIECE = 45;
const SETBACK = 9;

/**
 * Parallel streets over a buurt with doorsteps on both sides, wherever `buildable` allows. No more streets are laid than the dwellings
 * need: what is left over stays together as parks and fields. Throws when there is no room for any door.
 */
export function layStreets(
  rings: readonly Ring[],
  buildable: (place: Point) => boolean,
  style: BuildingStyle,
  dwellings: number,
  angle: number,
  dice: Dice,
): StreetPiece[] {
  const grain = GRAINS[style];
  const middle = centroid(rings[0]!);
  const reach = grain.plot === undefined ? Infinity : Math.max(150, Math.sqrt((dwellings * grain.plot) / Math.PI));
  const back = (p: Point): Point => {
    const [x, y] = turn(p, angle);
    return [x + middle[0], y + middle[1]];
  };
  const turned = rings.map((ring) => ring.map((p) => turn([p[0] - middle[0], p[1] - middle[1]], -angle)));
  const heights = turned[0]!.map((p) => p[1]);
  const low = Math.max(Math.min(...heights), -reach);
  const high = Math.min(Math.max(...heights), reach);

  const pieces: StreetPiece[] = [];
  for (let y = low + grain.street * dice.between(0.3, 0.7); y < high; y += grain.street * dice.between(0.92, 1.08)) {
    const half = Math.sqrt(Math.max(0, reach ** 2 - y ** 2));
    for (const [from, to] of crossings(turned, y)) {
      const [start, end] = [Math.max(from, -half), Math.min(to, half)];
      const parts = Math.ceil((end - start) / LONGEST_PIECE);
      for (let part = 0; part < parts; part++) {
        const [a, b] = [start + ((end - start) * part) / parts + 7, start + ((end - start) * (part + 1)) / parts - 7];
        if (b - a < SHORTEST_PIECE) continue;
        const doorsteps: Doorstep[] = [];
        for (let x = a; x <= b; x += grain.door) {
          for (const side of [-1, 1] as const) {
            const point = back([x, y + side * SETBACK]);
            if (buildable(point)) doorsteps.push({ point, side });
          }
        }
        if (doorsteps.length > 0) pieces.push({ line: [back([a, y]), back([b, y])], doorsteps });
      }
    }
  }
  if (pieces.length === 0) throw new Error('a buurt of the demo has no room for a street');
  return asManyAsNeeded(pieces, dwellings, dice);
}

/** Drops pieces that are not needed, where a slow noise is lowest, so that green stays together. Keeps the order. */
function asManyAsNeeded(pieces: readonly StreetPiece[], dwellings: number, dice: Dice): StreetPiece[] {
  const green = smoothNoise(dice, 260);
  const order = pieces
    .map(({ line: [a, b] }, index) => ({ index, rank: green((a[0] + b[0]) / 2, (a[1] + b[1]) / 2) }))
    .sort((a, b) => b.rank - a.rank);
  const kept = new Set<number>();
  let doors = 0;
  for (const { index } of order) {
    if (doors >= dwellings * ROOM) break;
    kept.add(index);
    doors += pieces[index]!.doorsteps.length;
  }
  return pieces.filter((_, index) => kept.has(index));
}

const turn = ([x, y]: Point, angle: number): Point => [
  x * Math.cos(angle) - y * Math.sin(angle),
  x * Math.sin(angle) + y * Math.cos(angle),
];

/** Where the horizontal at height y runs inside the rings, as pairs from–to. */
function crossings(rings: readonly Ring[], y: number): [number, number][] {
  const xs: number[] = [];
  for (const ring of rings) {
    for (let i = 0; i + 1 < ring.length; i++) {
      const [x1, y1] = ring[i]!;
      const [x2, y2] = ring[i + 1]!;
      if (y1 > y !== y2 > y) xs.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  }
  xs.sort((a, b) => a - b);
  return xs.flatMap((x, i): [number, number][] => (i % 2 === 0 && i + 1 < xs.length ? [[x, xs[i + 1]!]] : []));
}
