import { HOURS_PER_BLOCK, rhythmPeriods } from '@datalab/domain';
import type { Rhythm } from '../../gql/types.js';
import { classBreaks, classOf, type ValueClass } from './class-breaks.js';

/** What an hour of the week can be: the same things as an area on the map. */
export type HourLook = 'shown' | 'zero' | 'withheld' | 'none_or_few';

export interface RhythmCell {
  period: string;
  look: HourLook;
  /** Null where it is not told. */
  reports: number | null;
  /** Of the colour; -1 where there is none. */
  klass: number;
}

/** A day, Monday first, or a part of the week. */
export type RowKey = 'd1' | 'd2' | 'd3' | 'd4' | 'd5' | 'd6' | 'd7' | 'week' | 'weekend';

export interface RhythmRow {
  key: RowKey;
  cells: RhythmCell[];
}

/** A rhythm ready to draw: days by hours, or the two parts of the week by blocks. */
export interface RhythmShape {
  rows: RhythmRow[];
  /** The hour at which each column begins, and after how many the next one does. */
  hours: number[];
  step: number;
  /** In reports; of blocks in reports a day, for the week has five days and the weekend two. */
  classes: ValueClass[];
  /** The cell with most reports (a day); undefined where none is told. */
  busiest: RhythmCell | undefined;
}

const CLASSES = 5;
const DAYS: Readonly<Partial<Record<RowKey, number>>> = { week: 5, weekend: 2 };

/** The row of a cell: its day, or its part of the week. */
export function rowOf(period: string): RowKey {
  const row = period.slice(0, period.lastIndexOf('-'));
  return (row.startsWith('week') ? row : `d${row}`) as RowKey;
}
/** The hour at which a cell begins, given how many hours it lasts. */
export const hourOf = (period: string, step: number): number =>
  step * Number(period.slice(period.lastIndexOf('-') + 1));

const lookOf = ({ state, reports }: Rhythm['points'][number]): HourLook => {
  if (state === 'none_or_few') return 'none_or_few';
  if (state === null || reports === 0) return 'zero';
  return state === 'shown' ? 'shown' : 'withheld';
};

/** Undefined where no rhythm is told. */
export function rhythmShape({ grain, points }: Pick<Rhythm, 'grain' | 'points'>): RhythmShape | undefined {
  if (grain === null || grain === undefined) return undefined;
  const step = grain === 'hour_of_week' ? 1 : HOURS_PER_BLOCK;
  const perDay = (period: string, reports: number) => reports / (DAYS[rowOf(period)] ?? 1);
  const byPeriod = new Map(points.map((point) => [point.period, point]));
  const cells = rhythmPeriods(grain).map((period) => {
    const point = byPeriod.get(period) ?? { period, state: null, reports: null };
    const look = lookOf(point);
    return { period, look, reports: look === 'zero' ? 0 : (point.reports ?? null) };
  });
  const shown = cells.filter(({ look }) => look === 'shown');
  const classes = classBreaks(
    shown.map(({ period, reports }) => perDay(period, reports!)),
    CLASSES,
    step === 1 ? 1 : 0.1,
  );
  const coloured = cells.map((cell) => ({
    ...cell,
    klass: cell.look === 'shown' ? classOf(perDay(cell.period, cell.reports!), classes) : -1,
  }));
  const rows = [...Map.groupBy(coloured, ({ period }) => rowOf(period))].map(([key, own]) => ({ key, cells: own }));
  return {
    rows,
    hours: rows[0]!.cells.map(({ period }) => hourOf(period, step)),
    step,
    classes,
    busiest: coloured
      .filter(({ look }) => look === 'shown')
      .sort((a, b) => perDay(b.period, b.reports!) - perDay(a.period, a.reports!))[0],
  };
}
