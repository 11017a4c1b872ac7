import type { Target, TargetKind } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A thing of a lab as it is named in a list. */
export interface TargetRow {
  title: string;
  /** Nothing is to be done about it any more: a deadline on it is met. */
  isSettled: boolean;
}

/** Things with a row of their own: where they stand, what they are called, and when they are settled. */
const TABLES: Partial<Record<TargetKind, string>> = {
  question: `select question as title, withdrawn_at is not null as "isSettled" from question_candidate where id = $2 and lab_id = $1`,
  shell: `select title, state not in ('draft', 'submitted') as "isSettled" from output_shell where id = $2 and lab_id = $1`,
  run: `select title, state not in ('requested', 'running') as "isSettled" from analysis_run where id = $2 and lab_id = $1`,
  finding: `select title, withdrawn_at is not null or no_solution_reason is not null
      or exists (select from solution_finding s where s.finding_id = finding.id) as "isSettled" from finding where id = $2 and lab_id = $1`,
  solution: `select title, state in ('finished', 'stopped', 'dropped') as "isSettled" from solution where id = $2 and lab_id = $1`,
  dataset: `select name as title, exists (select from load l where l.dataset_id = dataset.id and l.state = 'accepted') as "isSettled"
    from dataset where id = $2 and lab_id = $1`,
};
const IS_UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A thing that has a row, as far as row-level security shows it; undefined for none, and for steps and criteria, which have no row. */
export async function findTarget(tx: Transaction, labId: string, { kind, id }: Target): Promise<TargetRow | undefined> {
  const sql = TABLES[kind];
  if (sql === undefined || !IS_UUID.test(id)) return undefined;
  const rows: TargetRow[] = await tx.query(sql, [labId, id]);
  return rows[0];
}
