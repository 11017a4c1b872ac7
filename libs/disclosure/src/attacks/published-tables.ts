import { grainOf, periodOf } from '@datalab/domain';
import type { GatePolicy, SharedTier } from '../gate-policy.js';
import { protect } from '../protect.js';
import type { ProtectedCell } from '../protected-cell.js';
import { REASON_TEXTS } from '../reason-text.js';
import { chooseSeriesGrain, mayShowGrain, type SeriesGrain } from '../series-grain.js';
import { nameOf, type ExactLine, type ExactTables, type LineAbout } from './exact-tables.js';
import type { Frame } from './frame.js';

export interface PublishedLine extends LineAbout, ExactLine {
  /** Null where its grain does not allow it, or it was taken out: then nothing at all leaves. */
  published: ProtectedCell | null;
}

export interface PublishedTables {
  frame: Frame;
  policy: GatePolicy;
  tier: SharedTier;
  line(about: LineAbout): PublishedLine;
  /** Takes a line out: nothing of it is published, and a square looks as if there were nothing, or too few. */
  takeOut(about: LineAbout): void;
  /** Whether it was taken out; a line that is not published and was not has a grain that is too fine. */
  isTakenOut(about: LineAbout): boolean;
}

/**
 * The standard tables under a policy. Where the policy has `grain`, the first year chooses and all are published at
 * that grain or coarser. Squares are told by the year, whatever that grain.
 */
export function publishTables(tables: ExactTables, policy: GatePolicy, tier: SharedTier): PublishedTables {
  const { frame } = tables;
  const lines = new Map<string, PublishedLine>();
  const stateOf = (about: LineAbout) => protect(tables.cell(about).exact, tier, policy).state;
  const grains = policy.rules.has('grain') ? seriesGrains(frame, tier, stateOf) : null;
  const line = (about: LineAbout): PublishedLine => {
    const name = nameOf(about);
    const known = lines.get(name);
    if (known !== undefined) return known;
    const { records, exact } = tables.cell(about);
    const grain = grainOf(about.period) as SeriesGrain;
    const isAllowed = frame.squares.has(about.area)
      ? grain === 'year'
      : grains === null || mayShowGrain(grain, grains(about));
    const { area, period, category, source } = about;
    const published = isAllowed ? protect(exact, tier, policy) : null;
    const made = { area, period, category, source, records, exact, published };
    lines.set(name, made);
    return made;
  };
  const takenOut = new Set<string>();
  const takeOut = (about: LineAbout) => {
    lines.set(nameOf(about), { ...line(about), published: frame.squares.has(about.area) ? BLANK : null });
    takenOut.add(nameOf(about));
  };
  return { frame, policy, tier, line, takeOut, isTakenOut: (about) => takenOut.has(nameOf(about)) };
}

/** A square that shows no number, whatever the reason. */
const BLANK: ProtectedCell = {
  state: 'none_or_few',
  delivered: 'full',
  rule: 'no_reports',
  reasonText: REASON_TEXTS.none_or_few,
};

/** The grain of each series, from the first year of the frame; siblings share it. */
function seriesGrains(frame: Frame, tier: SharedTier, stateOf: (about: LineAbout) => ProtectedCell['state']) {
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
    const grain = chooseSeriesGrain(tier, { month: cells('month'), quarter: cells('quarter'), year: cells('year') });
    chosen.set(name, grain);
    return grain;
  };
}
