import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { CentreDistances } from './centre-distances.js';
import { squaredDistance } from './distance.js';
import { inJavaScript, inWebAssembly } from './distance-kernel.js';
import type { Rows } from './standardise.js';

function randomPoints(rows: number, columns: number, seed: number): Rows {
  const random = randomStream(seed, 0);
  // Of very different sizes, so that another order of adding would show.
  const values = Float64Array.from(
    { length: rows * columns },
    () => (random.nextFloat() - 0.5) * 10 ** random.nextBelow(7),
  );
  return { values, rows, columns };
}

describe('CentreDistances', () => {
  it.each([
    [1, 1, 1],
    [7, 2, 3],
    [40, 4, 7],
    [200, 25, 9],
    [30, 33, 30],
  ])('gives the same bits in WebAssembly and in JavaScript: %i rows, %i columns, %i centres', (rows, columns, k) => {
    const points = randomPoints(rows, columns, rows);
    const centres = randomPoints(k, columns, 1000 + k).values;
    const [fast, plain] = [inWebAssembly, inJavaScript].map((memoryOf) => {
      // Node has it: without it this would compare a form with itself.
      const distances = new CentreDistances(points, k, (length) => memoryOf(length)!);
      for (let g = 0; g < k; g++) distances.place(g, centres);
      return {
        ofRows: Array.from({ length: rows }, (_row, i) => distances.ofRow(i).slice()),
        ofCentres: Array.from({ length: k }, (_centre, g) => distances.ofCentre(g).slice()),
      };
    });
    expect(fast).toEqual(plain);
    for (let i = 0; i < rows; i++)
      for (let g = 0; g < k; g++) {
        const d = squaredDistance(points.values, i * columns, centres, g * columns, columns);
        expect(Math.abs(fast!.ofRows[i]![g]! / d - 1)).toBeLessThan(1e-12);
        expect(fast!.ofCentres[g]![i]).toBe(fast!.ofRows[i]![g]);
      }
  });

  it('leaves what is too large for 32-bit addresses to JavaScript', () => {
    expect(inWebAssembly(2 ** 28)).toBeUndefined();
  });
});
