import type { NearCell } from '@datalab/data';
import { ALL_PERIODS, grainOf, periodOf } from '@datalab/domain';

/** A figure that may be shown and lies nearest to one that may not. */
export interface NearestAnswer {
  level: string;
  areaCode: string;
  period: string;
  /** The one that was asked for, or all together. */
  category: string;
  reports: number;
  ratePerThousand: number | null;
}

/** The longer periods that hold this one, shortest first: for a month its quarter, its year, and all that was delivered. */
export function widerPeriods(period: string): string[] {
  const grain = grainOf(period);
  const year = period.slice(0, 4);
  if (grain === 'month') return [periodOf(`${period}-01`, 'quarter'), year, ALL_PERIODS];
  if (grain === 'quarter') return [year, ALL_PERIODS];
  return grain === 'year' ? [ALL_PERIODS] : [];
}

/**
 * For every withheld area the nearest cell that is shown: first the same area over a longer time, then the areas above it, each from the
 * asked period on; and where the asked category gives nothing, the same for the next of `categories`. Areas for which there is none are left out.
 */
export function nearestAnswers(
  withheld: readonly string[],
  periods: readonly string[],
  categories: readonly string[],
  lineages: ReadonlyMap<string, readonly string[]>,
  shown: readonly NearCell[],
): Map<string, NearestAnswer> {
  const byPlace = new Map(shown.map((cell) => [`${cell.category} ${cell.areaCode} ${cell.period}`, cell]));
  const answers = new Map<string, NearestAnswer>();
  for (const code of withheld) {
    const found = categories
      .flatMap((category) =>
        (lineages.get(code) ?? []).flatMap((area) =>
          periods.map((period) => byPlace.get(`${category} ${area} ${period}`)),
        ),
      )
      .find((cell) => cell !== undefined);
    if (found === undefined) continue;
    const { level, areaCode, period, category, reports, ratePerThousand } = found;
    answers.set(code, { level, areaCode, period, category, reports: reports!, ratePerThousand });
  }
  return answers;
}
