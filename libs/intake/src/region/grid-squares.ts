import type { AreaGeometry, Position } from '@datalab/domain';
import { AreaLocator } from './area-locator.js';
import { GRID_CELL_METRES, gridCellOfRd } from './grid-cell.js';
import { rdToWgs84, wgs84ToRd } from './projection.js';

/**
 * The squares of 200 m of areas in the Netherlands (outlines in WGS84 degrees), by code, each with the area in which its middle lies: so every square is of
 * one area, though reports in it may be of the next. Squares of which the middle lies in none are left out.
 */
export function gridSquaresOf(
  areas: readonly (readonly [code: string, geometry: AreaGeometry])[],
): Map<string, string> {
  const locator = new AreaLocator(areas);
  const [from, to] = frameOf(areas);
  const squares = new Map<string, string>();
  for (let x = middleOf(from[0]); x < to[0] + GRID_CELL_METRES; x += GRID_CELL_METRES)
    for (let y = middleOf(from[1]); y < to[1] + GRID_CELL_METRES; y += GRID_CELL_METRES) {
      const code = gridCellOfRd(x, y);
      const area = locator.areaAt(...rdToWgs84(x, y));
      if (code !== undefined && area !== undefined) squares.set(code, area);
    }
  return new Map([...squares].sort(([one], [other]) => (one < other ? -1 : 1)));
}

const middleOf = (metres: number): number =>
  Math.floor(metres / GRID_CELL_METRES) * GRID_CELL_METRES + GRID_CELL_METRES / 2;

/** South-west and north-east of all outlines together, in RD metres; a frame of nothing where there are none. */
function frameOf(areas: readonly (readonly [string, AreaGeometry])[]): [[number, number], [number, number]] {
  const from: [number, number] = [Infinity, Infinity];
  const to: [number, number] = [-Infinity, -Infinity];
  for (const [, geometry] of areas)
    for (const [longitude, latitude] of cornersOf(geometry)) {
      const [x, y] = wgs84ToRd(longitude, latitude);
      [from[0], from[1]] = [Math.min(from[0], x), Math.min(from[1], y)];
      [to[0], to[1]] = [Math.max(to[0], x), Math.max(to[1], y)];
    }
  return [from, to];
}

const cornersOf = (geometry: AreaGeometry): Position[] =>
  (geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates).flat(2);
