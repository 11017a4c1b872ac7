import type { AreaGeometry, Position } from '@datalab/domain';
import { isInRd, rdToWgs84, wgs84ToRd } from './projection.js';

/** The side of a cell of the Dutch grid. */
export const GRID_CELL_METRES = 200;

/**
 * The 200 m cell of the Dutch grid that holds a point in RD metres, named as CBS does by its south-west corner in hundreds of metres:
 * `E1068N3982`. Undefined outside the Netherlands.
 */
export function gridCellOfRd(x: number, y: number): string | undefined {
  if (!isInRd(x, y)) return undefined;
  const corner = (metres: number) =>
    String((Math.floor(metres / GRID_CELL_METRES) * GRID_CELL_METRES) / 100).padStart(4, '0');
  return `E${corner(x)}N${corner(y)}`;
}

/** The same for a point in WGS84 degrees. */
export function gridCellOf(longitude: number, latitude: number): string | undefined {
  // RD's formula is not defined far away; a rough frame around the Netherlands keeps it out.
  if (!(longitude > 3 && longitude < 7.5 && latitude > 50.5 && latitude < 54)) return undefined;
  return gridCellOfRd(...wgs84ToRd(longitude, latitude));
}

/** The south-west corner of a cell, in RD metres. */
export const gridCellCorner = (cell: string): [x: number, y: number] => [
  Number(cell.slice(1, 5)) * 100,
  Number(cell.slice(6)) * 100,
];

const SIX_DECIMALS = 1e6;
const round = (degrees: number): number => Math.round(degrees * SIX_DECIMALS) / SIX_DECIMALS;

/** The outline of a cell in WGS84 degrees, counterclockwise from the south-west corner; to a decimetre. */
export function gridCellOutline(cell: string): AreaGeometry {
  const [west, south] = gridCellCorner(cell);
  const [east, north] = [west + GRID_CELL_METRES, south + GRID_CELL_METRES];
  const corners = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ] as const;
  const ring = corners.map(([x, y]): Position => {
    const [longitude, latitude] = rdToWgs84(x, y);
    return [round(longitude), round(latitude)];
  });
  return { type: 'Polygon', coordinates: [ring] };
}
