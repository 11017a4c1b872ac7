import type { LedgerBoard } from './ledger-board.js';
import type { Onlooker } from './ledger-line.js';

/** A set of base groups whose number must stay unknown. */
export interface ProtectedGroup {
  id: string;
  members: readonly number[];
}

/**
 * What must stay unknown to this onlooker: every base group with 1 … floor − 1 reports, those protected for another
 * reason, and the sum behind every line that was not shown; of all of them the part that is not the onlooker's own.
 * Groups in no line are left out: nothing is known of them. `only`: ids of those that are asked for; absent = all.
 */
export function protectedGroups(
  board: LedgerBoard,
  onlooker: Onlooker,
  floor: number,
  only?: ReadonlySet<string>,
): ProtectedGroup[] {
  const { truth, owner, alsoProtected } = board.audit;
  const isOwn = (group: number) => onlooker.kind === 'participant' && owner[group] === onlooker.organisation;
  const also = new Set(alsoProtected);
  const isAsked = (id: string) => only?.has(id) ?? true;
  const groups: ProtectedGroup[] = [];
  for (let group = 0; group < truth.length; group++) {
    if (!board.isHeld(group, onlooker) || isOwn(group)) continue;
    const isSmall = truth[group]! > 0 && truth[group]! < floor;
    if (!isSmall && !also.has(group)) continue;
    const id = `group ${group}`;
    if (isAsked(id)) groups.push({ id, members: [group] });
  }
  board.lines.forEach(({ id, known }, line) => {
    if (known.high !== Infinity || !isAsked(id) || !board.sees(onlooker, line)) return;
    const members = Array.from(board.index.membersOf(line)).filter((group) => !isOwn(group));
    if (members.length > 1) groups.push({ id, members });
  });
  return groups;
}
