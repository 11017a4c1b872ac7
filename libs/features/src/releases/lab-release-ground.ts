import { findPolicyInForce, findRun, type ReleaseRow, type Transaction } from '@datalab/data';
import type { LabPolicy } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { valuesStanding } from '../values/values-view.js';
import { ReleaseGround, type ValuesFor } from './release-ground.js';

/** The ground as the lab's own agreement and answers are. */
@Injectable()
export class LabReleaseGround extends ReleaseGround {
  policy(tx: Transaction, labId: string): Promise<LabPolicy | undefined> {
    return findPolicyInForce(tx, labId);
  }

  async values(tx: Transaction, { labId, runId }: Pick<ReleaseRow, 'labId' | 'runId'>): Promise<ValuesFor> {
    const run = runId === null ? undefined : await findRun(tx, runId);
    const { standing, causes } = await valuesStanding(tx, labId, run);
    if (standing === 'answered') return 'answered';
    return standing === 'reopened' && causes.every((cause) => cause === 'new_rows') ? 'new_rows' : 'open';
  }
}
