import { ALL_PERIODS, rhythmCellOf, rhythmPeriod, type Grain, type RhythmGrain } from '@datalab/domain';
import type { TableGrain } from './exact-row.js';

/** How a table is divided in time. */
export interface TableTime {
  grain: TableGrain;
  /** A dataset of which the rows know less than this is left out: 1 month, 2 quarter, 3 year. */
  coarsest: number;
  /** Number of the period by the time of a row, and its name. */
  periodOf: (time: number) => number;
  nameOf: (period: number) => string;
}

const twoDigits = (n: number) => String(n).padStart(2, '0');
const fourDigits = (n: number) => String(n).padStart(4, '0');

/** Periods, of rows whose time is a month: 12 × the year, and from 0 in it. Finest first. */
export const PERIODS: readonly (TableTime & { grain: Grain })[] = [
  {
    grain: 'month',
    coarsest: 1,
    periodOf: (time) => time,
    nameOf: (period) => `${fourDigits(Math.floor(period / 12))}-${twoDigits((period % 12) + 1)}`,
  },
  {
    grain: 'quarter',
    coarsest: 2,
    periodOf: (time) => Math.floor(time / 3),
    nameOf: (period) => `${fourDigits(Math.floor(period / 4))}-Q${(period % 4) + 1}`,
  },
  { grain: 'year', coarsest: 3, periodOf: (time) => Math.floor(time / 12), nameOf: fourDigits },
  { grain: 'all', coarsest: 3, periodOf: () => 0, nameOf: () => ALL_PERIODS },
];

const rhythm = (grain: RhythmGrain): TableTime & { grain: RhythmGrain } => ({
  grain,
  coarsest: Infinity,
  periodOf: (time) => rhythmCellOf(time, grain),
  nameOf: (cell) => rhythmPeriod(cell, grain),
});

/** Rhythms, of rows whose time is an hour of the week: 24 × the day (Monday is 1), and the hour. */
export const HOUR_OF_WEEK = rhythm('hour_of_week');
export const BLOCK_OF_WEEK = rhythm('block_of_week');
