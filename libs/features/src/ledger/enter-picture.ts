import { enterInLedger, type Transaction } from '@datalab/data';
import type { GatePolicy } from '@datalab/disclosure';
import type { LedgerSheets } from './ledger-sheets.js';

/**
 * Enters a picture in the transaction that shows it: what the lab sees from now on, and what was prepared for everybody, so that a release of
 * it finds its lines.
 */
export async function enterPicture(
  tx: Transaction,
  { labId, snapshotId }: { labId: string; snapshotId: string },
  { version }: GatePolicy,
  sheets: LedgerSheets,
): Promise<void> {
  const entry = {
    labId,
    snapshotId,
    releaseId: null,
    tableKey: 'picture',
    policyVersion: version,
    requestedBy: null,
    checkedBy: [],
    standingId: null,
  };
  for (const [tier, kind] of [
    ['lab', 'picture'],
    ['public', 'prepared'],
  ] as const)
    await enterInLedger(tx, { ...entry, tier, kind, outcomes: sheets.outcomes[tier] }, sheets.of(tier));
}
