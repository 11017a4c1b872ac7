import { ALL_CATEGORIES } from '@datalab/domain';
import type { KnownInterval } from '../ledger/known-interval.js';
import type { AttackRecord, AttackResult } from './attack-record.js';
import { ALL_SOURCES } from './exact-tables.js';
import { isProtected, type Family } from './families.js';
import type { PriorOf } from './hidden-priors.js';
import { knownOfLine } from './known-of-line.js';
import { guessFamilies } from './likelihood-attack.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';
import { rerunAttack } from './rerun-attack.js';
import { shownSquares, squareFamilies } from './square-lines.js';
import { subtractFamilies } from './subtraction-attack.js';
import { yearsOf } from './frame.js';

/** Along which axes the number of a square adds up. */
const AXES_OF_SQUARES = ['categories', 'sources'] as const;

/**
 * Everything that is tried on the squares of 200 m: categories and sources within a square, the squares of an area from its year, both by
 * bounds and by the best guesser, and the re-run after a report in a square that is just over its floor. Beside each other only squares with
 * reports are sought: that a blank one holds nothing is a good guess of any. Without squares nothing is tried.
 */
export function gridAttacks(
  tables: PublishedTables,
  records: readonly AttackRecord[],
  priorOf: PriorOf,
  sample: number,
): AttackResult[] {
  const beside = [...areaFamilies(tables, records)];
  const ofSmallest = beside.filter(isOfSmallest(tables));
  return [
    ...AXES_OF_SQUARES.flatMap((axis) => [
      subtractFamilies(`subtraction over ${axis} of squares`, squareFamilies(tables, axis), tables),
      guessFamilies(`maximum likelihood over ${axis} of squares`, squareFamilies(tables, axis), [tables], { priorOf }),
    ]),
    subtractFamilies('subtraction of squares from areas', beside, tables, isProtected),
    guessFamilies('maximum likelihood over squares of areas', ofSmallest, [tables], { isSought: isProtected }),
    rerunSquares(tables, sample),
  ];
}

/** By bounds alone: what must succeed where noise is off. */
export const subtractSquares = (tables: PublishedTables, records: readonly AttackRecord[]): AttackResult[] => [
  ...AXES_OF_SQUARES.map((axis) => subtractFamilies('', squareFamilies(tables, axis), tables)),
  subtractFamilies('', areaFamilies(tables, records), tables, isProtected),
];

/** One more report in the squares that are only just shown; every line that changes with it tells the square. */
export function rerunSquares(tables: PublishedTables, sample: number): AttackResult {
  const shown = [...shownSquares(tables)]
    .map((about) => tables.line(about))
    .sort((a, b) => a.exact.reports - b.exact.reports);
  const added = shown.slice(0, sample).map(({ records }) => records[0]!);
  return rerunAttack(tables, [...new Set(added)], 're-run after one report added to a square', ({ square }) => [
    square!,
  ]);
}

/**
 * A year of an area of any level, and the squares that lie in it whole. Beside them the attacker is told how many of its reports have
 * no square, which is more than anybody knows, and holds a square that lies in it for a part to be anything up to all of it.
 */
function* areaFamilies(tables: PublishedTables, records: readonly AttackRecord[]): Generator<Family> {
  const { frame } = tables;
  const { whole, crossing } = squaresOfAreas(records);
  for (const area of frame.level.keys())
    for (const period of yearsOf(frame))
      for (const category of [ALL_CATEGORIES, ...frame.categories])
        for (const source of [ALL_SOURCES, ...frame.sources]) {
          const about = { area, period, category, source };
          const parent = tables.line(about);
          if (parent.published === null || parent.exact.reports === 0) continue;
          const lineOf = (square: string) => tables.line({ ...about, area: square });
          const children = (whole.get(area) ?? []).map(lineOf);
          if (children.length === 0) continue;
          const unplaced = parent.records.filter(({ square }) => square === undefined).length;
          const partly = (crossing.get(area) ?? []).map((square) => partOf(lineOf(square), tables));
          yield { parent, children, rest: [{ low: unplaced, high: unplaced }, ...partly] };
        }
}

const partOf = (line: PublishedLine, tables: PublishedTables): KnownInterval => ({
  low: 0,
  high: knownOfLine(line, tables).high,
});

/** Over larger areas the guesser is less sure with every square. */
const isOfSmallest =
  ({ frame }: PublishedTables) =>
  ({ parent }: Family): boolean =>
    !frame.children.has(parent.area);

/** Which squares lie in an area whole, and which for a part. Known of every map; here of where reports lie. */
function squaresOfAreas(records: readonly AttackRecord[]) {
  const reached = new Map<string, Set<string>[]>();
  for (const { areas, square } of records) {
    if (square === undefined) continue;
    const levels = reached.get(square) ?? areas.map(() => new Set<string>());
    areas.forEach((area, depth) => levels[depth]!.add(area));
    reached.set(square, levels);
  }
  const whole = new Map<string, string[]>();
  const crossing = new Map<string, string[]>();
  for (const [square, levels] of reached)
    for (const areas of levels)
      for (const area of areas) {
        const found = areas.size === 1 ? whole : crossing;
        found.set(area, [...(found.get(area) ?? []), square]);
      }
  return { whole, crossing };
}
