/** Value and slope of a function at a point. */
export interface ValueAndSlope {
  readonly value: number;
  readonly slope: number;
}

/**
 * The t with f(t) = target for a monotone function, by Newton steps that are kept inside a bracket (bisection when one leaves
 * it). Stops when the step is below 1e-15 of |t| (absolute below 1). Returns ±Infinity when no bracket is found within `reach`.
 */
export function monotoneRoot(f: (t: number) => ValueAndSlope, target: number, start: number, reach = 1e6): number {
  let low = -Infinity;
  let high = Infinity;
  let t = start;
  let stride = 1;
  const rising = f(start).slope >= 0;
  for (let step = 0; step < 400; step++) {
    const { value, slope } = f(t);
    const miss = rising ? value - target : target - value;
    if (miss === 0) return t;
    if (miss > 0) high = t;
    else low = t;
    let next = t - (value - target) / slope;
    const bracketed = low > -Infinity && high < Infinity;
    if (bracketed) {
      if (!(next > low && next < high)) next = low + (high - low) / 2;
    } else if (!Number.isFinite(next) || Math.abs(next - t) > stride || next === t) {
      next = miss > 0 ? t - stride : t + stride;
      stride *= 2;
      if (Math.abs(next) > reach) return miss > 0 ? -Infinity : Infinity;
    }
    if (Math.abs(next - t) <= 1e-15 * Math.max(1, Math.abs(t))) return next;
    t = next;
  }
  return t;
}
