import { periodOf } from '@datalab/domain';
import { isAnswer } from '../series-grain.js';
import { ALL_SOURCES } from './exact-tables.js';
import type { PublishedTables } from './published-tables.js';

export interface Usefulness {
  /**
   * Questions "this wijk, this category, this year / quarter / month" over all sources, per grain: how many, and how
   * many have an answer.
   */
  questions: Record<'year' | 'quarter' | 'month', { asked: number; answered: number }>;
  /**
   * Spearman's rank correlation of shown with exact numbers of the smallest areas, the whole period and all categories;
   * hidden counts as 0. Null where it is not defined.
   */
  hotspotRankCorrelation: number | null;
}

/** What a wijkteam still gets. `wijken`: the areas that questions are about. */
export function usefulness(tables: PublishedTables, wijken: readonly string[]): Usefulness {
  const { frame, line } = tables;
  const questions = { year: tally(), quarter: tally(), month: tally() };
  for (const grain of ['year', 'quarter', 'month'] as const)
    for (const period of new Set(frame.months.map((month) => periodOf(`${month}-01`, grain))))
      for (const area of wijken)
        for (const category of frame.categories) {
          const { published } = line({ area, period, category, source: ALL_SOURCES });
          questions[grain].asked += 1;
          if (published !== null && isAnswer(published)) questions[grain].answered += 1;
        }
  const smallest = [...frame.level.keys()].filter((area) => !frame.children.has(area));
  const lines = smallest.map((area) => line({ area, period: 'all', category: 'all', source: ALL_SOURCES }));
  const shown = lines.map(({ published }) => (published?.state === 'shown' ? published.reports : 0));
  return {
    questions,
    hotspotRankCorrelation: spearman(
      shown,
      lines.map(({ exact }) => exact.reports),
    ),
  };
}

const tally = () => ({ asked: 0, answered: 0 });

/** Pearson's correlation of mid-ranks; null where one side has no spread. */
export function spearman(one: readonly number[], other: readonly number[]): number | null {
  const [a, b] = [midRanks(one), midRanks(other)];
  const mean = (one.length + 1) / 2;
  let [ab, aa, bb] = [0, 0, 0];
  a.forEach((rank, i) => {
    ab += (rank - mean) * (b[i]! - mean);
    aa += (rank - mean) ** 2;
    bb += (b[i]! - mean) ** 2;
  });
  return aa === 0 || bb === 0 ? null : ab / Math.sqrt(aa * bb);
}

function midRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}
