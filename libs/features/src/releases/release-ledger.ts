import type { Transaction } from '@datalab/data';
import type { ReleaseDocument, ReleaseTier } from '@datalab/domain';

/** What is about to leave, as the ledger must know it. */
export interface Leaving {
  labId: string;
  snapshotId: string;
  tier: ReleaseTier;
  document: ReleaseDocument;
}

/**
 * `cells`: those to coarsen or leave out, the ones that hold least first. `code`: `ledger` where something would be known too closely;
 * `ledger-gave-up` where that could not be found out in time, which refuses as well.
 */
export type LedgerAnswer =
  | { state: 'safe' }
  | {
      state: 'refused';
      code: 'ledger' | 'ledger-gave-up';
      cells: readonly { areaCode: string; period: string }[];
    };

export interface LedgerEntryOf {
  releaseId: string;
  tableKey: string;
  policyVersion: string;
  requestedBy: string;
  checkedBy: readonly string[];
  standingId: string | null;
}

/**
 * The ledger of all that ever left, as releases need it. `audit` says whether this may leave beside everything else; `enter` writes it down in the
 * transaction in which it does. Both for the worker, one lab at a time.
 */
export abstract class ReleaseLedger {
  abstract audit(tx: Transaction, leaving: Leaving): Promise<LedgerAnswer>;
  abstract enter(tx: Transaction, leaving: Leaving, entry: LedgerEntryOf): Promise<void>;
}
