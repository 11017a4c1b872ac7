/**
 * x log(x / m) + m − x for x ≥ 0, m > 0: half the Poisson deviance of one observation, ≥ 0. Near x = m a series in
 * (x − m) / (x + m) avoids the cancellation (Loader 2000).
 */
export function deviancePart(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) < 0.1 * (x + m)) {
    const v = (x - m) / (x + m);
    const square = v * v;
    let sum = (x - m) * v;
    let power = 2 * x * v;
    for (let k = 3; k < 2000; k += 2) {
      power *= square;
      const next = sum + power / k;
      if (next === sum) break;
      sum = next;
    }
    return sum;
  }
  return x * Math.log(x / m) + m - x;
}
