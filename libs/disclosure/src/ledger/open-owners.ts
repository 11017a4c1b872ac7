import { certifiedValues } from './certified-values.js';
import type { LedgerLine, SumRow } from './ledger-line.js';
import type { ProtectedGroup } from './protected-groups.js';

/**
 * For every group the owners whose own part of it can certainly take `enough` values, even for somebody who knows
 * everything of all the others. Such a group is open to every onlooker but that owner, so one search settles it for all
 * participants at once; two owners settle it for everybody. An owner that is not named says nothing. `lines`: those
 * that the onlookers see.
 */
export function openOwners(
  lines: readonly LedgerLine[],
  groups: readonly ProtectedGroup[],
  { truth, owner }: { truth: readonly number[]; owner: readonly string[] },
  enough: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const open = new Map<string, Set<string>>(groups.map(({ id }) => [id, new Set()]));
  const rows = new Map<string, SumRow[]>();
  for (const { members, known } of lines) {
    let all = 0;
    for (const group of members) all += truth[group]!;
    for (const [name, own] of byOwner(members, owner)) {
      let rest = all;
      for (const group of own) rest -= truth[group]!;
      const row = { members: own, low: Math.max(0, known.low - rest), high: known.high - rest };
      const kept = rows.get(name);
      if (kept === undefined) rows.set(name, [row]);
      else kept.push(row);
    }
  }
  const parts = groups.flatMap(({ id, members }) =>
    [...byOwner(members, owner)].map(([name, own]) => ({ id, name, own })),
  );
  for (const [name, asked] of Map.groupBy(parts, (part) => part.name)) {
    const targets = asked.map(({ own }) => own);
    certifiedValues(truth, rows.get(name) ?? [], targets, enough).forEach((values, i) => {
      if (values >= enough) open.get(asked[i]!.id)!.add(name);
    });
  }
  return open;
}

function byOwner(members: readonly number[], owner: readonly string[]): Map<string, number[]> {
  const parts = new Map<string, number[]>();
  for (const group of members) {
    const name = owner[group]!;
    const part = parts.get(name);
    if (part === undefined) parts.set(name, [group]);
    else part.push(group);
  }
  return parts;
}
