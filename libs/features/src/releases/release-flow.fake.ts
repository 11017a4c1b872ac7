import type { ReleaseRow, Transaction } from '@datalab/data';
import { compilePolicy, sampleAgreement, type LabPolicy } from '@datalab/domain';
import { ReleaseGround, type ValuesFor } from './release-ground.js';
import { ReleaseLedger, type Leaving, type LedgerAnswer } from './release-ledger.js';

const PARTIES = [
  { organisationId: 'g', name: 'Gemeente', type: 'municipality' as const },
  { organisationId: 'p', name: 'Politie', type: 'police' as const },
];

/** This version of an agreement by which everybody may see results, after two weeks at most. */
export const setAgreement = (version: number): LabPolicy =>
  compilePolicy(
    {
      ...sampleAgreement(PARTIES, { name: 'Overlast', question: 'Waar blijft overlast terugkomen?' }),
      recipients: ['participants', 'public'],
      dpia: { reference: 'DPIA-1', on: '2024-01-01' },
      embargoDays: 14,
      checkDays: 7,
    },
    version,
  );

/** An agreement and answers that a test sets, where the way of a release is under test and not how these come about. */
export class SetGround extends ReleaseGround {
  agreed: LabPolicy | undefined = setAgreement(1);
  answered: ValuesFor = 'answered';

  policy(): Promise<LabPolicy | undefined> {
    return Promise.resolve(this.agreed);
  }

  values(): Promise<ValuesFor> {
    return Promise.resolve(this.answered);
  }
}

/** A ledger that refuses what a test tells it to, and remembers what went out. */
export class SetLedger extends ReleaseLedger {
  readonly entered: string[] = [];
  refuses: (leaving: Leaving) => LedgerAnswer = () => ({ state: 'safe' });

  audit(_tx: Transaction, leaving: Leaving): Promise<LedgerAnswer> {
    return Promise.resolve(this.refuses(leaving));
  }

  enter(_tx: Transaction, _leaving: Leaving, { releaseId }: { releaseId: ReleaseRow['id'] }): Promise<void> {
    this.entered.push(releaseId);
    return Promise.resolve();
  }
}
