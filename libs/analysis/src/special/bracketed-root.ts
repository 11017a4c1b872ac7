/**
 * A zero of f between `low` and `high` by Brent's method (Brent 1973, chapter 4: secant and inverse quadratic steps, kept safe by
 * bisection), stopping when the bracket is smaller than `tolerance`. The steps are those of netlib's `zeroin`, so that a search
 * with a coarse tolerance ends at the same point as in other software. NaN when f has the same sign at both ends.
 */
export function bracketedRoot(f: (t: number) => number, low: number, high: number, tolerance: number): number {
  let a = low;
  let b = high;
  let fa = f(a);
  let fb = f(b);
  if (fa === 0) return a;
  if (fb === 0) return b;
  if (!(fa * fb < 0)) return Number.NaN;
  let c = a;
  let fc = fa;
  for (let step = 0; step < 1000; step++) {
    const previous = b - a;
    if (Math.abs(fc) < Math.abs(fb)) {
      a = b;
      b = c;
      c = a;
      fa = fb;
      fb = fc;
      fc = fa;
    }
    const allowed = 2 * Number.EPSILON * Math.abs(b) + tolerance / 2;
    let move = (c - b) / 2;
    if (Math.abs(move) <= allowed || fb === 0) return b;
    if (Math.abs(previous) >= allowed && Math.abs(fa) > Math.abs(fb)) {
      const gap = c - b;
      const s = fb / fa;
      let p: number;
      let q: number;
      if (a === c) {
        p = gap * s;
        q = 1 - s;
      } else {
        const r = fa / fc;
        const t = fb / fc;
        p = s * (gap * r * (r - t) - (b - a) * (t - 1));
        q = (r - 1) * (t - 1) * (s - 1);
      }
      if (p > 0) q = -q;
      else p = -p;
      if (p < 0.75 * gap * q - Math.abs(allowed * q) / 2 && p < Math.abs((previous * q) / 2)) move = p / q;
    }
    if (Math.abs(move) < allowed) move = move > 0 ? allowed : -allowed;
    a = b;
    fa = fb;
    b += move;
    fb = f(b);
    if (fb > 0 === fc > 0 && fb !== 0 && fc !== 0) {
      c = a;
      fc = fa;
    }
  }
  return b;
}
