import type { Transaction } from '../database.js';

export const LAB_RHYTHMS = ['monthly', 'quarterly'] as const;
export type LabRhythm = (typeof LAB_RHYTHMS)[number];

/** How often a lab makes its picture anew, and what it is compared with. Days are `YYYY-MM-DD`. */
export interface LabScheduleRow {
  rhythm: LabRhythm;
  /** The baseline measurement; null where there is none, or where its snapshot is gone. */
  baselineSnapshotId: string | null;
  baselineMadeAt: Date | null;
  nextDue: string;
  lastAskedAt: Date | null;
}

export async function findLabSchedule(tx: Transaction, labId: string): Promise<LabScheduleRow | undefined> {
  const rows: LabScheduleRow[] = await tx.query(
    `select s.rhythm, s.baseline_snapshot_id as "baselineSnapshotId", b.created_at as "baselineMadeAt",
            to_char(s.next_due, 'YYYY-MM-DD') as "nextDue", s.last_asked_at as "lastAskedAt"
     from lab_schedule s left join snapshot b on b.id = s.baseline_snapshot_id where s.lab_id = $1`,
    [labId],
  );
  return rows[0];
}

/** The snapshot that a lab shows now; undefined where it has none yet. */
export async function findNewestSnapshotId(tx: Transaction, labId: string): Promise<string | undefined> {
  const rows: { id: string }[] = await tx.query(
    'select id from snapshot where lab_id = $1 order by created_at desc, id desc limit 1',
    [labId],
  );
  return rows[0]?.id;
}

/** Sets the rhythm of a lab; the baseline that it has stays, and one that it has not is this. */
export const saveLabSchedule = (
  tx: Transaction,
  schedule: { labId: string; rhythm: LabRhythm; baselineSnapshotId: string | null; nextDue: string; setBy: string },
): Promise<unknown> =>
  tx.query(
    `insert into lab_schedule (lab_id, rhythm, baseline_snapshot_id, next_due, set_by) values ($1, $2, $3, $4, $5)
     on conflict (lab_id) do update set rhythm = excluded.rhythm, next_due = excluded.next_due, set_by = excluded.set_by,
       set_at = now(), baseline_snapshot_id = coalesce(lab_schedule.baseline_snapshot_id, excluded.baseline_snapshot_id)`,
    [schedule.labId, schedule.rhythm, schedule.baselineSnapshotId, schedule.nextDue, schedule.setBy],
  );

/** Ends it; false where there was none. */
export async function deleteLabSchedule(tx: Transaction, labId: string): Promise<boolean> {
  const [, gone]: [unknown, number] = await tx.query('delete from lab_schedule where lab_id = $1', [labId]);
  return gone > 0;
}

/** Takes on what is due in a lab on a day: gives who set it, and puts the next day forward; undefined where nothing is due. */
export async function takeDuePicture(tx: Transaction, labId: string, today: string): Promise<string | undefined> {
  const [rows]: [{ setBy: string }[], number] = await tx.query(
    `update lab_schedule s set last_asked_at = now(),
       next_due = (date_trunc('month', $2::date) + case s.rhythm when 'monthly' then interval '1 month' else interval '3 months' end)::date
     from lab l where l.id = s.lab_id and l.state = 'active' and s.lab_id = $1 and s.next_due <= $2::date
     returning s.set_by as "setBy"`,
    [labId, today],
  );
  return rows[0]?.setBy;
}
