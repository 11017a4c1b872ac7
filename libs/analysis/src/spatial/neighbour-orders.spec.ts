import { describe, expect, it } from '@jest/globals';
import { neighbourOrders } from './neighbour-orders.js';

describe('neighbourOrders', () => {
  it('counts borders to cross along a row of three areas, and finds no road to an island', () => {
    // 0 – 1 – 2, and 3 alone.
    const row = { offsets: Int32Array.of(0, 1, 3, 4, 4), neighbours: Int32Array.of(1, 0, 2, 1) };
    expect(neighbourOrders(row).map((orders) => Array.from(orders))).toEqual([
      [0, 1, 2, 4],
      [1, 0, 1, 4],
      [2, 1, 0, 4],
      [4, 4, 4, 0],
    ]);
  });
});
