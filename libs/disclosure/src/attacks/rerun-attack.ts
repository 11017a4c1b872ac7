import { ALL_CATEGORIES, GRAINS, periodOf } from '@datalab/domain';
import { frozenOrFresh } from '../freezing.js';
import type { AttackRecord, AttackResult } from './attack-record.js';
import { exactCellOf } from './exact-cell-of.js';
import { ALL_SOURCES } from './exact-tables.js';
import type { PublishedTables } from './published-tables.js';
import { protect } from '../protect.js';

/**
 * Compares two snapshots between which one report was added. Every line that changed holds the new report; their areas
 * together say where it is. Recovered where that is one smallest area. `added`: records of the tables, each taken as
 * the one that came last. `placesOf`: the places of a record that are looked at, the largest first.
 */
export function rerunAttack(
  tables: PublishedTables,
  added: readonly AttackRecord[],
  attack = 're-run after one added report',
  placesOf: (record: AttackRecord) => readonly string[] = ({ areas }) => areas,
): AttackResult {
  const { policy, tier, frame } = tables;
  let recovered = 0;
  for (const record of added) {
    let finest: string | null = null;
    for (const area of placesOf(record))
      for (const grain of GRAINS)
        for (const category of [record.category, ALL_CATEGORIES])
          for (const source of [record.source, ALL_SOURCES]) {
            const after = tables.line({ area, period: periodOf(`${record.month}-01`, grain), category, source });
            if (after.published === null) continue;
            const without = after.records.filter((other) => other !== record);
            const before = protect(exactCellOf(without, after.exact.presenceProtected!), tier, policy);
            const now = frozenOrFresh(before, after.published, { reports: 1, units: 1 }, policy);
            const isChanged =
              now.state !== before.state ||
              (now.state === 'shown' && before.state === 'shown' && now.reports !== before.reports);
            if (isChanged) finest = area;
          }
    if (finest !== null && !frame.children.has(finest)) recovered += 1;
  }
  return { attack, tried: added.length, recovered };
}
