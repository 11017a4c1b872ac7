import { isInRd, wgs84ToRd } from './projection.js';

const CELL_METRES = 200;

/**
 * The 200 m cell of the Dutch grid that holds a point in RD metres, named as CBS does by its south-west corner in hundreds of metres:
 * `E1068N3982`. Undefined outside the Netherlands.
 */
export function gridCellOfRd(x: number, y: number): string | undefined {
  if (!isInRd(x, y)) return undefined;
  const corner = (metres: number) => String((Math.floor(metres / CELL_METRES) * CELL_METRES) / 100).padStart(4, '0');
  return `E${corner(x)}N${corner(y)}`;
}

/** The same for a point in WGS84 degrees. */
export function gridCellOf(longitude: number, latitude: number): string | undefined {
  // RD's formula is not defined far away; a rough frame around the Netherlands keeps it out.
  if (!(longitude > 3 && longitude < 7.5 && latitude > 50.5 && latitude < 54)) return undefined;
  return gridCellOfRd(...wgs84ToRd(longitude, latitude));
}
