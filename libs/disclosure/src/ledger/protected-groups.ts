import type { LedgerLine, Onlooker } from './ledger-line.js';
import type { ReleaseAudit } from './audit-release.js';

/** A set of base groups whose number must stay unknown. */
export interface ProtectedGroup {
  id: string;
  members: readonly number[];
}

/**
 * What must stay unknown to this onlooker: every base group with 1 … floor − 1 reports, those protected for another
 * reason, and the sum behind every line that was not shown; of all of them the part that is not the onlooker's own.
 * Groups in no line are left out: nothing is known of them.
 */
export function protectedGroups(audit: ReleaseAudit, onlooker: Onlooker, floor: number): ProtectedGroup[] {
  const { truth, owner, earlier, release } = audit;
  const isOwn = (group: number) => onlooker.kind === 'participant' && owner[group] === onlooker.organisation;
  const lines = [...earlier, ...release].filter(({ tier }) => onlooker.kind === 'participant' || tier === 'public');
  const also = new Set(audit.alsoProtected);
  const inLines = new Set(lines.flatMap(({ members }) => members));
  const groups: ProtectedGroup[] = [];
  for (const group of inLines) {
    const isSmall = truth[group]! > 0 && truth[group]! < floor;
    if ((isSmall || also.has(group)) && !isOwn(group)) groups.push({ id: `group ${group}`, members: [group] });
  }
  for (const line of lines) {
    const members = line.members.filter((group) => !isOwn(group));
    if (members.length > 1 && isNotShown(line)) groups.push({ id: line.id, members });
  }
  return groups;
}

const isNotShown = ({ known }: LedgerLine): boolean => known.high === Infinity;
