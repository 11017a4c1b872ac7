import type { Neighbours } from './neighbours.js';

/**
 * Order of neighbourhood between all areas, `orders[i][j]`: 0 for the area itself, 1 for who borders on it, 2 for who borders on those. the number of
 * areas, which no road is as long as, where none leads. Memory: areas × areas.
 */
export function neighbourOrders({ offsets, neighbours }: Neighbours): Float64Array[] {
  const areas = offsets.length - 1;
  return Array.from({ length: areas }, (_, from) => {
    const orders = new Float64Array(areas).fill(areas);
    orders[from] = 0;
    for (let ring = [from], order = 1; ring.length > 0; order += 1) {
      const next: number[] = [];
      for (const area of ring)
        for (let k = offsets[area]!; k < offsets[area + 1]!; k++) {
          const other = neighbours[k]!;
          if (orders[other] !== areas) continue;
          orders[other] = order;
          next.push(other);
        }
      ring = next;
    }
    return orders;
  });
}
