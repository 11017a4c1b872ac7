/** How a series at 1, 2, … n is smoothed. */
export interface LoessOptions {
  /** Number of neighbours, odd; may exceed the series. */
  readonly window: number;
  /** 0 local constant, 1 local line. */
  readonly degree: 0 | 1;
  /** Loess at every `jump`-th point and straight lines in between; 1 is loess everywhere. */
  readonly jump: number;
}

/**
 * Local fit at position `x` (1-based, may lie beside the series) from the points `left` … `right`, with tricube weights times
 * `weights`; undefined when all weights are zero.
 */
export function loessAt(
  y: Float64Array,
  x: number,
  { window, degree }: LoessOptions,
  left: number,
  right: number,
  weights: Float64Array | undefined,
): number | undefined {
  const n = y.length;
  let reach = Math.max(x - left, right - x);
  if (window > n) reach += Math.floor((window - n) / 2);
  const w = new Float64Array(right - left + 1);
  let sum = 0;
  for (let j = left; j <= right; j++) {
    const distance = Math.abs(j - x);
    if (distance > 0.999 * reach) continue;
    const tricube = distance <= 0.001 * reach ? 1 : (1 - (distance / reach) ** 3) ** 3;
    sum += w[j - left] = weights ? tricube * weights[j - 1]! : tricube;
  }
  if (sum <= 0) return undefined;
  let centre = 0;
  let value = 0;
  for (let j = left; j <= right; j++) {
    w[j - left]! /= sum;
    centre += w[j - left]! * j;
    value += w[j - left]! * y[j - 1]!;
  }
  if (reach <= 0 || degree === 0) return value;
  let spread = 0;
  let slope = 0;
  for (let j = left; j <= right; j++) {
    spread += w[j - left]! * (j - centre) ** 2;
    slope += w[j - left]! * (j - centre) * y[j - 1]!;
  }
  // A neighbourhood of nearly one point has no slope.
  return Math.sqrt(spread) > 0.001 * (n - 1) ? value + ((x - centre) / spread) * slope : value;
}

/** First and last neighbour of point `i`: half a window to either side, shifted at the ends. */
function neighbourhood(i: number, n: number, window: number): [number, number] {
  if (window >= n) return [1, n];
  const left = Math.max(1, Math.min(i - (window + 1) / 2 + 1, n - window + 1));
  return [left, left + window - 1];
}

/** Puts a straight line between the points `from` and `to` (1-based). */
function interpolate(out: Float64Array, from: number, to: number): void {
  const step = (out[to - 1]! - out[from - 1]!) / (to - from);
  for (let j = from + 1; j < to; j++) out[j - 1] = out[from - 1]! + step * (j - from);
}

/**
 * Loess of a complete, equally spaced series (Cleveland 1979, as in the Fortran of STL). `weights` are robustness weights; a point
 * whose neighbours all weigh nothing keeps its own value.
 */
export function loessSmooth(y: Float64Array, options: LoessOptions, weights?: Float64Array): Float64Array {
  const n = y.length;
  if (n < 2) return Float64Array.from(y);
  const out = new Float64Array(n);
  const jump = Math.min(options.jump, n - 1);
  const fit = (i: number) => {
    const [left, right] = neighbourhood(i, n, options.window);
    out[i - 1] = loessAt(y, i, options, left, right, weights) ?? y[i - 1]!;
  };
  let last = 1;
  fit(1);
  for (let i = 1 + jump; i <= n; i += jump) {
    fit(i);
    interpolate(out, last, i);
    last = i;
  }
  if (last < n) {
    fit(n);
    interpolate(out, last, n);
  }
  return out;
}
