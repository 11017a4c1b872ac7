import { ALL_CATEGORIES, ALL_PERIODS, grainOf, periodOf } from '@datalab/domain';
import type { ExactCell } from '../exact-cell.js';
import type { GatePolicy, SharedTier } from '../gate-policy.js';
import { protect } from '../protect.js';
import type { ProtectedCell } from '../protected-cell.js';
import { isPresenceProtected } from '../rules/presence.js';
import { chooseSeriesGrain, mayShowGrain, type SeriesGrain } from '../series-grain.js';
import type { AttackRecord } from './attack-record.js';
import { exactCellOf } from './exact-cell-of.js';

export const ALL_SOURCES = 'all';

/** What a line is about. */
export interface LineAbout {
  area: string;
  period: string;
  category: string;
  source: string;
}

export interface PublishedLine extends LineAbout {
  records: readonly AttackRecord[];
  exact: ExactCell;
  /** Null where the grain of its series does not allow it: then nothing at all leaves. */
  published: ProtectedCell | null;
}

/** The frame of the tables: every code that occurs, so that a line without reports exists as well. */
export interface Frame {
  /** Children of every area, the root under ''. */
  children: ReadonlyMap<string, readonly string[]>;
  level: ReadonlyMap<string, number>;
  months: readonly string[];
  categories: readonly string[];
  sources: readonly string[];
  /** Areas from this level on are finer than a wijk (0 = highest). */
  finerThanWijkFrom: number;
}

export interface PublishedTables {
  frame: Frame;
  policy: GatePolicy;
  tier: SharedTier;
  line(about: LineAbout): PublishedLine;
  /** Takes a line out: nothing of it is published. */
  takeOut(about: LineAbout): void;
}

const GRAINS = ['all', 'year', 'quarter', 'month'] as const;
const nameOf = ({ area, period, category, source }: LineAbout): string => [area, period, category, source].join('|');

/**
 * The standard tables over a set of records under a policy: area × period × category × source with all totals. Lines are made when asked
 * for. Where the policy has `grain`, the first year chooses and the later ones are published at that grain or coarser.
 */
export function publishTables(
  records: readonly AttackRecord[],
  frame: Frame,
  policy: GatePolicy,
  tier: SharedTier,
): PublishedTables {
  const sets = new Map<string, AttackRecord[]>();
  for (const record of records)
    for (const area of [...record.areas, ...(record.overlapArea === undefined ? [] : [record.overlapArea])])
      for (const grain of GRAINS)
        for (const category of [record.category, ALL_CATEGORIES])
          for (const source of [record.source, ALL_SOURCES]) {
            const name = nameOf({ area, period: periodOf(`${record.month}-01`, grain), category, source });
            const set = sets.get(name);
            if (set === undefined) sets.set(name, [record]);
            else set.push(record);
          }
  const lines = new Map<string, PublishedLine>();
  const make = (about: LineAbout, isAllowed: boolean): PublishedLine => {
    const inside = sets.get(nameOf(about)) ?? [];
    const exact = exactCellOf(inside, presenceOf(about, frame));
    return { ...about, records: inside, exact, published: isAllowed ? protect(exact, tier, policy) : null };
  };
  const grains = policy.rules.has('grain') ? seriesGrains(frame, (about) => make(about, true).published!.state) : null;
  const line = (about: LineAbout): PublishedLine => {
    const name = nameOf(about);
    const known = lines.get(name);
    if (known !== undefined) return known;
    const made = make(about, grains === null || mayShowGrain(grainOf(about.period) as SeriesGrain, grains(about)));
    lines.set(name, made);
    return made;
  };
  const takeOut = (about: LineAbout) => void lines.set(nameOf(about), { ...line(about), published: null });
  return { frame, policy, tier, line, takeOut };
}

const presenceOf = ({ area, period, category }: LineAbout, frame: Frame): boolean =>
  isPresenceProtected(
    category,
    { finerThanWijk: (frame.level.get(area) ?? Infinity) >= frame.finerThanWijkFrom },
    grainOf(period) ?? 'month',
  );

/** The grain of each series, from the first year of the frame; siblings share it. */
function seriesGrains(frame: Frame, stateOf: (about: LineAbout) => ProtectedCell['state']) {
  const parents = new Map<string, string>();
  for (const [parent, children] of frame.children) for (const child of children) parents.set(child, parent);
  const year = frame.months[0]!.slice(0, 4);
  const monthsOfYear = frame.months.filter((month) => month.startsWith(year));
  const chosen = new Map<string, SeriesGrain>();
  return ({ area, category, source }: LineAbout): SeriesGrain => {
    const parent = parents.get(area) ?? '';
    const name = [parent, frame.level.get(area) ?? 'overlap', category, source].join('|');
    const known = chosen.get(name);
    if (known !== undefined) return known;
    const siblings = frame.level.has(area) ? frame.children.get(parent)! : [area];
    const cells = (grain: 'year' | 'quarter' | 'month') => {
      const periods = [...new Set(monthsOfYear.map((month) => periodOf(`${month}-01`, grain)))];
      return siblings.flatMap((sibling) =>
        periods.map((period) => ({ state: stateOf({ area: sibling, period, category, source }) })),
      );
    };
    const grain = chooseSeriesGrain({ month: cells('month'), quarter: cells('quarter'), year: cells('year') });
    chosen.set(name, grain);
    return grain;
  };
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
    months: distinct(records.map(({ month }) => month)),
    categories: distinct(records.map(({ category }) => category)),
    sources: distinct(records.map(({ source }) => source)),
    finerThanWijkFrom,
  };
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
