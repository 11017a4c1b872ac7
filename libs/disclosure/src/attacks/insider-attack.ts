import { protectedUnits } from '../exact-cell.js';
import { ALL_CATEGORIES } from '@datalab/domain';
import type { AttackResult } from './attack-record.js';
import { knownOfLine } from './known-of-line.js';
import { ALL_SOURCES } from './exact-tables.js';
import { periodsOf, yearsOf } from './frame.js';
import type { PublishedTables } from './published-tables.js';

/**
 * A participant subtracts its own records from every number over all sources. Tried: what is left and is under the
 * floor (reports or units). Recovered: one value is left for it.
 */
export function insiderAttack(tables: PublishedTables): AttackResult {
  const { frame, policy, tier } = tables;
  const floor = policy.floors[tier];
  let tried = 0;
  let recovered = 0;
  const squares = { areas: frame.squares.keys(), periods: yearsOf(frame) };
  const places = [{ areas: frame.level.keys(), periods: periodsOf(frame) }, squares].flatMap(({ areas, periods }) =>
    [...areas].flatMap((area) => periods.map((period) => ({ area, period }))),
  );
  for (const { area, period } of places)
    for (const category of [ALL_CATEGORIES, ...frame.categories]) {
      const line = tables.line({ area, period, category, source: ALL_SOURCES });
      if (line.published === null || line.exact.source.length < 2) continue;
      const known = knownOfLine(line, tables);
      for (const left of line.exact.remainders!) {
        const isUnder = left.reports < floor.reports || protectedUnits(left) < floor.households;
        if (left.reports === 0 || !isUnder) continue;
        const own = line.exact.reports - left.reports;
        tried += 1;
        if (Math.max(0, known.low - own) === known.high - own) recovered += 1;
      }
    }
  return { attack: 'an insider subtracts its own records', tried, recovered };
}
