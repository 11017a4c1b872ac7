import type { LedgerLine, Onlooker } from './ledger-line.js';
import type { ReleaseAudit } from './release-audit.js';

/** A set of base groups whose number must stay unknown. */
export interface ProtectedGroup {
  id: string;
  members: readonly number[];
}

/**
 * What must stay unknown to this onlooker: every base group with 1 … floor − 1 reports, those protected for another
 * reason, and the sum behind every line that was not shown; of all of them the part that is not the onlooker's own.
 * Groups in no line are left out: nothing is known of them. Only those that the audit asks for (`onlyGroups`).
 */
export function protectedGroups(audit: ReleaseAudit, onlooker: Onlooker, floor: number): ProtectedGroup[] {
  const { truth, owner, earlier, release } = audit;
  const isOwn = (group: number) => onlooker.kind === 'participant' && owner[group] === onlooker.organisation;
  const lines = [...earlier, ...release].filter(({ tier }) => onlooker.kind === 'participant' || tier === 'public');
  const also = new Set(audit.alsoProtected);
  const isAsked = (id: string) => audit.onlyGroups?.has(id) ?? true;
  const inLines = new Uint8Array(truth.length);
  for (const { members } of lines) for (const group of members) inLines[group] = 1;
  const groups: ProtectedGroup[] = [];
  for (let group = 0; group < truth.length; group++) {
    if (inLines[group] === 0 || isOwn(group)) continue;
    const isSmall = truth[group]! > 0 && truth[group]! < floor;
    const id = `group ${group}`;
    if ((isSmall || also.has(group)) && isAsked(id)) groups.push({ id, members: [group] });
  }
  for (const line of lines) {
    if (!isNotShown(line) || !isAsked(line.id)) continue;
    const members = line.members.filter((group) => !isOwn(group));
    if (members.length > 1) groups.push({ id: line.id, members });
  }
  return groups;
}

const isNotShown = ({ known }: LedgerLine): boolean => known.high === Infinity;
