import type { Step } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** What was made in a step since it was last opened again; what was made before is history already. */
const sinceReopened = (moment: string, step: string): string =>
  `${moment} >= coalesce((select s.reopened_at from lab_step s where s.lab_id = $1 and s.step = ${step}), '-infinity')`;

/** What was given out in these steps and would be documented history once they are reopened. */
export async function countDocumentedReleases(tx: Transaction, labId: string, steps: readonly Step[]): Promise<number> {
  const step = `case kind when 'run' then 'deeper_analyses' else 'factual_picture' end`;
  const rows: { n: number }[] = await tx.query(
    `select count(*)::int as n from release
     where lab_id = $1 and state = 'released' and ${step} = any($2) and ${sinceReopened('released_at', step)}`,
    [labId, steps],
  );
  return rows[0]!.n;
}

/** The signatures under the agreement in force, or the one that lies there to be signed, that would be documented history once step 3 is reopened. */
export async function countDocumentedSignatures(tx: Transaction, labId: string): Promise<number> {
  const rows: { n: number }[] = await tx.query(
    `select count(*)::int as n from agreement_signature g join agreement a on a.id = g.agreement_id
     where a.lab_id = $1 and a.state in ('in_force', 'signing') and ${sinceReopened('g.signed_at', `'share_safely'`)}`,
    [labId],
  );
  return rows[0]!.n;
}
