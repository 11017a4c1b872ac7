import { certifiedIn } from './certified-values.js';
import { feasibleValues } from './feasible-values.js';
import { LedgerBoard, type Moment } from './ledger-board.js';
import { openOwners } from './open-owners.js';
import type { Onlooker } from './ledger-line.js';
import { protectedGroups, type ProtectedGroup } from './protected-groups.js';
import type { ReleaseAudit } from './release-audit.js';

export interface AuditFinding {
  group: string;
  onlooker: Onlooker;
  /**
   * `too_few_values`: the group would be known too closely. `gave_up`: that could not be excluded in time, which
   * refuses as well.
   */
  cause: 'too_few_values' | 'gave_up';
  /** Lines of the release that the group hangs on, the ones that hold least first: coarsen or withhold these. */
  coarsen: readonly string[];
}

export interface AuditAnswer {
  state: 'safe' | 'refused';
  findings: readonly AuditFinding[];
  /** Protected groups looked at, over all onlookers, and how many needed exact bounds. */
  groups: number;
  bounded: number;
}

/**
 * Whether a release may go out: for the outsider and for every participant, no protected group may be narrowed to fewer
 * than floor − 2 feasible values by it. A group that was that narrow before and is not narrowed further does not refuse
 * (it cannot be helped any more). Lines that repeat an earlier one say nothing and are passed over.
 */
export const auditRelease = (asked: ReleaseAudit): AuditAnswer => auditBoard(new LedgerBoard(asked), asked.onlyGroups);

/** The same of what is left of a release on its board. */
export function auditBoard(board: LedgerBoard, only?: ReadonlySet<string>): AuditAnswer {
  if (!board.saysAnything) return { state: 'safe', findings: [], groups: 0, bounded: 0 };
  const { audit } = board;
  const onlookers: Onlooker[] = [
    ...(audit.forEverybody === false ? [] : [{ kind: 'outsider' } as const]),
    ...audit.participants.map((organisation): Onlooker => ({ kind: 'participant', organisation })),
  ];
  const settled = settledTogether(board, only);
  const answers = onlookers.map((onlooker) => auditFor(onlooker, board, settled, only));
  const findings = answers.flatMap((answer) => answer.findings);
  return {
    state: findings.length === 0 ? 'safe' : 'refused',
    findings,
    groups: answers.reduce((sum, answer) => sum + answer.groups, 0),
    bounded: answers.reduce((sum, answer) => sum + answer.bounded, 0),
  };
}

/** Whether a group is open to an onlooker, as far as one search over all owners can tell. */
type Settled = (group: string, onlooker: Onlooker) => boolean;

function settledTogether(board: LedgerBoard, only?: ReadonlySet<string>): Settled {
  const nobody = new Map<string, ReadonlySet<string>>();
  const openTo = (onlooker: Onlooker) => {
    const floor = floorFor(onlooker, board);
    return openOwners(board, protectedGroups(board, onlooker, floor, only), onlooker, floor - 2);
  };
  const open = {
    outsider: board.audit.forEverybody === false ? nobody : openTo({ kind: 'outsider' }),
    participant: openTo({ kind: 'participant', organisation: '' }),
  };
  return (group, onlooker) => {
    const owners = open[onlooker.kind].get(group);
    if (owners === undefined) return false;
    return onlooker.kind === 'outsider' ? owners.size > 0 : [...owners].some((name) => name !== onlooker.organisation);
  };
}

const floorFor = ({ kind }: Onlooker, { audit: { floors } }: LedgerBoard): number =>
  kind === 'outsider' ? floors.public : floors.lab;

/** One onlooker. First the cheap proofs of safety for all groups, then exact bounds for those they do not cover. */
function auditFor(
  onlooker: Onlooker,
  board: LedgerBoard,
  settled: Settled,
  only?: ReadonlySet<string>,
): Omit<AuditAnswer, 'state'> {
  const { truth, solve } = board.audit;
  const floor = floorFor(onlooker, board);
  const enough = floor - 2;
  const all = protectedGroups(board, onlooker, floor, only);
  const groups = all.filter(({ id }) => !settled(id, onlooker));
  const values = (moment: Moment, asked: readonly ProtectedGroup[]) =>
    solve === undefined || asked.length === 0
      ? asked.map(() => null)
      : feasibleValues(truth, board.rowsOf(onlooker, moment), membersOf(asked), enough, solve);
  const proven = (moment: Moment, asked: readonly ProtectedGroup[]) =>
    asked.length === 0 ? [] : certifiedIn(board.tableOf(onlooker, moment), membersOf(asked), enough);

  const certified = proven('after', groups);
  const doubtful = groups.flatMap((group, i) => (certified[i]! < enough ? [{ group, proven: certified[i]! }] : []));
  const left = values(
    'after',
    doubtful.map(({ group }) => group),
  );
  const narrow = doubtful
    .map((doubt, i) => ({ ...doubt, left: left[i] ?? null }))
    .filter((doubt) => doubt.left === null || doubt.left < enough);
  const narrowGroups = narrow.map(({ group }) => group);
  const had = values('before', narrowGroups);
  const hadProven = proven('before', narrowGroups);
  const findings = narrow.flatMap((doubt, i): AuditFinding[] => {
    const was = { left: had[i] ?? null, proven: hadProven[i]! };
    if (isNotNarrowed(doubt, was)) return [];
    const cause = doubt.left === null ? 'gave_up' : 'too_few_values';
    return [{ group: doubt.group.id, onlooker, cause, coarsen: hangsOn(board, doubt.group) }];
  });
  return { findings, groups: all.length, bounded: doubtful.length };
}

/** Feasible values where they could be counted, and the number that the cheap search proves. */
interface Width {
  left: number | null;
  proven: number;
}

/**
 * Whether a group that is too narrow after the release was so before. Where neither can be counted the same search is
 * compared with itself, so that a group left open once does not block every later release that has nothing to do with
 * it.
 */
const isNotNarrowed = (now: Width, was: Width): boolean =>
  now.left === null ? was.left === null && now.proven >= was.proven : was.left !== null && now.left >= was.left;

const membersOf = (groups: readonly ProtectedGroup[]) => groups.map(({ members }) => members);

/** The lines of the release that share a base group with the protected one, smallest first. */
function hangsOn(board: LedgerBoard, { members }: ProtectedGroup): string[] {
  const found = new Set<number>();
  for (const group of members)
    for (const line of board.index.linesWith(group)) if (line >= board.firstNew && board.isLeft(line)) found.add(line);
  return [...found]
    .sort((a, b) => a - b)
    .map((line) => board.lines[line]!)
    .sort((a, b) => a.members.length - b.members.length)
    .map(({ id }) => id);
}
