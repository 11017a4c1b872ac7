import { auditRelease, type AuditAnswer, type ReleaseAudit } from './audit-release.js';
import type { LedgerLine } from './ledger-line.js';

/** Each round takes lines out for every group that failed; more were never needed. What is left then stays refused. */
const ROUNDS = 8;

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
 * out the finest lines that the group hangs on, until the audit passes. A line that only says "somebody" (withheld)
 * goes first: sixteen of those under a total of at most sixteen say that each is exactly one.
 */
export function coarsenToSafe(audit: ReleaseAudit): CoarsenedRelease {
  const asked = auditRelease(audit);
  const out = new Set<string>();
  let lines = audit.release;
  let answer = asked;
  for (let round = 0; round < ROUNDS && answer.state === 'refused'; round++) {
    const shown = new Map(lines.map((line) => [line.id, line.known.high !== Infinity]));
    for (const { coarsen } of answer.findings) {
      const withheld = coarsen.filter((id) => shown.get(id) === false);
      // Where nothing withheld is left to take out, the finest number goes.
      for (const id of withheld.length > 0 ? withheld : coarsen.slice(0, 1)) out.add(id);
    }
    lines = audit.release.filter(({ id }) => !out.has(id));
    // Taking lines out only widens what is possible, so the groups that passed still do.
    const onlyGroups = new Set(answer.findings.map(({ group }) => group));
    answer = auditRelease({ ...audit, release: lines, onlyGroups });
  }
  return { lines, takenOut: [...out], asked, state: answer.state };
}
