import type { Transaction } from '../database.js';

export interface EvaluationPlanRow {
  solutionId: string;
  labId: string;
  /** An EvaluationPlan of the domain; typed by the feature that writes it. */
  document: unknown;
  digest: string;
  registeredAt: Date;
}

export const listEvaluationPlans = (tx: Transaction, labId: string): Promise<EvaluationPlanRow[]> =>
  tx.query(
    `select solution_id as "solutionId", lab_id as "labId", document, digest, registered_at as "registeredAt"
     from evaluation_plan where lab_id = $1`,
    [labId],
  );

export interface NewEvaluationPlan {
  solutionId: string;
  labId: string;
  document: unknown;
  digest: string;
  registeredBy: string;
  registeredAt: Date;
}

/** Registers what will be measured, or registers it anew; the database refuses once the measure has started. */
export async function saveEvaluationPlan(tx: Transaction, row: NewEvaluationPlan): Promise<void> {
  await tx.query(
    `insert into evaluation_plan (solution_id, lab_id, document, digest, registered_by, registered_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (lab_id, solution_id) do update set document = excluded.document, digest = excluded.digest, registered_by = excluded.registered_by,
       registered_at = excluded.registered_at`,
    [row.solutionId, row.labId, JSON.stringify(row.document), row.digest, row.registeredBy, row.registeredAt],
  );
}

export interface EvaluationRow {
  solutionId: string;
  snapshotId: string;
  state: 'too_early' | 'evaluated' | 'refused';
  document: unknown;
  evaluatedAt: Date;
}

/** What came of each solution on the newest snapshot that it was evaluated on. */
export const listNewestEvaluations = (tx: Transaction, labId: string): Promise<EvaluationRow[]> =>
  tx.query(
    `select distinct on (solution_id) solution_id as "solutionId", snapshot_id as "snapshotId", state, document, evaluated_at as "evaluatedAt"
     from evaluation where lab_id = $1 order by solution_id, evaluated_at desc`,
    [labId],
  );

/** For the worker: one evaluation of a solution on a snapshot, in place of an earlier try at the same. */
export async function saveEvaluation(tx: Transaction, labId: string, row: EvaluationRow): Promise<void> {
  await tx.query('delete from evaluation where solution_id = $1 and snapshot_id = $2', [
    row.solutionId,
    row.snapshotId,
  ]);
  await tx.query(
    `insert into evaluation (solution_id, lab_id, snapshot_id, state, document, evaluated_at) values ($1, $2, $3, $4, $5, $6)`,
    [row.solutionId, labId, row.snapshotId, row.state, JSON.stringify(row.document), row.evaluatedAt],
  );
}

/** Plans of the solutions of a lab that are carried out or were: those that can have done something. */
export const listPlansToEvaluate = (tx: Transaction, labId: string): Promise<EvaluationPlanRow[]> =>
  tx.query(
    `select p.solution_id as "solutionId", p.lab_id as "labId", p.document, p.digest, p.registered_at as "registeredAt"
     from evaluation_plan p join solution s on s.id = p.solution_id
     where p.lab_id = $1 and s.state in ('chosen', 'running', 'finished') order by p.solution_id`,
    [labId],
  );
