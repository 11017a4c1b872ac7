import type { ReleaseRow, Transaction } from '@datalab/data';
import { invalidState, type LabPolicy } from '@datalab/domain';

/** How the answers to the seven values stand for what is about to leave. `new_rows`: they were given, and since then nothing but more rows came. */
export type ValuesFor = 'answered' | 'new_rows' | 'open';

/** On what a release stands beside its own numbers: the agreement in force, and the answers to the seven values. */
export abstract class ReleaseGround {
  abstract policy(tx: Transaction, labId: string): Promise<LabPolicy | undefined>;
  /** For the lab and, of a run, for its method. */
  abstract values(tx: Transaction, release: Pick<ReleaseRow, 'labId' | 'runId'>): Promise<ValuesFor>;

  /** The agreement under which something may leave a lab. Throws InvalidState where none is in force: then nothing leaves. */
  async requirePolicy(tx: Transaction, labId: string): Promise<LabPolicy> {
    const policy = await this.policy(tx, labId);
    if (policy === undefined)
      throw invalidState('release.no-agreement', 'Nothing is released before the agreement of step 3 is signed.');
    return policy;
  }
}
