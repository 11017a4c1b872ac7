import { findPolicyInForce, findRun, listValueAnswers, type ReleaseRow, type Transaction } from '@datalab/data';
import { PUBLIC_VALUES, type LabPolicy } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { ReleaseGround, type ValuesFor } from './release-ground.js';

/** The ground as the lab's own agreement and answers are. */
@Injectable()
export class LabReleaseGround extends ReleaseGround {
  policy(tx: Transaction, labId: string): Promise<LabPolicy | undefined> {
    return findPolicyInForce(tx, labId);
  }

  /** Open while one of the parties has not answered one of the values; dissent is an answer, and is shown. */
  async values(
    tx: Transaction,
    { labId, runId, snapshotDigest }: Pick<ReleaseRow, 'labId' | 'runId' | 'snapshotDigest'>,
  ): Promise<ValuesFor> {
    const policy = await this.policy(tx, labId);
    if (policy === undefined) return 'open';
    const shellId = runId === null ? null : ((await findRun(tx, runId))?.shellId ?? null);
    const ofLab = await listValueAnswers(tx, labId, null);
    const answers = shellId === null ? [ofLab] : [ofLab, await listValueAnswers(tx, labId, shellId)];
    for (const given of answers)
      for (const organisationId of policy.partyIds)
        for (const value of PUBLIC_VALUES)
          if (!given.some((row) => row.organisationId === organisationId && row.value === value)) return 'open';
    return answers.flat().every((row) => row.snapshotDigest === snapshotDigest) ? 'answered' : 'new_rows';
  }
}
