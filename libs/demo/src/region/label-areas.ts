import type { Dice } from '../chance/dice.js';
import { curveThrough } from '../geometry/curve.js';
import { eachPixelIn, OUTSIDE, pixelMiddle, type LabelMap } from '../geometry/label-map.js';
import { smoothNoise } from '../geometry/noise.js';
import type { Point, Ring } from '../geometry/point.js';
import { tidyLabels } from '../geometry/tidy-labels.js';
import { OUTLINE, SHEET } from '../plan/sheet.js';
import { WIJKEN } from '../plan/town-plan.js';
import { nearestSite, settleSites } from './settle-sites.js';

/** From here on the points of the plan's outline are shore, drawn as a curve; before it they are ditches and dikes, drawn straight. */
const FIRST_SHORE_POINT = 26;

/** Points of the plan in the Dutch grid, each shifted by chance up to so many metres. */
export const onSheet = (places: readonly Point[], dice: Dice, jitterMetres: number): Point[] =>
  places.map(([x, y]) => [
    SHEET.origin[0] + x * SHEET.unitMetres + dice.between(-jitterMetres, jitterMetres),
    SHEET.origin[1] + y * SHEET.unitMetres + dice.between(-jitterMetres, jitterMetres),
  ]);

/**
 * Labels every pixel of the municipality with its buurt (numbered wijk by wijk, in the order of the plan) and returns the wijk of each
 * buurt. Borders run half-way between the places of the plan, bent by noise; the river always is a border.
 */
export function labelAreas(map: LabelMap, riverLine: readonly Point[], dice: Dice): number[] {
  const bent = bentMiddles(map, dice.fork('bend'));
  labelWijken(map, bent, riverLine, dice.fork('wijken'));
  tidyLabels(map);
  const wijkOfBuurt = labelBuurten(map, bent, dice.fork('buurten'));
  tidyLabels(map, (label) => wijkOfBuurt[label]!);
  return wijkOfBuurt;
}

/** The middle of each pixel, displaced by slow and fast waves: x at 2i, y at 2i + 1. */
function bentMiddles(map: LabelMap, dice: Dice): Float64Array {
  const waves = [
    [1100, 110],
    [300, 44],
    [110, 16],
  ].map(([wave, metres]) => ({ metres: metres!, x: smoothNoise(dice, wave!), y: smoothNoise(dice, wave!) }));
  const bent = new Float64Array(2 * map.labels.length);
  for (let pixel = 0; pixel < map.labels.length; pixel++) {
    const [x, y] = pixelMiddle(map, pixel);
    bent[2 * pixel] = x;
    bent[2 * pixel + 1] = y;
    for (const wave of waves) {
      bent[2 * pixel]! += wave.metres * wave.x(x, y);
      bent[2 * pixel + 1]! += wave.metres * wave.y(x, y);
    }
  }
  return bent;
}

function labelWijken(map: LabelMap, bent: Float64Array, riverLine: readonly Point[], dice: Dice): void {
  const outline = onSheet(OUTLINE, dice.fork('outline'), 32);
  const shore = curveThrough([...outline.slice(FIRST_SHORE_POINT), outline[0]!, outline[1]!], 8);
  const ring = [...outline.slice(1, FIRST_SHORE_POINT), ...shore];
  const inside = pixelsIn(map, [...ring, ring[0]!]);
  const south = pixelsIn(map, southOf(riverLine));
  const anchors = WIJKEN.flatMap((wijk, index) =>
    onSheet(wijk.anchors, dice, 80).map((at) => ({
      at,
      index,
      south: wijk.bank === 'south' ? 1 : 0,
      pull: wijk.weight * SHEET.unitMetres ** 2,
    })),
  );
  for (let pixel = 0; pixel < map.labels.length; pixel++) {
    if (inside[pixel] === 0) continue;
    const [x, y] = [bent[2 * pixel]!, bent[2 * pixel + 1]!];
    let best = Infinity;
    for (const anchor of anchors) {
      if (anchor.south !== south[pixel]) continue;
      const away = (x - anchor.at[0]) ** 2 + (y - anchor.at[1]) ** 2 - anchor.pull;
      if (away >= best) continue;
      best = away;
      map.labels[pixel] = anchor.index;
    }
  }
}

function pixelsIn(map: LabelMap, ring: Ring): Uint8Array {
  const inside = new Uint8Array(map.labels.length);
  eachPixelIn(map, ring, (pixel) => (inside[pixel] = 1));
  return inside;
}

/** Everything south of the river, closed far outside the sheet. */
function southOf(riverLine: readonly Point[]): Ring {
  const far = 20_000;
  const [east, west] = [riverLine[0]!, riverLine.at(-1)!];
  return [
    ...riverLine,
    [west[0] - far, west[1]],
    [west[0] - far, west[1] - far],
    [east[0] + far, west[1] - far],
    [east[0] + far, east[1]],
    east,
  ];
}

function labelBuurten(map: LabelMap, bent: Float64Array, dice: Dice): number[] {
  const pixels: number[][] = WIJKEN.map(() => []);
  map.labels.forEach((wijk, pixel) => {
    if (wijk !== OUTSIDE) pixels[wijk]!.push(pixel);
  });
  const [centre] = onSheet(WIJKEN[0]!.anchors, dice, 0) as [Point];
  // Closer to the centre buurten are smaller.
  const weightAt = (x: number, y: number): number =>
    1 / (0.4 + ((x - centre[0]) ** 2 + (y - centre[1]) ** 2) / SHEET.unitMetres ** 2);
  const wijkOfBuurt: number[] = [];
  WIJKEN.forEach((wijk, index) => {
    const own = pixels[index]!;
    const places = new Float64Array(2 * own.length);
    own.forEach((pixel, i) => places.set([bent[2 * pixel]!, bent[2 * pixel + 1]!], 2 * i));
    const planned = onSheet(
      wijk.buurten.map((buurt) => buurt.at),
      dice,
      65,
    );
    const sites = settleSites(planned, places, weightAt);
    const first = wijkOfBuurt.length;
    own.forEach((pixel, i) => (map.labels[pixel] = first + nearestSite(sites, places[2 * i]!, places[2 * i + 1]!)));
    for (let k = 0; k < wijk.buurten.length; k++) wijkOfBuurt.push(index);
  });
  return wijkOfBuurt;
}
