/**
 * Lower triangle L of a symmetric positive definite matrix, A = L Lᵀ; undefined when A is not positive definite (a pivot at or
 * below 1e-300, or not finite).
 */
export function choleskyFactor(a: readonly Float64Array[]): Float64Array[] | undefined {
  const p = a.length;
  const l = Array.from({ length: p }, () => new Float64Array(p));
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k++) sum -= l[i]![k]! * l[j]![k]!;
      if (i !== j) l[i]![j] = sum / l[j]![j]!;
      else if (sum > 1e-300 && sum < Infinity) l[i]![i] = Math.sqrt(sum);
      else return undefined;
    }
  }
  return l;
}

/** The x with L Lᵀ x = b. */
export function choleskySolve(l: readonly Float64Array[], b: Float64Array): Float64Array {
  const x = Float64Array.from(b);
  for (let i = 0; i < l.length; i++) {
    for (let k = 0; k < i; k++) x[i]! -= l[i]![k]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  for (let i = l.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < l.length; k++) x[i]! -= l[k]![i]! * x[k]!;
    x[i]! /= l[i]![i]!;
  }
  return x;
}

/** (L Lᵀ)⁻¹, `out[i][j]`. */
export function choleskyInverse(l: readonly Float64Array[]): Float64Array[] {
  return l.map((_, j) => {
    const unit = new Float64Array(l.length);
    unit[j] = 1;
    return choleskySolve(l, unit);
  });
}
