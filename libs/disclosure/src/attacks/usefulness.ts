import { ALL_CATEGORIES, periodOf } from '@datalab/domain';
import type { DecidingRule } from '../protected-cell.js';
import { isAnswer } from '../series-grain.js';
import { ALL_SOURCES, type LineAbout } from './exact-tables.js';
import { nearestTally, type NearestTally } from './nearest-line.js';
import { squareAbouts } from './square-lines.js';
import type { PublishedTables } from './published-tables.js';

/** Why a question has no number: its series is published in longer periods, it was taken out, or a rule withholds it. */
export type WhyNot = 'grain' | 'taken_out' | DecidingRule;

export interface QuestionTally {
  asked: number;
  answered: number;
  why: Partial<Record<WhyNot, number>>;
}

/** Squares in which a year holds any report, over all sources, and how many of them and of their reports show a number. */
export interface SquareTally {
  squares: number;
  shown: number;
  reports: number;
  reportsShown: number;
}

export interface Usefulness {
  /** Questions "this wijk, this category, this year / quarter / month" over all sources, per grain. */
  questions: Record<'year' | 'quarter' | 'month', QuestionTally>;
  /** A year of a square: all categories together, and each category. */
  squares: Record<'together' | 'each', SquareTally>;
  /** Over all lines of the tables. */
  nearest: NearestTally;
  /**
   * Spearman's rank correlation of shown with exact numbers of the smallest areas, the whole period and all categories;
   * hidden counts as 0. Null where it is not defined.
   */
  hotspotRankCorrelation: number | null;
}

/** What a wijkteam still gets of the tables as they are shown. The areas above the smallest are the wijken. */
export function usefulness(tables: PublishedTables): Usefulness {
  const { frame, line } = tables;
  const wijken = [...frame.level].filter(([, level]) => level === frame.finerThanWijkFrom - 1).map(([area]) => area);
  const questions = { year: tally(), quarter: tally(), month: tally() };
  for (const grain of ['year', 'quarter', 'month'] as const)
    for (const period of new Set(frame.months.map((month) => periodOf(`${month}-01`, grain))))
      for (const area of wijken)
        for (const category of frame.categories) {
          const why = whyNot(tables, { area, period, category, source: ALL_SOURCES });
          questions[grain].asked += 1;
          if (why === null) questions[grain].answered += 1;
          else questions[grain].why[why] = (questions[grain].why[why] ?? 0) + 1;
        }
  const smallest = [...frame.level.keys()].filter((area) => !frame.children.has(area));
  const lines = smallest.map((area) => line({ area, period: 'all', category: 'all', source: ALL_SOURCES }));
  const shown = lines.map(({ published }) => (published?.state === 'shown' ? published.reports : 0));
  return {
    questions,
    squares: squaresShown(tables),
    nearest: nearestTally(tables),
    hotspotRankCorrelation: spearman(
      shown,
      lines.map(({ exact }) => exact.reports),
    ),
  };
}

function squaresShown(tables: PublishedTables): Usefulness['squares'] {
  const squares = { together: { ...NO_SQUARES }, each: { ...NO_SQUARES } };
  for (const about of squareAbouts(tables)) {
    const { exact, published } = tables.line(about);
    if (about.source !== ALL_SOURCES || exact.reports === 0) continue;
    const tally = squares[about.category === ALL_CATEGORIES ? 'together' : 'each'];
    const isShown = published?.state === 'shown';
    tally.squares += 1;
    tally.reports += exact.reports;
    tally.shown += isShown ? 1 : 0;
    tally.reportsShown += isShown ? exact.reports : 0;
  }
  return squares;
}

const NO_SQUARES: SquareTally = { squares: 0, shown: 0, reports: 0, reportsShown: 0 };

function whyNot(tables: PublishedTables, about: LineAbout): WhyNot | null {
  const { published } = tables.line(about);
  if (published === null) return tables.isTakenOut(about) ? 'taken_out' : 'grain';
  return isAnswer(published) ? null : published.rule;
}

const tally = (): QuestionTally => ({ asked: 0, answered: 0, why: {} });

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
