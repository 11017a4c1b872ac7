import { certifiedIn } from './certified-values.js';
import type { LedgerBoard } from './ledger-board.js';
import type { Onlooker } from './ledger-line.js';
import type { ProtectedGroup } from './protected-groups.js';

/**
 * For every group the owners whose own part of it can certainly take `enough` values, even for somebody who knows
 * everything of all the others. Such a group is open to every onlooker but that owner, so one search settles it for all
 * participants at once; two owners settle it for everybody. An owner that is not named says nothing. `onlooker`: whose
 * lines are seen.
 */
export function openOwners(
  board: LedgerBoard,
  groups: readonly ProtectedGroup[],
  onlooker: Onlooker,
  enough: number,
): ReadonlyMap<string, ReadonlySet<string>> {
  const { owner } = board.audit;
  const open = new Map<string, Set<string>>(groups.map(({ id }) => [id, new Set()]));
  const parts = groups.flatMap(({ id, members }) =>
    [...byOwner(members, owner)].map(([name, own]) => ({ id, name, own })),
  );
  for (const [name, asked] of Map.groupBy(parts, (part) => part.name)) {
    const targets = asked.map(({ own }) => own);
    certifiedIn(board.tableOfOwner(name, onlooker), targets, enough).forEach((values, i) => {
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
