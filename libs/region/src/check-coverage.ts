import type { AreaGeometry } from '@datalab/domain';
import { coverageGrid, enclosedHoles } from './coverage-grid.js';
import { error, warning, type RegionFault } from './region-fault.js';

/** Two areas that share more than this part of the smaller one are not two areas. */
const OVERLAP_ERROR = 0.05;
/** Less than this is how borders were drawn. */
const OVERLAP_NOISE = 0.002;
/** Holes under this part of a middling area are how borders were drawn. */
const HOLE_NOISE = 0.01;
const NAMED_AROUND = 4;

/** Overlaps and holes of the areas of one level, each with the areas named. Geometry in WGS84. */
export function checkCoverage(
  file: string,
  areas: readonly { code: string; name: string; geometry: AreaGeometry | null }[],
): RegionFault[] {
  const grid = coverageGrid(areas.map(({ geometry }) => geometry));
  if (grid === null) return [];
  const title = (index: number) => `${areas[index]!.name} (${areas[index]!.code})`;

  const overlaps = [...grid.overlaps].flatMap(([pair, cells]) => {
    const [a, b] = pair.split(',').map(Number) as [number, number];
    const share = cells / Math.min(grid.sizes[a]!, grid.sizes[b]!);
    if (share < OVERLAP_NOISE) return [];
    const report = share >= OVERLAP_ERROR ? error : warning;
    const percent = (share * 100).toFixed(1);
    return [
      report(file, title(a), 'geometry.overlap', `overlaps ${title(b)} by ${percent} % of the smaller of the two`),
    ];
  });

  const middling = [...grid.sizes].sort((a, b) => a - b)[Math.floor(grid.sizes.length / 2)]!;
  const holes = enclosedHoles(grid)
    .filter(({ cells }) => cells > middling * HOLE_NOISE)
    .map(({ around }) => {
      const [first, ...others] = around.slice(0, NAMED_AROUND).map(title);
      const between = others.length > 0 ? ` between it and ${others.join(', ')}` : ' inside it';
      return warning(file, first!, 'geometry.hole', `there is a part that belongs to no area,${between}`);
    });
  return [...overlaps, ...holes];
}
