import { ALL_PERIODS, grainOf, periodOf } from '@datalab/domain';
import type { AttackRecord } from './attack-record.js';

/** The frame of the tables: every code that occurs, so that a line without reports exists as well. */
export interface Frame {
  /** Children of every area, the root under ''. */
  children: ReadonlyMap<string, readonly string[]>;
  level: ReadonlyMap<string, number>;
  /** Every square, and the smallest area in which it lies: the one that holds most of its reports. */
  squares: ReadonlyMap<string, string>;
  months: readonly string[];
  categories: readonly string[];
  sources: readonly string[];
  /** Areas from this level on are finer than a wijk (0 = highest). */
  finerThanWijkFrom: number;
}

/** The frame that a set of records spans, with every month between the first and the last that occurs. */
export function frameOf(records: readonly AttackRecord[], finerThanWijkFrom: number): Frame {
  const children = new Map<string, Set<string>>([['', new Set()]]);
  const level = new Map<string, number>();
  for (const { areas } of records)
    areas.forEach((area, depth) => {
      level.set(area, depth);
      const parent = areas[depth - 1] ?? '';
      children.set(parent, (children.get(parent) ?? new Set()).add(area));
    });
  const distinct = (values: Iterable<string>) => [...new Set(values)].sort();
  return {
    children: new Map([...children].map(([parent, inside]) => [parent, [...inside].sort()])),
    level,
    squares: squaresOf(records),
    months: distinct(records.map(({ month }) => month)),
    categories: distinct(records.map(({ category }) => category)),
    sources: distinct(records.map(({ source }) => source)),
    finerThanWijkFrom,
  };
}

function squaresOf(records: readonly AttackRecord[]): Map<string, string> {
  const placed = records.filter(({ square }) => square !== undefined);
  return new Map(
    [...Map.groupBy(placed, ({ square }) => square!)].map(([square, inside]) => {
      const byArea = [...Map.groupBy(inside, ({ areas }) => areas.at(-1)!)];
      return [square, byArea.reduce((most, one) => (one[1].length > most[1].length ? one : most))[0]];
    }),
  );
}

/** The periods one grain finer inside a period, of those that the frame holds. */
export function finerPeriods(period: string, frame: Frame): string[] {
  const grain = grainOf(period);
  const finer = ({ all: 'year', year: 'quarter', quarter: 'month' } as const)[grain as 'all' | 'year' | 'quarter'];
  if (finer === undefined) return [];
  const inside = frame.months.filter((month) => grain === 'all' || periodOf(`${month}-01`, grain!) === period);
  return [...new Set(inside.map((month) => periodOf(`${month}-01`, finer)))];
}

/** Every period of the frame: all, years, quarters, months. */
export const periodsOf = (frame: Frame): string[] => [
  ALL_PERIODS,
  ...new Set(
    (['year', 'quarter', 'month'] as const).flatMap((grain) =>
      frame.months.map((month) => periodOf(`${month}-01`, grain)),
    ),
  ),
];

/** The years of the frame: all that is told of squares. */
export const yearsOf = (frame: Frame): string[] => [...new Set(frame.months.map((month) => month.slice(0, 4)))];
