import type { Target } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** The day on which something must be ready (`YYYY-MM-DD`). */
export interface DeadlineRow {
  kind: Target['kind'];
  id: string;
  dueOn: string;
}

/** The deadlines of a lab, the first that is due first. */
export const listDeadlines = (tx: Transaction, labId: string): Promise<DeadlineRow[]> =>
  tx.query(
    `select target_kind as kind, target_id as id, to_char(due_on, 'YYYY-MM-DD') as "dueOn" from deadline
     where lab_id = $1 order by due_on, 1, 2`,
    [labId],
  );

/** Sets the day of one thing, or another one. */
export const saveDeadline = (
  tx: Transaction,
  { labId, kind, id, dueOn, setBy, setAt }: DeadlineRow & { labId: string; setBy: string; setAt: Date },
): Promise<unknown> =>
  tx.query(
    `insert into deadline (lab_id, target_kind, target_id, due_on, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (lab_id, target_kind, target_id) do update
       set due_on = excluded.due_on, set_by = excluded.set_by, set_at = excluded.set_at`,
    [labId, kind, id, dueOn, setBy, setAt],
  );

/** Takes it away; false where there was none. */
export async function deleteDeadline(tx: Transaction, labId: string, { kind, id }: Target): Promise<boolean> {
  const [, gone]: [unknown, number] = await tx.query(
    'delete from deadline where lab_id = $1 and target_kind = $2 and target_id = $3',
    [labId, kind, id],
  );
  return gone > 0;
}
