import type { Point } from './point.js';

/**
 * Coefficients [power of x, power of y, value in arc seconds] of the approximation of RD → WGS84 by F.H. Schreutelkamp and
 * G.L. Strang van Hees, "Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoördinaten" (Geodesia 2001).
 */
const LATITUDE = [
  [0, 1, 3235.65389],
  [2, 0, -32.58297],
  [0, 2, -0.2475],
  [2, 1, -0.84978],
  [0, 3, -0.0655],
  [2, 2, -0.01709],
  [1, 0, -0.00738],
  [4, 0, 0.0053],
  [2, 3, -0.00039],
  [4, 1, 0.00033],
  [1, 1, -0.00012],
] as const;
const LONGITUDE = [
  [1, 0, 5260.52916],
  [1, 1, 105.94684],
  [1, 2, 2.45656],
  [3, 0, -0.81885],
  [1, 3, 0.05594],
  [3, 1, -0.05607],
  [0, 1, 0.01199],
  [3, 2, -0.00256],
  [1, 4, 0.00128],
  [0, 2, 0.00022],
  [2, 0, -0.00022],
  [5, 0, 0.00026],
] as const;

const AMERSFOORT = { x: 155_000, y: 463_000, longitude: 5.38720621, latitude: 52.1551744 };

/**
 * Longitude and latitude of a point of the Dutch grid, rounded to six decimals (0.1 m). Right to about half a metre inside the
 * area of the grid (x 0–300 km, y 300–620 km); outside it the polynomial means nothing.
 */
export function rdToWgs84([x, y]: Point): Point {
  const dx = (x - AMERSFOORT.x) * 1e-5;
  const dy = (y - AMERSFOORT.y) * 1e-5;
  const degrees = (terms: readonly (readonly [number, number, number])[]): number =>
    terms.reduce((sum, [p, q, value]) => sum + value * dx ** p * dy ** q, 0) / 3600;
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return [round(AMERSFOORT.longitude + degrees(LONGITUDE)), round(AMERSFOORT.latitude + degrees(LATITUDE))];
}
