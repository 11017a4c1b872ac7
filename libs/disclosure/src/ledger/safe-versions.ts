import { auditRelease } from './audit-release.js';
import type { ReleaseAudit } from './release-audit.js';
import type { LedgerLine } from './ledger-line.js';

/**
 * Another form of the same release, thought out by the table's builder: a coarser period, larger areas, some cells
 * withheld.
 */
export interface ReleaseVersion {
  name: string;
  lines: readonly LedgerLine[];
}

export interface SafeVersion {
  name: string;
  lines: readonly LedgerLine[];
  /** Share (0 … 1) of the shown numbers of the refused release that this one does not give. */
  loss: number;
}

/** At most three of the versions that pass the audit, the one that loses least first. Empty where none does. */
export function safeVersions(refused: ReleaseAudit, versions: readonly ReleaseVersion[], atMost = 3): SafeVersion[] {
  const wanted = refused.release.filter(isShown).length;
  return versions
    .map(({ name, lines }) => ({ name, lines, loss: 1 - Math.min(1, lines.filter(isShown).length / wanted) }))
    .sort((a, b) => a.loss - b.loss)
    .filter(({ lines }) => auditRelease({ ...refused, release: lines }).state === 'safe')
    .slice(0, atMost);
}

const isShown = ({ known }: LedgerLine): boolean => known.high !== Infinity;
