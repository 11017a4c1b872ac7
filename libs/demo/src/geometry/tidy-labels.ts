import { OUTSIDE, type LabelMap } from './label-map.js';

/**
 * Makes every label one connected piece without corners that touch: loose pieces go to the neighbour they share most border with,
 * and a 2 × 2 block in which a label (or a `group` of labels, such as a wijk) meets itself only diagonally is filled up. After this
 * each area can be drawn as a simple ring. OUTSIDE may be in several pieces, but never inside the municipality.
 */
export function tidyLabels(map: LabelMap, group: (label: number) => number = (label) => label): void {
  for (let pass = 0; pass < 50; pass++) {
    const moved = joinLoosePieces(map) + fillTouchingCorners(map, group);
    if (moved === 0) return;
  }
  throw new Error('the labels of the demo map do not settle');
}

/** The up to four pixels that share a side with this one; the rest of the answer is −1. One array is reused: it is asked for often. */
function sidesOf({ columns, rows }: LabelMap): (pixel: number) => Int32Array {
  const sides = new Int32Array(4);
  return (pixel) => {
    const column = pixel % columns;
    sides[0] = column > 0 ? pixel - 1 : -1;
    sides[1] = column < columns - 1 ? pixel + 1 : -1;
    sides[2] = pixel >= columns ? pixel - columns : -1;
    sides[3] = pixel < columns * (rows - 1) ? pixel + columns : -1;
    return sides;
  };
}

function joinLoosePieces(map: LabelMap): number {
  const { labels } = map;
  const sides = sidesOf(map);
  const seen = new Uint8Array(labels.length);
  // All pixels, piece after piece; piece k is queue[starts[k]] … queue[starts[k + 1] − 1].
  const queue = new Int32Array(labels.length);
  const starts = [0];
  let end = 0;
  const largest = new Map<number, number>();
  for (let first = 0; first < labels.length; first++) {
    if (seen[first] === 1) continue;
    const label = labels[first]!;
    let at = end;
    queue[end++] = first;
    seen[first] = 1;
    for (; at < end; at++) {
      const around = sides(queue[at]!);
      for (let k = 0; k < 4; k++) {
        const next = around[k]!;
        if (next === -1 || seen[next] === 1 || labels[next] !== label) continue;
        seen[next] = 1;
        queue[end++] = next;
      }
    }
    const piece = starts.length - 1;
    const best = largest.get(label);
    if (best === undefined || starts[best + 1]! - starts[best]! < end - starts[piece]!) largest.set(label, piece);
    starts.push(end);
  }
  let moved = 0;
  for (let piece = 0; piece + 1 < starts.length; piece++) {
    const members = queue.subarray(starts[piece], starts[piece + 1]);
    const label = labels[members[0]!]!;
    if (largest.get(label) === piece) continue;
    const to = mostTouched(members, label, labels, sides);
    if (to === undefined) continue;
    for (const pixel of members) labels[pixel] = to;
    moved += members.length;
  }
  return moved;
}

/** The label that shares most border with a loose piece; undefined for a piece of outside at the edge of the sheet, which may stay. */
function mostTouched(
  members: Int32Array,
  label: number,
  labels: Int16Array,
  sides: (pixel: number) => Int32Array,
): number | undefined {
  const touched = new Map<number, number>();
  for (const pixel of members) {
    for (const next of sides(pixel)) {
      if (next === -1) {
        if (label === OUTSIDE) return undefined;
      } else if (labels[next] !== label) touched.set(labels[next]!, (touched.get(labels[next]!) ?? 0) + 1);
    }
  }
  return [...touched].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function fillTouchingCorners({ columns, rows, labels }: LabelMap, group: (label: number) => number): number {
  const groupOf = (label: number): number => (label === OUTSIDE ? OUTSIDE : group(label));
  let moved = 0;
  for (let row = 0; row + 1 < rows; row++) {
    for (let column = 0; column + 1 < columns; column++) {
      const sw = row * columns + column;
      const a = labels[sw]!;
      const b = labels[sw + 1]!;
      const c = labels[sw + columns]!;
      const d = labels[sw + columns + 1]!;
      // A corner can only touch where both rows change.
      if (a === b || c === d) continue;
      const [ga, gb, gc, gd] = [groupOf(a), groupOf(b), groupOf(c), groupOf(d)];
      if ((a === d && b !== a && c !== a) || (ga === gd && gb !== ga && gc !== ga)) labels[sw + 1] = a;
      else if ((b === c && a !== b && d !== b) || (gb === gc && ga !== gb && gd !== gb)) labels[sw] = b;
      else continue;
      moved++;
    }
  }
  return moved;
}
