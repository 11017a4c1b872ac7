import type { AuditAnswer, LedgerLine } from '@datalab/disclosure';
import type { LedgerAnswer } from '../releases/release-ledger.js';

/** What the audit of a release says, as people are told it. `lines`: those of the release, with ids `<map> <period> <area>`. */
export function ledgerAnswer({ state, findings }: AuditAnswer, lines: readonly LedgerLine[]): LedgerAnswer {
  if (state === 'safe') return { state };
  const isKnown = findings.some(({ cause }) => cause === 'too_few_values');
  const ids = new Set(findings.flatMap(({ coarsen }) => mostTelling(coarsen, lines)));
  return { state, code: isKnown ? 'ledger' : 'ledger-gave-up', cells: [...ids].map(cellOf) };
}

/** Lines that only say "somebody" go first, else the one that holds least. */
function mostTelling(coarsen: readonly string[], lines: readonly LedgerLine[]): readonly string[] {
  const isHidden = new Map(lines.map(({ id, known }) => [id, known.high === Infinity]));
  const hidden = coarsen.filter((id) => isHidden.get(id));
  return hidden.length > 0 ? hidden : coarsen.slice(0, 1);
}

/** `<map> <period> <area>`, as a line is named. */
function cellOf(id: string): { areaCode: string; period: string } {
  const [, period = '', areaCode = ''] = id.split(' ');
  return { areaCode, period };
}
