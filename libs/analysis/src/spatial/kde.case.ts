import type { CaseMethod } from '../case/case-method.js';
import { numberParam, numbersParam } from '../case/case-params.js';
import { getTable, numberColumn } from '../case/case-table.js';
import { kernelDensity } from './kernel-density.js';

/** Kernel density of points on a grid, both kernels, for every bandwidth. */
export const kdeCase: CaseMethod = {
  analyse(tables, params) {
    const table = getTable(tables);
    const points = { x: numberColumn(table, 'x'), y: numberColumn(table, 'y') };
    const member = (params as { grid?: unknown }).grid;
    const [x0, y0, nx, ny, step] = ['x0', 'y0', 'nx', 'ny', 'step'].map((name) => numberParam(member, name));
    const grid = { x0: x0!, y0: y0!, nx: nx!, ny: ny!, step: step! };
    return {
      unit: 'expected events per square unit of the coordinates (integrates to the number of events)',
      order: 'x fastest, then y',
      gx: Array.from({ length: grid.nx }, (_, c) => grid.x0 + grid.step * c),
      gy: Array.from({ length: grid.ny }, (_, r) => grid.y0 + grid.step * r),
      results: numbersParam(params, 'bandwidths').map((bandwidth) => ({
        bandwidth,
        gaussian: kernelDensity(points, grid, bandwidth, 'gaussian'),
        quartic: kernelDensity(points, grid, bandwidth, 'quartic'),
      })),
    };
  },
  tolerances: [{ at: 'results.**', rel: 1e-10 }],
};
