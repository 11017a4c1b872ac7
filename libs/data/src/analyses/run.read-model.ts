import type { AnalysisKind, RunState, RunTier } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** One run as everybody in its lab may know it: no result. */
export interface RunRow {
  id: string;
  labId: string;
  organisationId: string;
  organisationName: string;
  snapshotId: string;
  shellId: string;
  shellVersion: number;
  title: string;
  method: string;
  methodVersion: number;
  kind: AnalysisKind;
  params: unknown;
  seed: number;
  state: RunState;
  /** 0 to 1. */
  progress: number;
  failure: string | null;
  refusals: unknown;
  requestedBy: string;
  requestedByName: string;
  requestedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
  snapshotDigest: string | null;
  policyVersion: number | null;
  outcomeDigest: string | null;
}

const RUN = `select r.id, r.lab_id as "labId", r.organisation_id as "organisationId", o.name as "organisationName",
    r.snapshot_id as "snapshotId", r.shell_id as "shellId", r.shell_version as "shellVersion", r.title, r.method,
    r.method_version as "methodVersion", r.kind, r.params, r.seed, r.state, r.progress::float8 as progress, r.failure, r.refusals,
    r.requested_by as "requestedBy", coalesce(p.name, '') as "requestedByName", r.requested_at as "requestedAt", r.started_at as "startedAt",
    r.ended_at as "endedAt", r.snapshot_digest as "snapshotDigest", r.policy_version as "policyVersion", r.outcome_digest as "outcomeDigest"
  from analysis_run r join organisation o on o.id = r.organisation_id left join person p on p.id = r.requested_by`;

/** A run; undefined where row-level security lets none through. */
export async function findRun(tx: Transaction, runId: string): Promise<RunRow | undefined> {
  const rows: RunRow[] = await tx.query(`${RUN} where r.id = $1`, [runId]);
  return rows[0];
}

/** The runs of a lab, newest first, 200 at most. */
export const listRuns = (tx: Transaction, labId: string): Promise<RunRow[]> =>
  tx.query(`${RUN} where r.lab_id = $1 order by r.requested_at desc, r.id desc limit 200`, [labId]);

/** What may be shown of a run in a tier, as it was stored; undefined where there is none, or it is not yours to see. */
export async function findRunResult(tx: Transaction, runId: string, tier: RunTier): Promise<unknown> {
  const rows: { document: unknown }[] = await tx.query(
    'select document from run_result where run_id = $1 and tier = $2',
    [runId, tier],
  );
  return rows[0]?.document;
}

/** A finished run with what it was made of, for the worker alone. */
export interface OutcomeRow {
  runId: string;
  snapshotDigest: string;
  outcomeDigest: string;
  selection: unknown;
}

/** Every outcome of a method in a lab that still counts, other than of this run. */
export const listOutcomes = (
  tx: Transaction,
  labId: string,
  method: string,
  exceptRunId: string,
): Promise<OutcomeRow[]> =>
  tx.query(
    `select o.run_id as "runId", r.snapshot_digest as "snapshotDigest", r.outcome_digest as "outcomeDigest", o.selection
     from run_outcome o join analysis_run r on r.lab_id = o.lab_id and r.id = o.run_id
     where o.lab_id = $1 and r.method = $2 and r.id <> $3 and r.state in ('done', 'withdrawn') order by r.ended_at`,
    [labId, method, exceptRunId],
  );

/** The exact outcome of a run, for the worker alone; undefined where there is none. */
export async function findOutcome(tx: Transaction, runId: string): Promise<unknown> {
  const rows: { outcome: unknown }[] = await tx.query('select outcome from run_outcome where run_id = $1', [runId]);
  return rows[0]?.outcome;
}
