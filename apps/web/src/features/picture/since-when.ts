import type { TrendStep } from './trend-shape.js';

export type Since =
  { kind: 'run'; from: string; median: number } | { kind: 'usual'; median: number } | { kind: 'unknown' };

/** Fewer known periods than this say nothing about what is usual. */
const ENOUGH = 4;

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2;
}

/**
 * Since when an area stands above what is usual there: the first period of the unbroken run, ending in `period`, in which every value is above
 * the median of all known periods. A gap or a withheld period ends the run, because nobody knows what was there.
 */
export function sinceWhen(steps: readonly TrendStep[], period: string): Since {
  const known = steps.flatMap(({ value }) => (value === null ? [] : [value]));
  const at = steps.findIndex((step) => step.period === period);
  const current = steps[at]?.value;
  if (known.length < ENOUGH || current == null) return { kind: 'unknown' };
  const median = medianOf(known);
  if (current <= median) return { kind: 'usual', median };
  let first = at;
  for (let i = at - 1; i >= 0; i -= 1) {
    const value = steps[i]?.value;
    if (value == null || value <= median) break;
    first = i;
  }
  return { kind: 'run', from: steps[first]?.period ?? period, median };
}

/** The known value just before `period`; undefined where there is none. */
export function previousKnown(
  steps: readonly TrendStep[],
  period: string,
): { period: string; value: number } | undefined {
  const before = steps[steps.findIndex((step) => step.period === period) - 1];
  return before?.value == null ? undefined : { period: before.period, value: before.value };
}
