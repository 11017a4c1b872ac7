import type { AreaGeometry } from './contiguity.js';

type Ring = readonly (readonly number[])[];

/** Twice the signed area of a ring, and that times its centroid. */
function moments(ring: Ring): [number, number, number] {
  let [area, x, y] = [0, 0, 0];
  // From the first point: coordinates of a country are large, and their products would lose the digits that matter.
  const [x0, y0] = [ring[0]?.[0] ?? 0, ring[0]?.[1] ?? 0];
  for (let i = 0; i < ring.length; i++) {
    const [a, b] = [ring[i]!, ring[(i + 1) % ring.length]!];
    const [ax, ay, bx, by] = [a[0]! - x0, a[1]! - y0, b[0]! - x0, b[1]! - y0];
    const cross = ax * by - bx * ay;
    area += cross;
    x += ((ax + bx) / 3) * cross;
    y += ((ay + by) / 3) * cross;
  }
  return [area, x + x0 * area, y + y0 * area];
}

/**
 * Centre of gravity of an area, in the unit of its coordinates; holes count as holes. It may lie outside a bent area. NaN for an area
 * without surface.
 */
export function areaCentre(geometry: AreaGeometry): [number, number] {
  const polygons = (
    geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  ) as readonly (readonly Ring[])[];
  let [area, x, y] = [0, 0, 0];
  for (const rings of polygons) {
    rings.forEach((ring, k) => {
      const [a, mx, my] = moments(ring);
      // The first ring is the outside, whichever way it runs; the others are holes.
      const sign = (a < 0 ? -1 : 1) * (k === 0 ? 1 : -1);
      area += sign * a;
      x += sign * mx;
      y += sign * my;
    });
  }
  return [x / area, y / area];
}
