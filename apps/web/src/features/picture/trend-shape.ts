import { boundsOf } from '@datalab/domain';
import type { Trend, TrendPoint } from '../../gql/types.js';
import type { Measure } from './picture-search.js';

/** What a period in a trend is: the same things as an area on the map. */
export type PointLook = 'shown' | 'zero' | 'withheld' | 'none_or_few' | 'gap';

export interface TrendStep {
  period: string;
  look: PointLook;
  isPartial: boolean;
  /** Null in a gap and where withheld: the line breaks there. */
  value: number | null;
  /** First instant of the period and of the next one, for the axis. */
  start: Date;
  end: Date;
}

export function lookOfPoint({ delivered, state }: Pick<TrendPoint, 'delivered' | 'state'>): PointLook {
  if (state === 'withheld' || state === 'coarser') return 'withheld';
  if (state === 'none_or_few') return 'none_or_few';
  if (state === 'shown') return 'shown';
  return delivered === 'none' ? 'gap' : 'zero';
}

/** A trend ready to draw, in order of time. */
export function trendSteps(points: readonly TrendPoint[], measure: Measure): TrendStep[] {
  return [...points]
    .sort((a, b) => a.period.localeCompare(b.period))
    .map((point) => {
      const look = lookOfPoint(point);
      // A trend is of one area: there is no map to smooth over.
      const shown = measure === 'reports' ? point.reports : point.ratePerThousand;
      const { from, to } = boundsOf(point.period);
      const end = new Date(`${to}T00:00:00Z`);
      end.setUTCDate(end.getUTCDate() + 1);
      return {
        period: point.period,
        look,
        isPartial: point.delivered === 'partial',
        value: look === 'zero' ? 0 : look === 'shown' ? shown : null,
        start: new Date(`${from}T00:00:00Z`),
        end,
      };
    });
}

/** A change of practice as it is drawn: a line at its day, with the letter by which the list below explains it. */
export interface PracticeMark {
  at: Date;
  on: string;
  what: string;
  /** A, B, … in order of time; after Z only the line. */
  sign: string;
}

/** The changes of practice that fall within the drawn periods, in order of time. */
export function practiceMarks(changes: Trend['changes'], steps: readonly TrendStep[]): PracticeMark[] {
  const [first, last] = [steps[0], steps.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [...changes]
    .sort((a, b) => a.on.localeCompare(b.on))
    .map(({ on, what }) => ({ at: new Date(`${on}T00:00:00Z`), on, what }))
    .filter(({ at }) => at >= first.start && at < last.end)
    .map((mark, i) => ({ ...mark, sign: i < 26 ? String.fromCharCode(65 + i) : '' }));
}
