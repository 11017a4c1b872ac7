import type { Step } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** What was given out in these steps and would be documented history once they are reopened. */
export async function countDocumentedReleases(tx: Transaction, labId: string, steps: readonly Step[]): Promise<number> {
  const rows: { n: number }[] = await tx.query(
    `select count(*)::int as n from release
     where lab_id = $1 and state = 'released'
       and (kind = 'run' and 'deeper_analyses' = any($2) or kind = 'table' and 'factual_picture' = any($2))`,
    [labId, steps],
  );
  return rows[0]!.n;
}
