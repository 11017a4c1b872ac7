import { areaCentre } from '@datalab/analysis';
import type { RunGround } from './run-ground.js';

/**
 * Centres of the areas of a run, in the order of `areas`, on a plane: degrees are laid flat at their mean latitude, so that a circle is a
 * circle. Empty where the region has no map of this level.
 */
export function centresOf({ areas, shapes }: RunGround): [number, number][] {
  const byCode = new Map(shapes.map(({ code, geometry }) => [code, geometry]));
  const centres = areas.map(({ code }) => {
    const geometry = byCode.get(code);
    return geometry == null ? undefined : areaCentre(geometry);
  });
  const known = centres.filter((centre) => centre !== undefined);
  if (known.length < areas.length) return [];
  const inDegrees = known.every(([x, y]) => Math.abs(x) <= 180 && Math.abs(y) <= 90);
  if (!inDegrees) return known;
  const latitude = known.reduce((sum, [, y]) => sum + y, 0) / known.length;
  const squeeze = Math.cos((latitude * Math.PI) / 180);
  return known.map(([x, y]) => [x * squeeze, y]);
}
