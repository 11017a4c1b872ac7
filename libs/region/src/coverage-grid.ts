import type { AreaGeometry, Position } from '@datalab/domain';

/**
 * The outlines of areas drawn on a grid: each cell knows which area holds its centre. Two areas that share a border never share a cell, so
 * what is held twice overlaps, and what is held by none but closed in is a hole. What is smaller than a cell is not seen.
 */
export interface CoverageGrid {
  columns: number;
  rows: number;
  /** Width and height of a cell, in degrees. */
  cellWidth: number;
  cellHeight: number;
  west: number;
  south: number;
  /** Per cell the index of the area that holds its centre, or -1. Row 0 lies in the south. */
  owner: Int32Array;
  /** Number of cells per pair of areas (`lower,higher` index) that both hold. */
  overlaps: Map<string, number>;
  /** Number of cells per area. */
  sizes: Int32Array;
}

type Polygon = readonly (readonly Position[])[];

export const polygonsOf = (geometry: AreaGeometry): readonly Polygon[] =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;

/** Draws the areas (WGS84) on a grid of about `cells` cells; null where there is nothing to draw. */
export function coverageGrid(areas: readonly (AreaGeometry | null)[], cells = 400_000): CoverageGrid | null {
  const positions = areas.flatMap((geometry) => (geometry ? polygonsOf(geometry).flat(2) : []));
  if (positions.length === 0) return null;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  const aspect = Math.max(1e-3, Math.min(1e3, (east - west) / (north - south || 1)));
  const columns = Math.max(2, Math.round(Math.sqrt(cells * aspect)));
  const rows = Math.max(2, Math.round(cells / columns));
  const grid: CoverageGrid = {
    columns,
    rows,
    cellWidth: (east - west) / columns,
    cellHeight: (north - south) / rows,
    west,
    south,
    owner: new Int32Array(columns * rows).fill(-1),
    overlaps: new Map(),
    sizes: new Int32Array(areas.length),
  };
  areas.forEach((geometry, index) => {
    if (geometry) for (const polygon of polygonsOf(geometry)) draw(grid, polygon, index);
  });
  return grid;
}

/** Scan line by scan line: between an odd and an even crossing lies the inside, holes of the polygon included. */
function draw(grid: CoverageGrid, polygon: Polygon, index: number): void {
  const ys = polygon[0]!.map(([, y]) => y);
  const first = Math.max(0, Math.floor((Math.min(...ys) - grid.south) / grid.cellHeight));
  const last = Math.min(grid.rows - 1, Math.ceil((Math.max(...ys) - grid.south) / grid.cellHeight));
  for (let row = first; row <= last; row += 1) {
    const y = grid.south + (row + 0.5) * grid.cellHeight;
    const crossings = crossingsAt(polygon, y);
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const from = Math.ceil((crossings[i]! - grid.west) / grid.cellWidth - 0.5);
      const to = Math.ceil((crossings[i + 1]! - grid.west) / grid.cellWidth - 0.5);
      for (let column = Math.max(0, from); column < Math.min(grid.columns, to); column += 1)
        claim(grid, row * grid.columns + column, index);
    }
  }
}

function crossingsAt(polygon: Polygon, y: number): number[] {
  const crossings: number[] = [];
  for (const ring of polygon)
    for (let i = 0; i + 1 < ring.length; i += 1) {
      const [x1, y1] = ring[i]!;
      const [x2, y2] = ring[i + 1]!;
      if (y1 > y !== y2 > y) crossings.push(x1 + ((y - y1) / (y2 - y1)) * (x2 - x1));
    }
  return crossings.sort((a, b) => a - b);
}

function claim(grid: CoverageGrid, cell: number, index: number): void {
  const before = grid.owner[cell]!;
  grid.sizes[index]! += 1;
  if (before === -1) grid.owner[cell] = index;
  else if (before !== index) {
    const pair = before < index ? `${before},${index}` : `${index},${before}`;
    grid.overlaps.set(pair, (grid.overlaps.get(pair) ?? 0) + 1);
  }
}

export interface Hole {
  cells: number;
  /** Indices of the areas around it. */
  around: number[];
}

/** Parts that no area holds and from which no way leads out of the grid without crossing an area. */
export function enclosedHoles({ owner, columns, rows }: CoverageGrid): Hole[] {
  const seen = new Uint8Array(owner.length);
  const holes: Hole[] = [];
  for (let start = 0; start < owner.length; start += 1) {
    if (owner[start] !== -1 || seen[start] === 1) continue;
    const around = new Set<number>();
    let isOutside = false;
    let cells = 0;
    const stack = [start];
    seen[start] = 1;
    while (stack.length > 0) {
      const cell = stack.pop()!;
      cells += 1;
      const column = cell % columns;
      const row = (cell - column) / columns;
      if (column === 0 || row === 0 || column === columns - 1 || row === rows - 1) isOutside = true;
      for (const [dx, dy] of [
        [1, 0],
        [-1, 0],
        [0, 1],
        [0, -1],
      ] as const) {
        const [x, y] = [column + dx, row + dy];
        if (x < 0 || y < 0 || x >= columns || y >= rows) continue;
        const next = y * columns + x;
        if (owner[next] !== -1) around.add(owner[next]!);
        else if (seen[next] === 0) {
          seen[next] = 1;
          stack.push(next);
        }
      }
    }
    if (!isOutside) holes.push({ cells, around: [...around] });
  }
  return holes;
}
