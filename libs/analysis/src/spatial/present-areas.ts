import { neighboursFromLinks, type Neighbours } from './neighbours.js';

/** Areas that have a value, renumbered 0..n-1: `index[k]` is the place of present area k among all areas. */
export interface PresentAreas {
  readonly index: Int32Array;
  readonly values: Float64Array;
  readonly neighbours: Neighbours;
}

/**
 * Takes missing areas (`missing[i]` = 1) out of the values and out of everybody's neighbours, so that a method can run as if
 * they did not exist. Throws RangeError when lengths differ or a present value is not finite.
 */
export function presentAreas(
  values: ArrayLike<number>,
  neighbours: Neighbours,
  missing?: ArrayLike<number>,
): PresentAreas {
  const areas = values.length;
  if (neighbours.offsets.length !== areas + 1) {
    throw new RangeError(`${areas} values, but neighbours of ${neighbours.offsets.length - 1} areas`);
  }
  if (missing !== undefined && missing.length !== areas) throw new RangeError('values and missing differ in length');
  const index: number[] = [];
  const place = new Int32Array(areas).fill(-1);
  for (let i = 0; i < areas; i++) {
    if (missing !== undefined && missing[i] !== 0) continue;
    if (!Number.isFinite(values[i]))
      throw new RangeError(`value ${i} is not a finite number and not marked as missing`);
    place[i] = index.length;
    index.push(i);
  }
  const present = { index: Int32Array.from(index), values: Float64Array.from(index, (i) => values[i]!) };
  if (index.length === areas) return { ...present, neighbours };
  const from: number[] = [];
  const to: number[] = [];
  for (let i = 0; i < areas; i++) {
    for (let p = neighbours.offsets[i]!; p < neighbours.offsets[i + 1]!; p++) {
      const j = neighbours.neighbours[p]!;
      if (place[i]! < 0 || place[j]! < 0) continue;
      from.push(place[i]!);
      to.push(place[j]!);
    }
  }
  return { ...present, neighbours: neighboursFromLinks(index.length, from, to) };
}
