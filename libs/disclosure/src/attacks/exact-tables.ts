import { ALL_CATEGORIES, GRAINS, grainOf, periodOf, type Grain } from '@datalab/domain';
import type { ExactCell } from '../exact-cell.js';
import { isPresenceProtected } from '../rules/presence.js';
import type { AttackRecord } from './attack-record.js';
import { exactCellOf } from './exact-cell-of.js';
import { frameOf, type Frame } from './frame.js';

export const ALL_SOURCES = 'all';

/** What a line is about. */
export interface LineAbout {
  area: string;
  period: string;
  category: string;
  source: string;
}

/**
 * The standard tables over a set of records as they are: area × period × category × source with all totals, and the squares of
 * 200 m × year.
 */
export interface ExactTables {
  frame: Frame;
  cell(about: LineAbout): ExactLine;
}

export interface ExactLine {
  records: readonly AttackRecord[];
  exact: ExactCell;
}

export const nameOf = ({ area, period, category, source }: LineAbout): string =>
  `${area}|${period}|${category}|${source}`;

/**
 * Cells are worked out when asked for and kept, so that many policies can be tried on the same tables.
 * `finerThanWijkFrom`: see `Frame`.
 */
export function exactTables(records: readonly AttackRecord[], finerThanWijkFrom: number): ExactTables {
  const frame = frameOf(records, finerThanWijkFrom);
  const sets = recordsByLine(records);
  const cells = new Map<string, ExactLine>();
  const empty = new Map([true, false].map((presence) => [presence, { records: [], exact: exactCellOf([], presence) }]));
  const cell = (about: LineAbout): ExactLine => {
    const name = nameOf(about);
    const inside = sets.get(name);
    const presence = presenceOf(about, frame);
    if (inside === undefined) return empty.get(presence)!;
    const known = cells.get(name);
    if (known !== undefined) return known;
    const made = { records: inside, exact: exactCellOf(inside, presence) };
    cells.set(name, made);
    return made;
  };
  return { frame, cell };
}

function recordsByLine(records: readonly AttackRecord[]): Map<string, AttackRecord[]> {
  const sets = new Map<string, AttackRecord[]>();
  for (const record of records)
    for (const { area, grains } of placesOf(record))
      for (const grain of grains)
        for (const category of [record.category, ALL_CATEGORIES])
          for (const source of [record.source, ALL_SOURCES]) {
            const name = nameOf({ area, period: periodOf(`${record.month}-01`, grain), category, source });
            const set = sets.get(name);
            if (set === undefined) sets.set(name, [record]);
            else set.push(record);
          }
  return sets;
}

function placesOf({ areas, overlapArea, square }: AttackRecord): { area: string; grains: readonly Grain[] }[] {
  const crossing = overlapArea === undefined ? [] : [overlapArea];
  const places: { area: string; grains: readonly Grain[] }[] = [...areas, ...crossing].map((area) => ({
    area,
    grains: GRAINS,
  }));
  return square === undefined ? places : [...places, { area: square, grains: ['year'] }];
}

/** In a square nothing, too few and everything else that cannot be shown look the same, whatever the category. */
const presenceOf = ({ area, period, category }: LineAbout, frame: Frame): boolean =>
  frame.squares.has(area) ||
  isPresenceProtected(
    category,
    { finerThanWijk: (frame.level.get(area) ?? Infinity) >= frame.finerThanWijkFrom },
    grainOf(period) ?? 'month',
  );
