import type { Points } from './distance-band.js';

/** Regular grid of points at which the density is computed: x0 + step × column, y0 + step × row, in the unit of the points. */
export interface DensityGrid {
  readonly x0: number;
  readonly y0: number;
  readonly nx: number;
  readonly ny: number;
  readonly step: number;
}

/** `gaussian`: the bandwidth is its standard deviation. `quartic`: the bandwidth is the radius beyond which an event counts for 0. */
export type Kernel = 'gaussian' | 'quartic';

/**
 * Density of events per square unit of the coordinates, x fastest, then y; integrates to the number of events over the whole
 * plane (no correction at edges). Direct sums: gaussian Σ exp(−d²/2h²) / (2πh²); quartic Σ 3/(πh²) (1 − d²/h²)² for d < h, as
 * QGIS and CrimeStat. Work: events × grid points (gaussian), events × points within the radius (quartic).
 * Throws RangeError on a bandwidth or step that is not positive, a grid that is not whole, or a position that is not finite.
 */
export function kernelDensity(points: Points, grid: DensityGrid, bandwidth: number, kernel: Kernel): Float64Array {
  const { x, y } = points;
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) throw new RangeError('the bandwidth must be positive');
  if (!(grid.step > 0) || !(Number.isInteger(grid.nx) && Number.isInteger(grid.ny) && grid.nx >= 0 && grid.ny >= 0)) {
    throw new RangeError('the grid must have a positive step and whole numbers of columns and rows');
  }
  if (y.length !== x.length) throw new RangeError('x and y differ in length');
  const density = new Float64Array(grid.nx * grid.ny);
  for (let k = 0; k < x.length; k++) {
    if (!Number.isFinite(x[k]) || !Number.isFinite(y[k]))
      throw new RangeError(`the position of event ${k} is not finite`);
    if (kernel === 'gaussian') addGaussian(density, grid, x[k]!, y[k]!, bandwidth);
    else addQuartic(density, grid, x[k]!, y[k]!, bandwidth);
  }
  const scale = kernel === 'gaussian' ? 1 / (2 * Math.PI * bandwidth ** 2) : 3 / (Math.PI * bandwidth ** 2);
  return density.map((v) => v * scale);
}

/** exp(−d²/2h²) is the product of a factor per column and one per row: nx + ny exponentials instead of nx × ny. */
function addGaussian(
  density: Float64Array,
  { x0, y0, nx, ny, step }: DensityGrid,
  x: number,
  y: number,
  h: number,
): void {
  const factor = new Float64Array(nx);
  for (let c = 0; c < nx; c++) factor[c] = Math.exp(-((x0 + step * c - x) ** 2) / (2 * h * h));
  for (let r = 0; r < ny; r++) {
    const row = Math.exp(-((y0 + step * r - y) ** 2) / (2 * h * h));
    if (row === 0) continue;
    for (let c = 0; c < nx; c++) density[r * nx + c]! += row * factor[c]!;
  }
}

function addQuartic(
  density: Float64Array,
  { x0, y0, nx, ny, step }: DensityGrid,
  x: number,
  y: number,
  h: number,
): void {
  const c1 = Math.max(0, Math.ceil((x - h - x0) / step));
  const c2 = Math.min(nx - 1, Math.floor((x + h - x0) / step));
  const r1 = Math.max(0, Math.ceil((y - h - y0) / step));
  const r2 = Math.min(ny - 1, Math.floor((y + h - y0) / step));
  for (let r = r1; r <= r2; r++) {
    const dy = y0 + step * r - y;
    for (let c = c1; c <= c2; c++) {
      const dx = x0 + step * c - x;
      const rest = 1 - (dx * dx + dy * dy) / (h * h);
      if (rest > 0) density[r * nx + c]! += rest * rest;
    }
  }
}

/**
 * The same density at given places instead of on a grid, each event counting `weights` times (0 or more). Throws RangeError as `kernelDensity` does, and for a
 * weight that is negative or not finite. Work: events × places.
 */
export function kernelDensityAt(
  points: Points & { readonly weights: ArrayLike<number> },
  places: Points,
  bandwidth: number,
  kernel: Kernel,
): Float64Array {
  const { x, y, weights } = points;
  if (!(bandwidth > 0 && Number.isFinite(bandwidth))) throw new RangeError('the bandwidth must be positive');
  if (y.length !== x.length || weights.length !== x.length) throw new RangeError('x, y and weights differ in length');
  for (let k = 0; k < x.length; k++)
    if (!Number.isFinite(x[k]) || !Number.isFinite(y[k]) || !(weights[k]! >= 0 && Number.isFinite(weights[k])))
      throw new RangeError(`event ${k} has a position or weight that is not a number`);
  const square = bandwidth ** 2;
  const scale = kernel === 'gaussian' ? 1 / (2 * Math.PI * square) : 3 / (Math.PI * square);
  return Float64Array.from({ length: places.x.length }, (_, i) => {
    let sum = 0;
    for (let k = 0; k < x.length; k++) {
      const apart = ((x[k]! - places.x[i]!) ** 2 + (y[k]! - places.y[i]!) ** 2) / square;
      if (kernel === 'gaussian') sum += weights[k]! * Math.exp(-apart / 2);
      else if (apart < 1) sum += weights[k]! * (1 - apart) ** 2;
    }
    return sum * scale;
  });
}
