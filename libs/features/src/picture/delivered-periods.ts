import { boundsOf, periodsBetween, type CoveredRange, type Grain } from '@datalab/domain';

export interface DeliveredPeriod {
  grain: Grain;
  period: string;
  delivered: 'full' | 'partial' | 'none';
}

/**
 * Every period of these grains between the first and the last covered day, with how much of it was delivered. A period of which nothing
 * was delivered is listed too: a gap must be seen as one. Ranges may come in any order and touch each other.
 */
export function deliveredPeriods(covers: readonly CoveredRange[], grains: readonly Grain[]): DeliveredPeriod[] {
  const ranges = [...covers].sort((a, b) => (a.from < b.from ? -1 : 1));
  const first = ranges[0];
  if (first === undefined) return [];
  const last = ranges.reduce((end, { to }) => (to > end ? to : end), first.to);
  return grains
    .filter((grain) => grain !== 'all')
    .flatMap((grain) =>
      periodsBetween(first.from, last, grain).map((period) => ({ grain, period, delivered: howMuch(ranges, period) })),
    );
}

function howMuch(ranges: readonly CoveredRange[], period: string): DeliveredPeriod['delivered'] {
  const { from, to } = boundsOf(period);
  const days = (a: string, b: string) => (Date.parse(b) - Date.parse(a)) / 86_400_000 + 1;
  let covered = 0;
  let next = from;
  for (const range of ranges) {
    const start = range.from > next ? range.from : next;
    const end = range.to < to ? range.to : to;
    if (start > end) continue;
    covered += days(start, end);
    next = new Date(Date.parse(end) + 86_400_000).toISOString().slice(0, 10);
  }
  if (covered === 0) return 'none';
  return covered === days(from, to) ? 'full' : 'partial';
}
