/**
 * The rhythm of the week, over all years together: by the hour (7 × 24 cells), or in six blocks of four hours on weekdays and in the weekend
 * (12 cells). A cell is named `1-13` (Monday, from one o'clock at noon) or `weekend-3` (the fourth block, from twelve).
 */
export const RHYTHM_GRAINS = ['hour_of_week', 'block_of_week'] as const;
export type RhythmGrain = (typeof RHYTHM_GRAINS)[number];

export const isRhythmGrain = (grain: string): grain is RhythmGrain =>
  (RHYTHM_GRAINS as readonly string[]).includes(grain);

const HOURS = 24;
export const HOURS_PER_BLOCK = 4;
const BLOCKS = HOURS / HOURS_PER_BLOCK;
const SATURDAY = 6;
/** Where hours of the week begin: 24 × the day (Monday is 1) and the hour. */
const FIRST_HOUR = HOURS;
const WEEK = 7 * HOURS;

/** The number of a cell, along which they are in order: of hours 24 … 191, of blocks 0 … 11. */
export const rhythmCellOf = (weekHour: number, grain: RhythmGrain): number =>
  grain === 'hour_of_week'
    ? weekHour
    : (Math.floor(weekHour / HOURS) < SATURDAY ? 0 : BLOCKS) + Math.floor((weekHour % HOURS) / HOURS_PER_BLOCK);

/** The name of a cell by its number. */
export const rhythmPeriod = (cell: number, grain: RhythmGrain): string =>
  grain === 'hour_of_week'
    ? `${Math.floor(cell / HOURS)}-${cell % HOURS}`
    : `${cell < BLOCKS ? 'week' : 'weekend'}-${cell % BLOCKS}`;

const NAMES: Record<RhythmGrain, readonly string[]> = {
  hour_of_week: Array.from({ length: WEEK }, (_hour, i) => rhythmPeriod(FIRST_HOUR + i, 'hour_of_week')),
  block_of_week: Array.from({ length: 2 * BLOCKS }, (_block, i) => rhythmPeriod(i, 'block_of_week')),
};

/** Every cell of a rhythm in order: Monday from midnight on, or the blocks of weekdays and then those of the weekend. */
export const rhythmPeriods = (grain: RhythmGrain): readonly string[] => NAMES[grain];

const GRAIN_OF = new Map(RHYTHM_GRAINS.flatMap((grain) => NAMES[grain].map((name) => [name, grain] as const)));

/** Which rhythm a name is a cell of; undefined for a period. */
export const rhythmGrainOf = (period: string): RhythmGrain | undefined => GRAIN_OF.get(period);

/** Reports that a cell of a rhythm must hold on the average before it is published. */
const REPORTS_PER_CELL = 10;

/**
 * How finely the rhythm of a series may be published of which everybody knows that it holds at least so many reports over all years; undefined
 * where it is too few for either. `isFine`: finer than a wijk, where hours are never given (disclosure.md §3).
 */
export function rhythmGrainFor(reports: number, isFine: boolean): RhythmGrain | undefined {
  const wanted = isFine ? RHYTHM_GRAINS.filter((grain) => grain !== 'hour_of_week') : RHYTHM_GRAINS;
  return wanted.find((grain) => reports >= REPORTS_PER_CELL * NAMES[grain].length);
}
