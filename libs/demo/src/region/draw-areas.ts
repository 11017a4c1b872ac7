import type { Dice } from '../chance/dice.js';
import { borderArcs, ringsAround } from '../geometry/border-arcs.js';
import { bandAround, curveThrough } from '../geometry/curve.js';
import { eachPixelIn, emptyMap, OUTSIDE, type LabelMap } from '../geometry/label-map.js';
import type { Point, Ring } from '../geometry/point.js';
import { PONDS, RIVER, SHEET } from '../plan/sheet.js';
import { WIJKEN } from '../plan/town-plan.js';
import { labelAreas, onSheet } from './label-areas.js';

const PIXEL_METRES = 22;
const EVEN_OUT_PIXELS = 2;
const TOLERANCE_METRES = 5;

/** The drawn municipality in metres of the Dutch grid; every list of rings has its outer ring first. */
export interface DrawnAreas {
  readonly outline: readonly Ring[];
  /** Per wijk, in the order of the plan. */
  readonly wijken: readonly (readonly Ring[])[];
  /** Per buurt: all buurten of the first wijk, then of the second … */
  readonly buurten: readonly { readonly wijk: number; readonly rings: readonly Ring[] }[];
  /** River first, then ponds and harbour. Scenery: the areas tile over it. */
  readonly water: readonly Ring[];
  /** The buurt of each pixel that may be built on: away from borders and water. */
  readonly buildable: LabelMap;
}

/**
 * Draws municipality, wijken and buurten from the hand-made plan, bent and shifted by the seed: first as labels on a raster (so they
 * tile by construction), then as border lines that neighbours share point by point.
 */
export function drawAreas(dice: Dice): DrawnAreas {
  const map = emptyMap(
    SHEET.origin,
    Math.round((SHEET.width * SHEET.unitMetres) / PIXEL_METRES),
    Math.round((SHEET.height * SHEET.unitMetres) / PIXEL_METRES),
    PIXEL_METRES,
  );
  const riverLine = curveThrough(onSheet(RIVER, dice.fork('river'), 50), 12);
  const wijkOfBuurt = labelAreas(map, riverLine, dice);
  const arcs = borderArcs(map, EVEN_OUT_PIXELS, TOLERANCE_METRES);
  const water = [bandAround(riverLine, riverHalfWidth), ...PONDS.map((pond) => pondRing(pond, dice.fork('ponds')))];
  return {
    outline: ringsAround(arcs, () => true),
    wijken: WIJKEN.map((_, wijk) => ringsAround(arcs, (label) => wijkOfBuurt[label] === wijk)),
    buurten: wijkOfBuurt.map((wijk, buurt) => ({ wijk, rings: ringsAround(arcs, (label) => label === buurt) })),
    water,
    buildable: buildableOf(map, water),
  };
}

/** A pixel may be built on when all pixels around it are of the same buurt and none is water: border lines run at most 15 m off. */
function buildableOf(map: LabelMap, water: readonly Ring[]): LabelMap {
  const wet = new Uint8Array(map.labels.length);
  for (const ring of water) eachPixelIn(map, ring, (pixel) => (wet[pixel] = 1));
  const buildable: LabelMap = { ...map, labels: new Int16Array(map.labels.length).fill(OUTSIDE) };
  for (let row = 1; row + 1 < map.rows; row++) {
    for (let column = 1; column + 1 < map.columns; column++) {
      const pixel = row * map.columns + column;
      const label = map.labels[pixel]!;
      if (label === OUTSIDE) continue;
      let free = true;
      for (let dy = -map.columns; dy <= map.columns && free; dy += map.columns)
        for (let dx = -1; dx <= 1 && free; dx++)
          free = map.labels[pixel + dy + dx] === label && wet[pixel + dy + dx] === 0;
      if (free) buildable.labels[pixel] = label;
    }
  }
  return buildable;
}

/** The river widens slowly, and quickly at its mouth. */
const riverHalfWidth = (t: number): number => 30 + 22 * t + 75 * t ** 6;

function pondRing(pond: { at: Point; longMetres: number; wideMetres: number; turn: number }, dice: Dice): Ring {
  const [x, y] = onSheet([pond.at], dice, 30)[0]!;
  const corners = Array.from({ length: 11 }, (_, i): Point => {
    const angle = (2 * Math.PI * i) / 11;
    const stretch = dice.between(0.8, 1.2);
    const [u, v] = [Math.cos(angle) * pond.longMetres * stretch, Math.sin(angle) * pond.wideMetres * stretch];
    return [
      x + u * Math.cos(pond.turn) - v * Math.sin(pond.turn),
      y + u * Math.sin(pond.turn) + v * Math.cos(pond.turn),
    ];
  });
  return curveThrough([...corners, corners[0]!], 5);
}
