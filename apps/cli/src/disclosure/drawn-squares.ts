import type { RandomStream } from '@datalab/analysis';
import type { AreaGeometry } from '@datalab/domain';
import { AreaLocator, gridCellOf } from '@datalab/intake';

/** Of an area: places to which reports come back, and the share of them that do. */
const SPOTS = 6;
const AT_A_SPOT = 0.7;

/**
 * Draws the square of 200 m of a report in an area: a point in the area, for most reports one of a few places that are not as busy as each
 * other. The squares and where they cross the borders are real, the points are not. Geometry in WGS84 degrees.
 */
export function drawnSquares(
  shapes: readonly { properties: { BUURT: string }; geometry: AreaGeometry }[],
  random: RandomStream,
): (area: string) => string | undefined {
  const inside = new Map(
    shapes.map(({ properties, geometry }) => [properties.BUURT, pointsIn(geometry, random)] as const),
  );
  const spots = new Map([...inside].map(([area, draw]) => [area, Array.from({ length: SPOTS }, draw)]));
  return (area) => {
    const isAtSpot = random.nextFloat() < AT_A_SPOT;
    const point = isAtSpot ? spots.get(area)![Math.floor(SPOTS * random.nextFloat() ** 2)]! : inside.get(area)!();
    return gridCellOf(...point);
  };
}

/** Points evenly over an area: drawn in the frame around it until one lies inside. */
function pointsIn(geometry: AreaGeometry, random: RandomStream): () => [number, number] {
  const locator = new AreaLocator([['area', geometry]]);
  const corners = (geometry.coordinates as readonly unknown[]).flat(geometry.type === 'Polygon' ? 1 : 2) as [
    number,
    number,
  ][];
  const [west, east] = rangeOf(corners.map(([longitude]) => longitude));
  const [south, north] = rangeOf(corners.map(([, latitude]) => latitude));
  return () => {
    for (;;) {
      const longitude = west + (east - west) * random.nextFloat();
      const latitude = south + (north - south) * random.nextFloat();
      if (locator.areaAt(longitude, latitude) !== undefined) return [longitude, latitude];
    }
  };
}

const rangeOf = (values: readonly number[]): [number, number] => [
  values.reduce((least, value) => Math.min(least, value)),
  values.reduce((most, value) => Math.max(most, value)),
];
