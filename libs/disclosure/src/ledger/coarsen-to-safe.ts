import { auditBoard, type AuditAnswer, type AuditFinding } from './audit-release.js';
import { LedgerBoard } from './ledger-board.js';
import type { ReleaseAudit } from './release-audit.js';
import type { LedgerLine } from './ledger-line.js';

/**
 * In these rounds only the finest line of a group goes; most groups are open again then. Not where a solver is asked:
 * each round asks it anew for what is still in doubt, and that is what takes long.
 */
const GENTLE_ROUNDS = 6;
/** From here on twice as much goes in every round. What is still refused after the last round stays so. */
const FIRM_ROUNDS = 10;
const ROUNDS = 16;

export interface CoarsenedRelease {
  /** What may go out; the lines of the release as asked where it was safe as it was. */
  lines: readonly LedgerLine[];
  /** Ids of the lines that were taken out: nothing is published there, and the screen shows the next coarser answer. */
  takenOut: readonly string[];
  /** The audit of the release as it was asked. */
  asked: AuditAnswer;
  /** `safe`, or `refused` where even the coarsened release was not safe: then nothing may go out. */
  state: AuditAnswer['state'];
}

/**
 * The most that can safely go out of a release: audits it, and where a protected group would be known too closely takes
 * out the finest line that the group hangs on, until the audit passes. A line that only says "somebody" (withheld) goes
 * first: sixteen of those under a total of at most sixteen say that each is exactly one. `together` gives the ids of the
 * lines that must go with one, itself included: where one cell of a map goes and its neighbours without reports stay,
 * going says that there is somebody.
 */
export function coarsenToSafe(
  audit: ReleaseAudit,
  together: (id: string) => readonly string[] = (id) => [id],
): CoarsenedRelease {
  const board = new LedgerBoard(audit);
  const asked = auditBoard(board, audit.onlyGroups);
  const isWithheld = new Map(audit.release.map(({ id, known }) => [id, known.high === Infinity]));
  const gentle = audit.solve === undefined ? GENTLE_ROUNDS : 0;
  const out = new Set<string>();
  let answer = asked;
  for (let round = 0; round < ROUNDS && answer.state === 'refused'; round++) {
    for (const finding of answer.findings)
      for (const id of goes(finding, { round, gentle }, isWithheld))
        for (const other of together(id)) if (isWithheld.has(other)) out.add(other);
    board.takeOut(out);
    // Taking lines out only widens what is possible, so the groups that passed still do.
    const onlyGroups = new Set(answer.findings.map(({ group }) => group));
    answer = auditBoard(board, onlyGroups);
  }
  const lines = out.size === 0 ? audit.release : audit.release.filter(({ id }) => !out.has(id));
  return { lines, takenOut: [...out], asked, state: answer.state };
}

function goes(
  { coarsen }: AuditFinding,
  { round, gentle }: { round: number; gentle: number },
  isWithheld: ReadonlyMap<string, boolean>,
): readonly string[] {
  if (round >= FIRM_ROUNDS) return coarsen.slice(0, 2 ** (round - FIRM_ROUNDS + 1));
  const withheld = coarsen.filter((id) => isWithheld.get(id));
  // Where nothing withheld is left to take out, the finest number goes.
  if (withheld.length === 0) return coarsen.slice(0, 1);
  return round < gentle ? withheld.slice(0, 1) : withheld;
}
