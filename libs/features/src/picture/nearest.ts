import {
  listNearest,
  type AreaRow,
  type CellView,
  type NearCell,
  type SheetKey,
  type Transaction,
} from '@datalab/data';
import { ALL_CATEGORIES, ALL_PERIODS, grainOf, periodOf } from '@datalab/domain';
import { Averages, type Comparison } from './against-average.js';

/** A figure that may be shown and lies nearest to one that may not. */
export interface NearestAnswer {
  level: string;
  areaCode: string;
  period: string;
  /** The one that was asked for, or all together. */
  category: string;
  reports: number;
  ratePerThousand: number | null;
  /** With the whole of which the area is a part; null where the answer is about that whole, or its number is not shown. */
  compared: Comparison | null;
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
  compare: (cell: NearCell) => Comparison | null,
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
    const compared = compare(found);
    answers.set(code, { level, areaCode, period, category, reports: reports!, ratePerThousand, compared });
  }
  return answers;
}

/** What can be said about cells of one table that may not be shown, and how those that may stand to the whole. */
export interface Answers {
  /** Of every withheld area for which there is one. */
  nearest: ReadonlyMap<string, NearestAnswer>;
  averages: Averages;
}

/** Reads, for the areas of one map of which some are withheld, what stands nearest to these, and the averages of the period that was asked for. */
export async function findAnswers(
  tx: Transaction,
  key: Pick<SheetKey, 'labId' | 'snapshotId' | 'datasetId' | 'period' | 'category'>,
  withheld: readonly string[],
  areas: readonly AreaRow[],
  view: CellView,
): Promise<Answers> {
  const lineages = new Map(areas.map(({ code, lineage }) => [code, lineage]));
  const wholes = areas.filter(({ lineage }) => lineage.length === 1).map(({ code }) => code);
  const candidates = new Set([...wholes, ...withheld.flatMap((code) => lineages.get(code) ?? [])]);
  const isAnswered = withheld.length === 0;
  const periods = isAnswered ? [key.period] : [key.period, ...widerPeriods(key.period)];
  const categories = isAnswered ? [key.category] : [...new Set([key.category, ALL_CATEGORIES])];
  const shown = await listNearest(tx, key, [...candidates], periods, categories, view);
  const averages = new Averages(areas, shown);
  const compare = (cell: NearCell) => averages.compare(cell);
  return { nearest: nearestAnswers(withheld, periods, categories, lineages, shown, compare), averages };
}
