import type { FeatureCollection, Position } from 'geojson';

export type Box = [west: number, south: number, east: number, north: number];

function* positionsOf(coordinates: unknown): Generator<Position> {
  if (!Array.isArray(coordinates)) return;
  if (typeof coordinates[0] === 'number') yield coordinates as Position;
  else for (const part of coordinates) yield* positionsOf(part);
}

/** The box around all features (longitude–latitude); undefined where there is nothing to draw. */
export function boxOf(collection: FeatureCollection): Box | undefined {
  let box: Box | undefined;
  for (const { geometry } of collection.features) {
    if (geometry === null || geometry.type === 'GeometryCollection') continue;
    for (const [x = 0, y = 0] of positionsOf(geometry.coordinates))
      box =
        box === undefined
          ? [x, y, x, y]
          : [Math.min(box[0], x), Math.min(box[1], y), Math.max(box[2], x), Math.max(box[3], y)];
  }
  return box;
}
