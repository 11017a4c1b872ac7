import type { RunState } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** A run under a forecast contract, with how far the run is and what was concluded from it. */
export interface ForecastTestRow {
  runId: string;
  contractId: string;
  kind: 'test' | 'check';
  snapshotId: string;
  state: RunState;
  progress: number;
  failure: string | null;
  requestedAt: Date;
  concludedAt: Date | null;
  /** A ForecastTestDocument of the features. */
  document: unknown;
  refusals: string[];
}

const TEST = `select t.run_id as "runId", t.contract_id as "contractId", t.kind, t.snapshot_id as "snapshotId", r.state,
    r.progress::float8 as progress, r.failure, r.requested_at as "requestedAt", t.concluded_at as "concludedAt", t.document, t.refusals
  from forecast_test t join analysis_run r on r.lab_id = t.lab_id and r.id = t.run_id`;

/** Every test and check of the contracts of a lab, newest first. */
export const listForecastTests = (tx: Transaction, labId: string): Promise<ForecastTestRow[]> =>
  tx.query(`${TEST} where t.lab_id = $1 order by r.requested_at desc, r.id desc`, [labId]);

/** Every test and check of one contract, newest first. */
export const listTestsOf = (tx: Transaction, labId: string, contractId: string): Promise<ForecastTestRow[]> =>
  tx.query(`${TEST} where t.lab_id = $1 and t.contract_id = $2 order by r.requested_at desc, r.id desc`, [
    labId,
    contractId,
  ]);

/** The contract that a run is done under; undefined for every other run. */
export async function findContractOfRun(tx: Transaction, runId: string): Promise<string | undefined> {
  const rows: { contractId: string }[] = await tx.query(
    'select contract_id as "contractId" from forecast_test where run_id = $1',
    [runId],
  );
  return rows[0]?.contractId;
}

/** Says that a run is a test or a check of a contract. */
export async function insertForecastTest(
  tx: Transaction,
  row: Pick<ForecastTestRow, 'runId' | 'contractId' | 'kind' | 'snapshotId'> & { labId: string },
): Promise<void> {
  await tx.query(
    'insert into forecast_test (run_id, lab_id, contract_id, kind, snapshot_id) values ($1, $2, $3, $4, $5)',
    [row.runId, row.labId, row.contractId, row.kind, row.snapshotId],
  );
}

/** What the worker concluded from a run: figures fit to be seen (null where the run gave none), and all that speaks against it. */
export async function concludeForecastTest(
  tx: Transaction,
  runId: string,
  { document, refusals, at }: { document: unknown; refusals: readonly string[]; at: Date },
): Promise<void> {
  await tx.query('update forecast_test set concluded_at = $2, document = $3, refusals = $4 where run_id = $1', [
    runId,
    at,
    document === null ? null : JSON.stringify(document),
    refusals,
  ]);
}

/** Takes back, in the name of nobody, what was on its way or given out of a contract's runs; how many releases that were. */
export async function withdrawForecastReleases(
  tx: Transaction,
  contractId: string,
  { at, reason }: { at: Date; reason: string },
): Promise<number> {
  const [, changed]: [unknown, number] = await tx.query(
    `update release set state = 'withdrawn', withdrawn_at = $2, withdrawn_reason = $3
     where state = 'released' and run_id in (select run_id from forecast_test where contract_id = $1)`,
    [contractId, at, reason],
  );
  return changed;
}
