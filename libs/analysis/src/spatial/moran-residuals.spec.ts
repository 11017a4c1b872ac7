import { describe, expect, it } from '@jest/globals';
import { randomStream } from '../random/random-stream.js';
import { gridNeighbours } from './grid-neighbours.js';
import { moranGlobal } from './moran-global.js';
import { lagrangeTests, moranOfResiduals } from './moran-residuals.js';
import { neighboursFromPairs } from './neighbours.js';

const side = 8;
const cells = Array.from({ length: side * side }, (_, k) => k);
const grid = gridNeighbours(
  cells.map((k) => k % side),
  cells.map((k) => Math.floor(k / side)),
);
const constant = new Float64Array(cells.length).fill(1 / side);

/** Residuals about the mean: the design is the intercept alone. */
function aboutMean(values: Float64Array) {
  const mean = values.reduce((sum, v) => sum + v, 0) / values.length;
  return { response: values, residuals: values.map((v) => v - mean), basis: [constant] };
}

function noise(seed: number): Float64Array {
  const random = randomStream(seed);
  return Float64Array.from(cells, () => random.nextFloat() + random.nextFloat() + random.nextFloat());
}

describe("Moran's I of residuals", () => {
  it('is, with an intercept alone, the global statistic with its normal expectation and variance', () => {
    const values = noise(1);
    const plain = moranGlobal(values, grid);
    const residual = moranOfResiduals(aboutMean(values), grid);
    expect(residual.i).toBeCloseTo(plain.i, 12);
    expect(residual.expectation).toBeCloseTo(plain.expectation, 12);
    expect(residual.variance).toBeCloseTo(plain.normality.variance, 12);
  });

  it('keeps its size: about 5 % of 400 random maps reach p < 0.05, for I and for both score tests', () => {
    const counts = [0, 0, 0];
    for (let seed = 0; seed < 400; seed++) {
      const input = aboutMean(noise(seed));
      const { error, lag } = lagrangeTests(input, grid);
      [moranOfResiduals(input, grid).pTwoSided, error.p, lag.p].forEach((p, k) => (counts[k]! += p < 0.05 ? 1 : 0));
    }
    counts.forEach((count) => expect(Math.abs(count / 400 - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 400)));
  });

  it('finds a smooth surface that the regression left over', () => {
    const smooth = noise(3).map((v, k) => v + Math.sin((k % side) / 2) * 2);
    expect(moranOfResiduals(aboutMean(smooth), grid).pGreater).toBeLessThan(1e-6);
    expect(lagrangeTests(aboutMean(smooth), grid).error.p).toBeLessThan(1e-6);
    expect(lagrangeTests(aboutMean(smooth), grid).sarma.degreesOfFreedom).toBe(2);
  });

  it('takes binary weights too, and refuses other lengths', () => {
    expect(() => moranOfResiduals(aboutMean(noise(1)), neighboursFromPairs(3, [0], [1]))).toThrow(RangeError);
    expect(() => lagrangeTests(aboutMean(noise(1)), neighboursFromPairs(3, [0], [1]))).toThrow(RangeError);
    expect(moranOfResiduals(aboutMean(noise(2)), grid, 'B').z).not.toBeNaN();
  });
});
