import type { Category } from '@datalab/domain';

/** When a kind of nuisance happens: by month, by weekday (Monday first) and by hour. Weights, each about 1 on average. */
export interface Rhythm {
  readonly months: readonly number[];
  readonly weekdays: readonly number[];
  readonly hours: readonly number[];
  /** Growth per year, as a factor. */
  readonly yearly: number;
}

const EVEN_MONTHS = Array<number>(12).fill(1);
const SUMMER = [0.6, 0.65, 0.8, 1, 1.2, 1.4, 1.45, 1.45, 1.15, 0.9, 0.7, 0.7];
const WORK_WEEK = [1.2, 1.15, 1.1, 1.1, 1.05, 0.8, 0.6];
const WEEKEND = [0.75, 0.75, 0.8, 0.9, 1.2, 1.45, 1.15];
const EVEN_WEEK = Array<number>(7).fill(1);

/** Twenty-four weights from a few: the hour from which a weight holds. */
const hours = (...from: readonly (readonly [hour: number, weight: number])[]): number[] =>
  Array.from({ length: 24 }, (_, hour) => from.filter(([start]) => start <= hour).at(-1)?.[1] ?? 0);
const OFFICE = hours([0, 0.05], [7, 0.8], [9, 2.2], [12, 1.8], [17, 1.1], [20, 0.5], [23, 0.1]);
const DAY = hours([0, 0.1], [7, 1], [10, 1.7], [18, 1.5], [22, 0.5]);
const EVENING = hours([0, 0.9], [2, 0.3], [6, 0.1], [13, 0.6], [16, 1.5], [19, 2.6], [23, 1.8]);
const NIGHT = hours([0, 2.4], [4, 0.7], [7, 0.2], [12, 0.5], [17, 1], [20, 1.7], [22, 2.6]);
const ALL_DAY = hours([0, 0.6], [7, 0.9], [11, 1.2], [17, 1.5], [22, 1.1]);

const rhythm = (rows: { months?: number[]; weekdays?: number[]; hours?: number[]; yearly?: number } = {}): Rhythm => ({
  months: EVEN_MONTHS,
  weekdays: EVEN_WEEK,
  hours: ALL_DAY,
  yearly: 1.01,
  ...rows,
});

const OFFICE_RHYTHM = rhythm({ weekdays: WORK_WEEK, hours: OFFICE });

/** Rhythm of each meaning; fireworks come on top of this on the last days of the year. */
export const RHYTHMS: Readonly<Record<Category | 'out_of_scope', Rhythm>> = {
  noise: rhythm({ months: SUMMER, weekdays: WEEKEND, hours: NIGHT }),
  neighbour_dispute: rhythm({ months: SUMMER.map((w) => 0.5 + w / 2), hours: EVENING }),
  confused_behaviour: rhythm({ yearly: 1.07 }),
  youth: rhythm({ months: SUMMER, weekdays: [0.8, 0.8, 1, 0.9, 1.3, 1.3, 0.9], hours: EVENING }),
  drugs_alcohol: rhythm({ weekdays: WEEKEND, hours: EVENING, yearly: 1.03 }),
  filth_neglect: rhythm({ weekdays: WORK_WEEK, hours: DAY, yearly: 1.02 }),
  stench: rhythm({ months: SUMMER, hours: DAY }),
  animals: rhythm({ months: SUMMER.map((w) => 0.4 + 0.6 * w), hours: DAY }),
  vandalism: rhythm({ months: [1.2, 0.9, 0.9, 1, 1, 1, 0.9, 0.9, 1, 1.1, 1.1, 1.4], weekdays: WEEKEND, hours: NIGHT }),
  aggression_threat: rhythm({ weekdays: WEEKEND, hours: EVENING }),
  homelessness: rhythm({ months: [0.8, 0.8, 0.9, 1, 1.1, 1.2, 1.2, 1.2, 1.1, 1, 0.9, 0.8], yearly: 1.05 }),
  waste_dumping: rhythm({ weekdays: [1.5, 1.2, 1, 1, 1, 0.8, 0.6], hours: DAY }),
  fireworks: rhythm({ months: [0.9, 0.1, 0.05, 0.1, 0.15, 0.1, 0.1, 0.1, 0.1, 0.3, 1, 4], hours: NIGHT }),
  parking: OFFICE_RHYTHM,
  other: OFFICE_RHYTHM,
  out_of_scope: OFFICE_RHYTHM,
};

/** Extra weight of single days of the year (month-day) for fireworks. */
export const FIREWORKS_DAYS: Readonly<Record<string, number>> = { '12-30': 4, '12-31': 26, '01-01': 30, '01-02': 4 };
