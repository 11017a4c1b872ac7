import { boundsOf, periodOf, type CoveredRange, type Grain } from '@datalab/domain';

export interface CoverageSpan extends CoveredRange {
  /** The whole periods that the span exactly is, in the coarsest grain that fits; undefined where it begins or ends inside a month. */
  periods: { first: string; last: string } | undefined;
}

const GRAINS: readonly Exclude<Grain, 'all'>[] = ['year', 'month'];

function wholePeriods({ from, to }: CoveredRange): CoverageSpan['periods'] {
  for (const grain of GRAINS) {
    const first = periodOf(from, grain);
    const last = periodOf(to, grain);
    if (boundsOf(first).from === from && boundsOf(last).to === to) return { first, last };
  }
  return undefined;
}

/** The covered ranges, in order, each with the name of the periods that it is. */
export const coverageSpans = (covers: readonly CoveredRange[]): CoverageSpan[] =>
  [...covers]
    .sort((a, b) => a.from.localeCompare(b.from))
    .map(({ from, to }) => ({ from, to, periods: wholePeriods({ from, to }) }));
