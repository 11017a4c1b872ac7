import type { AreaGeometry, Position } from '@datalab/domain';
import { rdToWgs84, type CoordinateSystem } from '@datalab/intake';
import { error, type RegionFault } from './region-fault.js';

interface Feature {
  properties: Record<string, unknown>;
  geometry: unknown;
}

/** The features of a GeoJSON text, or undefined where it is not a FeatureCollection. */
export function featuresOf(text: string): Feature[] | undefined {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (fault) {
    if (!(fault instanceof SyntaxError)) throw fault;
    return undefined;
  }
  const { type, features } = document as { type?: unknown; features?: unknown };
  if (type !== 'FeatureCollection' || !Array.isArray(features)) return undefined;
  return features.map((feature: Partial<Feature>) => ({
    properties: feature.properties ?? {},
    geometry: feature.geometry,
  }));
}

/** The outline of a feature in WGS84, or what is wrong with it. `title` names the feature to a person. */
export function readGeometry(
  geometry: unknown,
  crs: CoordinateSystem,
  file: string,
  title: string,
): { geometry: AreaGeometry } | { fault: RegionFault } {
  const { type, coordinates } = (geometry ?? {}) as { type?: string; coordinates?: unknown };
  if (geometry === null || geometry === undefined)
    return { fault: error(file, title, 'geometry.missing', 'has no outline') };
  if (type !== 'Polygon' && type !== 'MultiPolygon')
    return { fault: error(file, title, 'geometry.kind', 'is not a Polygon or MultiPolygon') };
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as number[][][][];
  const read: Position[][][] = [];
  for (const rings of polygons) {
    if (!Array.isArray(rings) || rings.length === 0) return { fault: brokenRing(file, title) };
    const polygon: Position[][] = [];
    for (const ring of rings) {
      if (!isRing(ring)) return { fault: brokenRing(file, title) };
      if (!ring.every(([x, y]) => fits(x!, y!, crs))) return { fault: wrongSystem(file, title, crs) };
      polygon.push(ring.map(([x, y]) => (crs === 'EPSG:28992' ? rdToWgs84(x!, y!) : [x!, y!])));
    }
    read.push(polygon);
  }
  return { geometry: type === 'Polygon' ? { type, coordinates: read[0]! } : { type, coordinates: read } };
}

const isRing = (ring: unknown): ring is number[][] => {
  if (!Array.isArray(ring) || ring.length < 4) return false;
  const isPosition = (p: unknown) => Array.isArray(p) && Number.isFinite(p[0]) && Number.isFinite(p[1]);
  const [first, last] = [ring[0], ring.at(-1)];
  return ring.every(isPosition) && first[0] === last[0] && first[1] === last[1];
};

/** Where the Dutch grid is defined; metres of other systems lie far outside it, and so do degrees. */
const isInRd = (x: number, y: number): boolean => x >= 0 && x <= 300_000 && y >= 300_000 && y <= 650_000;

const fits = (x: number, y: number, crs: CoordinateSystem): boolean =>
  crs === 'EPSG:28992' ? isInRd(x, y) : Math.abs(x) <= 180 && Math.abs(y) <= 90;

const brokenRing = (file: string, title: string): RegionFault =>
  error(file, title, 'geometry.ring', 'has a ring that is not closed, or has fewer than four points');

const wrongSystem = (file: string, title: string, crs: CoordinateSystem): RegionFault =>
  error(file, title, 'coordinates.wrong-system', `has coordinates that are not ${crs}; region.json says they are`);
