import { describe, expect, it } from '@jest/globals';
import { choleskyFactor, choleskyInverse, choleskySolve } from './cholesky.js';
import { orthogonalBasis, toCoefficients, toCovariance } from './orthogonal-basis.js';
import { crossProduct, weightedGram } from './weighted-products.js';

const columns = (...values: number[][]) => values.map((column) => Float64Array.from(column));

describe('choleskyFactor', () => {
  const a = columns([4, 2], [2, 3]);

  it('factors, solves and inverts a matrix worked by hand', () => {
    const l = choleskyFactor(a)!;
    expect([l[0]![0], l[1]![0], l[1]![1]]).toEqual([2, 1, Math.SQRT2]);
    expect([...choleskySolve(l, Float64Array.of(8, 7))]).toEqual([expect.closeTo(1.25), expect.closeTo(1.5)]);
    expect(choleskyInverse(l).map((row) => [...row])).toEqual([
      [expect.closeTo(3 / 8), expect.closeTo(-2 / 8)],
      [expect.closeTo(-2 / 8), expect.closeTo(4 / 8)],
    ]);
  });

  it('refuses what is not positive definite', () => {
    expect(choleskyFactor(columns([1, 2], [2, 1]))).toBeUndefined();
    expect(choleskyFactor(columns([Number.NaN]))).toBeUndefined();
  });
});

describe('orthogonalBasis', () => {
  it('spans the columns with orthonormal ones, also when they are nearly parallel and badly scaled', () => {
    const x = columns([1, 1, 1, 1], [1e5, 1e5 + 1, 1e5 + 2, 1e5 + 5]);
    const basis = orthogonalBasis(x);
    const gram = weightedGram(basis, new Float64Array(4).fill(1));
    expect(gram[0]![0]).toBeCloseTo(1, 14);
    expect(Math.abs(gram[1]![0]!)).toBeLessThan(1e-15);
    const y = Float64Array.of(3, 5, 7, 13); // 3 + 2 (x − 1e5)
    const b = toCoefficients(basis, crossProduct(basis, y));
    expect(b[1]).toBeCloseTo(2, 6);
  });

  it('leaves out a column that depends on earlier ones', () => {
    const basis = orthogonalBasis(columns([1, 1, 1], [0, 0, 0], [2, 2, 2], [1, 2, 4]));
    expect(basis.kept).toEqual([0, 3]);
    const covariance = toCovariance(basis, columns([1, 0], [0, 1]));
    expect(covariance[1]![1]).toBeNaN();
    expect(covariance[3]![3]).toBeCloseTo(3 / 14, 12); // 1 / Σ (x − mean)²
  });
});
