import type { ScanDesign } from './scan-design.js';
import { scanLikelihoodRatio } from './scan-likelihood.js';

// Taken out of Math once: the look-up is slow where code runs in a sandbox, and these run for every window.
const { max, min, round } = Math;

/**
 * Largest log likelihood ratio over all circles and time windows of one map of cases (`cases[area * periods + period]`).
 *
 * Every circle has a curve of excess cases over time, and curves add up over areas. For each window length the largest
 * excess of a circle is at most that of the circle before it plus that of the area that enters; only where this bound
 * passes the least excess that could beat the best ratio so far are the windows of that length looked at. The result is exact.
 */
export function spaceTimeMaximum(design: ScanDesign, cases: Int32Array): number {
  const { areas, periods, longest, circles, expected, total, minCases, timeShare } = design;
  const width = periods + 1;
  const span = longest + 1;
  const { curves, largest } = curvesOf(design, cases);
  const [least, most] = shareRange(design);
  // Beyond this excess the bound below does not hold for the largest circle, so nothing may be dismissed.
  const widest = largestCircle(design);
  const cap = most.map((share) => max(0, total - 2 * share * widest) ** 2);
  const factor = (2 / total) * (1 - 1e-12);
  const curve = new Float64Array(width);
  const bound = new Float64Array(span);
  // The square of the least excess that could beat `best`: 2 best e (C−e) / C. It grows with e and with best, so that an older
  // value is too low at worst, and is only renewed where a bound passes it.
  const threshold = new Float64Array(span);
  let best = 0;
  for (let centre = 0; centre < areas; centre++) {
    curve.fill(0);
    bound.fill(0);
    threshold.fill(0);
    let held = 0;
    for (let p = circles.starts[centre]!; p < circles.starts[centre + 1]!; p++) {
      const area = circles.order[p]!;
      const closed = circles.closed[p] === 1;
      held += expected[area]!;
      for (let t = 1, from = area * width + 1; t < width; t++, from++) curve[t]! += curves[from]!;
      for (let length = 1, from = area * span + 1; length < span; length++, from++) {
        const upper = bound[length]! + largest[from]!;
        bound[length] = upper;
        if (upper * upper <= threshold[length]! || !closed) continue;
        const e = held * least[length]!;
        const needed = min(factor * best * e * (total - e), cap[length]!);
        threshold[length] = needed;
        if (upper <= 0 || upper * upper <= needed) continue;
        const excess = largestExcess(curve, 0, periods, length);
        bound[length] = excess;
        if (excess <= 0 || excess * excess <= needed) continue;
        for (let start = 0; start + length <= periods; start++) {
          const share = timeShare[start + length]! - timeShare[start]!;
          const c = round(curve[start + length]! - curve[start]! + held * share);
          if (c < minCases) continue;
          const ratio = scanLikelihoodRatio(c, held * share, total);
          if (ratio > best) best = ratio;
        }
      }
    }
  }
  return best;
}

/** Per area the excess of cases up to each period, and the largest excess in a window of each length. */
function curvesOf({ areas, periods, longest, expected, timeShare }: ScanDesign, cases: Int32Array) {
  const curves = new Float64Array(areas * (periods + 1));
  const largest = new Float64Array(areas * (longest + 1));
  for (let area = 0; area < areas; area++) {
    const at = area * (periods + 1);
    for (let t = 0, sum = 0; t < periods; t++) {
      sum += cases[area * periods + t]!;
      curves[at + t + 1] = sum - expected[area]! * timeShare[t + 1]!;
    }
    for (let length = 1; length <= longest; length++) {
      largest[area * (longest + 1) + length] = largestExcess(curves, at, periods, length);
    }
  }
  return { curves, largest };
}

function largestExcess(curve: Float64Array, at: number, periods: number, length: number): number {
  let largest = -Infinity;
  for (let end = at + length, start = at; end <= at + periods; end++, start++) {
    const excess = curve[end]! - curve[start]!;
    if (excess > largest) largest = excess;
  }
  return largest;
}

/** Smallest and largest share of the cases expected in a window of each length. */
function shareRange({ periods, longest, timeShare }: ScanDesign): [least: Float64Array, most: Float64Array] {
  const least = new Float64Array(longest + 1).fill(Infinity);
  const most = new Float64Array(longest + 1);
  for (let length = 1; length <= longest; length++) {
    for (let start = 0; start + length <= periods; start++) {
      const share = timeShare[start + length]! - timeShare[start]!;
      least[length] = min(least[length]!, share);
      most[length] = max(most[length]!, share);
    }
  }
  return [least, most];
}

/** Cases expected in the largest circle over all periods. */
function largestCircle({ circles, expected, areas }: ScanDesign): number {
  let largest = 0;
  for (let centre = 0; centre < areas; centre++) {
    let held = 0;
    for (let p = circles.starts[centre]!; p < circles.starts[centre + 1]!; p++) held += expected[circles.order[p]!]!;
    largest = max(largest, held);
  }
  return largest;
}
