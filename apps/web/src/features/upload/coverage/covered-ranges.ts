import { boundsOf, type CoveredRange } from '@datalab/domain';

/** What the steward says of a period without rows. There is no default: the two mean opposite things. */
export type GapAnswer = 'zero' | 'not_delivered';

const shift = (date: string, days: number): string => {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
};

/** The span from…to (dates, both included) without the periods in `out`; neighbours are one range. Empty where nothing is left. */
export function rangesWithout(from: string, to: string, out: readonly string[]): CoveredRange[] {
  const gaps = out.map(boundsOf).sort((a, b) => a.from.localeCompare(b.from));
  const ranges: CoveredRange[] = [];
  let start = from;
  for (const gap of gaps) {
    if (gap.to < start || gap.from > to) continue;
    if (gap.from > start) ranges.push({ from: start, to: shift(gap.from, -1) });
    start = shift(gap.to, 1);
  }
  if (start <= to) ranges.push({ from: start, to });
  return ranges;
}

/** Every gap has its answer. */
export const isAnswered = (gaps: readonly string[], answers: ReadonlyMap<string, GapAnswer>): boolean =>
  gaps.every((gap) => answers.has(gap));

/** What to declare, by the answers of the steward: a true zero is covered, a gap is not. */
export const coveredBy = (
  span: CoveredRange,
  gaps: readonly string[],
  answers: ReadonlyMap<string, GapAnswer>,
): CoveredRange[] =>
  rangesWithout(
    span.from,
    span.to,
    gaps.filter((gap) => answers.get(gap) !== 'zero'),
  );
