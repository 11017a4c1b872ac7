import { bounds } from '../ledger/bounds.js';
import { searchProgramme } from '../ledger/search-programme.js';
import type { AttackResult } from './attack-record.js';
import type { Axis } from '../guesser/axes.js';
import { familiesOf, isHidden, type Family } from './families.js';
import { knownOfLine } from './known-of-line.js';
import type { PublishedLine, PublishedTables } from './published-tables.js';

const solve = searchProgramme(2000);

/** Subtracts nested areas, nested periods, category ladders, and single sources against all of them. */
export const subtractionAttack = (tables: PublishedTables, axis: Axis): AttackResult =>
  subtractFamilies(`subtraction over ${axis}`, familiesOf(tables, axis), tables);

/**
 * Subtracts: from each published total the attacker takes the known intervals of its parts and of the total, and sees
 * what is left for every hidden part. Recovered where one value is left.
 */
export function subtractFamilies(
  attack: string,
  families: Iterable<Family>,
  tables: PublishedTables,
  isSought: (line: PublishedLine) => boolean = isHidden,
): AttackResult {
  let tried = 0;
  let recovered = 0;
  for (const family of families) {
    const hidden = family.children.flatMap((child, i) => (isSought(child) ? [i] : []));
    tried += hidden.length;
    if (hidden.length === 0) continue;
    const rows = rowsOf(family, tables);
    recovered += countKnown(rows, rows.length - 1, hidden);
  }
  return { attack, tried, recovered };
}

/** The total, and one row for each part and for each piece of the rest. */
function rowsOf({ parent, children, rest = [] }: Family, tables: PublishedTables) {
  const parts = [...children.map((child) => knownOfLine(child, tables)), ...rest];
  return [
    { members: parts.map((_part, i) => i), ...knownOfLine(parent, tables) },
    ...parts.map((known, i) => ({ members: [i], ...known })),
  ];
}

/**
 * The same with two divisions that cross: the wijken and, say, the leefgebieden over the same smallest areas, per
 * period, category and source.
 */
export function overlapAttack(
  tables: PublishedTables,
  crossing: ReadonlyMap<string, readonly string[]>,
  abouts: readonly { period: string; category: string; source: string }[],
): AttackResult {
  const { frame } = tables;
  const smallest = [...frame.level.keys()].filter((area) => !frame.children.has(area));
  const place = new Map(smallest.map((area, i) => [area, i]));
  const parents = [...frame.children].filter(
    ([parent, inside]) => parent !== '' && inside.every((area) => place.has(area)),
  );
  let tried = 0;
  let recovered = 0;
  for (const about of abouts) {
    const row = (line: PublishedLine, areas: readonly string[]) => ({
      members: areas.map((area) => place.get(area)!),
      ...knownOfLine(line, tables),
    });
    const leaves = smallest.map((area) => tables.line({ ...about, area }));
    const rows = [
      ...[...parents, ...crossing].map(([area, inside]) => row(tables.line({ ...about, area }), inside)),
      ...leaves.map((leaf) => row(leaf, [leaf.area])),
    ];
    const hidden = leaves.flatMap((leaf, i) => (isHidden(leaf) ? [i] : []));
    tried += hidden.length;
    if (hidden.length > 0) recovered += countKnown(rows, smallest.length, hidden);
  }
  return { attack: 'overlapping geographies', tried, recovered };
}

function countKnown(
  rows: readonly { members: readonly number[]; low: number; high: number }[],
  groups: number,
  hidden: readonly number[],
): number {
  return bounds(
    groups,
    rows,
    hidden.map((i) => [i]),
    solve,
  ).filter(({ low, high }) => low === high).length;
}
