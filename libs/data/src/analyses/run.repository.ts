import type { AnalysisKind, RunState, RunTier } from '@datalab/domain';
import type { Transaction } from '../database.js';

export interface NewRun {
  labId: string;
  organisationId: string;
  snapshotId: string;
  shellId: string;
  shellVersion: number;
  title: string;
  method: string;
  methodVersion: number;
  kind: AnalysisKind;
  params: unknown;
  seed: number;
  requestedBy: string;
}

/** Writes down a run that was asked for; returns its id. */
export async function insertRun(tx: Transaction, run: NewRun): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into analysis_run (lab_id, organisation_id, snapshot_id, shell_id, shell_version, title, method, method_version, kind, params,
       seed, requested_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) returning id`,
    [
      run.labId,
      run.organisationId,
      run.snapshotId,
      run.shellId,
      run.shellVersion,
      run.title,
      run.method,
      run.methodVersion,
      run.kind,
      JSON.stringify(run.params),
      run.seed,
      run.requestedBy,
    ],
  );
  return rows[0]!.id;
}

/** The state of a run, which stays so until this transaction ends; undefined where there is no such run. */
export async function lockRun(tx: Transaction, runId: string): Promise<RunState | undefined> {
  const rows: { state: RunState }[] = await tx.query('select state from analysis_run where id = $1 for update', [
    runId,
  ]);
  return rows[0]?.state;
}

/** The state of a run as it is now, without waiting for anybody. */
export async function findRunState(tx: Transaction, runId: string): Promise<RunState | undefined> {
  const rows: { state: RunState }[] = await tx.query('select state from analysis_run where id = $1', [runId]);
  return rows[0]?.state;
}

/** A person ends a run, or asks for it again: what it said of itself begins anew. */
export async function saveRunDecision(
  tx: Transaction,
  runId: string,
  state: Extract<RunState, 'requested' | 'cancelled' | 'withdrawn'>,
  by: { personId: string; at: Date },
): Promise<void> {
  const again = state === 'requested';
  await tx.query(
    `update analysis_run set state = $2, ended_at = $3, ended_by = $4,
       progress = case when $5 then 0 else progress end, failure = case when $5 then null else failure end
     where id = $1`,
    [runId, state, again ? null : by.at, again ? null : by.personId, again],
  );
}

/** The worker begins. */
export async function saveRunStart(tx: Transaction, runId: string, at: Date): Promise<void> {
  await tx.query(
    `update analysis_run set state = 'running', started_at = $2, progress = 0, failure = null, ended_at = null where id = $1`,
    [runId, at],
  );
}

/** How far a run is; says nothing where it is no longer running. Returns whether it is. */
export async function saveRunProgress(tx: Transaction, runId: string, progress: number): Promise<boolean> {
  const [, changed]: [unknown, number] = await tx.query(
    `update analysis_run set progress = $2 where id = $1 and state = 'running'`,
    [runId, Math.min(1, Math.max(0, progress))],
  );
  return changed > 0;
}

/** A run ends without an outcome: a stable code, and the clauses of the agreement where those refused it. */
export async function saveRunEnd(
  tx: Transaction,
  runId: string,
  end: { state: 'failed' | 'refused'; failure: string; refusals: readonly unknown[]; at: Date },
): Promise<void> {
  await tx.query(`update analysis_run set state = $2, failure = $3, refusals = $4, ended_at = $5 where id = $1`, [
    runId,
    end.state,
    end.failure,
    JSON.stringify(end.refusals),
    end.at,
  ]);
}

export interface RunOutcome {
  labId: string;
  runId: string;
  /** Exact, for the worker alone. */
  outcome: unknown;
  selection: unknown;
  outcomeDigest: string;
  snapshotDigest: string;
  policyVersion: number;
  /** What may be shown, per tier. */
  results: readonly { tier: RunTier; document: unknown; digest: string }[];
  at: Date;
}

/** A run ends with its outcome; what an earlier try left is replaced. */
export async function saveRunOutcome(tx: Transaction, run: RunOutcome): Promise<void> {
  const { labId, runId } = run;
  for (const table of ['run_result', 'run_outcome'])
    await tx.query(`delete from ${table} where lab_id = $1 and run_id = $2`, [labId, runId]);
  await tx.query('insert into run_outcome (lab_id, run_id, outcome, selection) values ($1, $2, $3, $4)', [
    labId,
    runId,
    JSON.stringify(run.outcome),
    JSON.stringify(run.selection),
  ]);
  for (const { tier, document, digest } of run.results)
    await tx.query('insert into run_result (lab_id, run_id, tier, document, digest) values ($1, $2, $3, $4, $5)', [
      labId,
      runId,
      tier,
      JSON.stringify(document),
      digest,
    ]);
  await tx.query(
    `update analysis_run set state = 'done', progress = 1, ended_at = $2, outcome_digest = $3, snapshot_digest = $4, policy_version = $5
     where id = $1`,
    [runId, run.at, run.outcomeDigest, run.snapshotDigest, run.policyVersion],
  );
}
