import type { AreaGeometry } from '@datalab/domain';

type Ring = Float64Array;
interface Shape {
  code: string;
  /** All rings of all parts; holes need no mark, since a point in a hole crosses an even number of edges. */
  rings: readonly Ring[];
}
interface Box {
  west: number;
  south: number;
  east: number;
  north: number;
}

const MAX_CELLS_PER_SIDE = 128;

/**
 * Finds the area that holds a point, by even-odd crossing on the polygons whose bounding box touches the point's cell of an
 * index of at most 128 × 128. A point on a common border belongs to exactly one of the two areas (half-open edges), unless they overlap: then
 * the first by code wins, so that the answer does not depend on the order of the file.
 */
export class AreaLocator {
  readonly #box: Box;
  readonly #side: number;
  readonly #cells: (Shape[] | undefined)[] = [];

  /** Geometry in WGS84 degrees. */
  constructor(areas: Iterable<readonly [code: string, geometry: AreaGeometry]>) {
    const shapes = [...areas]
      .map(([code, geometry]) => ({ code, rings: ringsOf(geometry) }))
      .sort((a, b) => (a.code < b.code ? -1 : 1));
    this.#box = unionBox(shapes.map((shape) => boxOf(shape.rings)));
    this.#side = Math.min(MAX_CELLS_PER_SIDE, Math.max(1, Math.ceil(4 * Math.sqrt(shapes.length))));
    for (const shape of shapes) this.#index(shape);
  }

  /** Code of the area, or undefined where no area holds the point (or a coordinate is no number). */
  areaAt(longitude: number, latitude: number): string | undefined {
    const { west, south, east, north } = this.#box;
    if (!(longitude >= west && longitude <= east && latitude >= south && latitude <= north)) return undefined;
    const candidates = this.#cells[this.#row(latitude) * this.#side + this.#column(longitude)];
    return candidates?.find((shape) => contains(shape.rings, longitude, latitude))?.code;
  }

  #index(shape: Shape): void {
    const box = boxOf(shape.rings);
    for (let row = this.#row(box.south); row <= this.#row(box.north); row += 1) {
      for (let column = this.#column(box.west); column <= this.#column(box.east); column += 1) {
        (this.#cells[row * this.#side + column] ??= []).push(shape);
      }
    }
  }

  #column(longitude: number): number {
    return cellNumber(longitude, this.#box.west, this.#box.east, this.#side);
  }

  #row(latitude: number): number {
    return cellNumber(latitude, this.#box.south, this.#box.north, this.#side);
  }
}

function cellNumber(at: number, from: number, to: number, side: number): number {
  return to > from ? Math.min(side - 1, Math.floor(((at - from) / (to - from)) * side)) : 0;
}

function ringsOf(geometry: AreaGeometry): Ring[] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return polygons.flatMap((rings) => rings.map((ring) => Float64Array.from(ring.flatMap(([x, y]) => [x, y]))));
}

function boxOf(rings: readonly Ring[]): Box {
  const box = { west: Infinity, south: Infinity, east: -Infinity, north: -Infinity };
  for (const ring of rings) {
    for (let i = 0; i < ring.length; i += 2) {
      box.west = Math.min(box.west, ring[i]!);
      box.east = Math.max(box.east, ring[i]!);
      box.south = Math.min(box.south, ring[i + 1]!);
      box.north = Math.max(box.north, ring[i + 1]!);
    }
  }
  return box;
}

function unionBox(boxes: readonly Box[]): Box {
  return boxes.reduce(
    (all, box) => ({
      west: Math.min(all.west, box.west),
      south: Math.min(all.south, box.south),
      east: Math.max(all.east, box.east),
      north: Math.max(all.north, box.north),
    }),
    boxOf([]),
  );
}

function contains(rings: readonly Ring[], x: number, y: number): boolean {
  let inside = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 2; i < ring.length; j = i, i += 2) {
      const yi = ring[i + 1]!;
      const yj = ring[j + 1]!;
      if (yi > y === yj > y) continue;
      if (x < ((ring[j]! - ring[i]!) * (y - yi)) / (yj - yi) + ring[i]!) inside = !inside;
    }
  }
  return inside;
}
