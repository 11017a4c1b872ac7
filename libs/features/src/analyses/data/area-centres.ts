import { areaCentre } from '@datalab/analysis';
import { GRID_CELL_METRES, gridCellCorner, rdToWgs84 } from '@datalab/intake';
import type { RunGround } from './run-ground.js';

/**
 * Centres of the areas of a run, in the order of `areas`, on a plane: degrees are laid flat at their mean latitude, so that a circle is a
 * circle. Empty where the region has no map of this level.
 */
export function centresOf(ground: RunGround): [number, number][] {
  const known = knownCentres(ground);
  return areDegrees(known) ? known.map(flatAt(latitudeOf(known))) : known;
}

/** Places of a run in metres on one plane. */
export interface Plane {
  /** Of `areas`, in their order. */
  centres: [number, number][];
  /** The middle of a cell of the Dutch 200 m grid (`E1068N3982`). */
  cellCentre(cell: string): [number, number];
}

const METRES_PER_DEGREE = 111_195;

/** The plane of a run; undefined where the region has no map of this level. */
export function planeOf(ground: RunGround): Plane | undefined {
  const known = knownCentres(ground);
  if (known.length === 0) return undefined;
  const inDegrees = areDegrees(known);
  const flat = flatAt(latitudeOf(known));
  const toMetres = (place: [number, number]): [number, number] => {
    const [x, y] = flat(place);
    return [x * METRES_PER_DEGREE, y * METRES_PER_DEGREE];
  };
  return {
    centres: inDegrees ? known.map(toMetres) : known,
    cellCentre(cell) {
      const [west, south] = gridCellCorner(cell);
      const middle = [west + GRID_CELL_METRES / 2, south + GRID_CELL_METRES / 2] as [number, number];
      return inDegrees ? toMetres(rdToWgs84(...middle)) : middle;
    },
  };
}

function knownCentres({ areas, shapes }: RunGround): [number, number][] {
  const byCode = new Map(shapes.map(({ code, geometry }) => [code, geometry]));
  const centres = areas.map(({ code }) => {
    const geometry = byCode.get(code);
    return geometry == null ? undefined : areaCentre(geometry);
  });
  const known = centres.filter((centre) => centre !== undefined);
  return known.length < areas.length ? [] : known;
}

const areDegrees = (places: readonly [number, number][]): boolean =>
  places.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);

const latitudeOf = (places: readonly [number, number][]): number =>
  places.reduce((sum, [, y]) => sum + y, 0) / places.length;

function flatAt(latitude: number): (place: [number, number]) => [number, number] {
  const squeeze = Math.cos((latitude * Math.PI) / 180);
  return ([x, y]) => [x * squeeze, y];
}
