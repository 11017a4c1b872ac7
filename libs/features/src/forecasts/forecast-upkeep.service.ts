import {
  announce,
  askFor,
  audit,
  concludeForecastTest,
  Database,
  findForecastContract,
  findOutcome,
  findRun,
  findSnapshot,
  insertForecastTest,
  insertRun,
  listDatasets,
  listForecastContracts,
  listTestsOf,
  saveForecastTested,
  switchForecastOff,
  withdrawForecastReleases,
  type ForecastContractRow,
  type ForecastTestRow,
  type RunRow,
  type Transaction,
} from '@datalab/data';
import { bug, isPastStop, isUnderWay, nextForecastState, type Clock, type ForecastOffReason } from '@datalab/domain';
import { runAnalysisJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { runRequestSchema } from '../analyses/run-request.js';
import type { Work } from '../work.js';
import {
  driftSince,
  forecastDocument,
  forecastRecordSchema,
  refusalsOf,
  type ForecastDocument,
  type ForecastRecord,
} from './forecast-document.js';
import { dayOf } from './forecast-view.js';

/** What a release of a forecast that was switched off is taken back with. */
const TAKEN_BACK = 'De voorspelling is uitgezet.';

/**
 * Keeps the forecasts of a lab to their contracts, in the worker: concludes what was tested, has active forecasts held against each new picture, and
 * switches off by itself. The work is the lab's; doing it again changes nothing.
 */
@Injectable()
export class ForecastUpkeepService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Everything that is due in a lab, each contract in a transaction of its own. */
  async execute(work: Work): Promise<void> {
    const { labId } = work;
    const contracts = await this.database.inTransaction({ labId }, (tx) => listForecastContracts(tx, labId));
    for (const { id, state } of contracts)
      if (state !== 'draft') await this.database.inTransaction({ labId }, (tx) => this.keep(tx, work, id));
  }

  private async keep(tx: Transaction, work: Work, id: string): Promise<void> {
    const read = async () => (await findForecastContract(tx, id, { lock: true }))!;
    const now = this.clock.now();
    let contract = await read();
    if (contract.state !== 'ended' && isPastStop(contract.terms, dayOf(now)))
      await this.switchOff(tx, work, contract, 'expired');
    const tests = (await listTestsOf(tx, work.labId, id)).reverse();
    for (const test of tests)
      if (test.concludedAt === null && !isUnderWay(test.state)) {
        contract = await read();
        await this.conclude(tx, work, contract, test);
      }
    contract = await read();
    if (contract.state === 'active') await this.holdAgainstPicture(tx, work, contract, tests);
    contract = await read();
    if (contract.state === 'suspended' || contract.state === 'ended') {
      const taken = await withdrawForecastReleases(tx, id, { at: now, reason: TAKEN_BACK });
      if (taken > 0) await this.tell(tx, work, id, 'forecast.releases-withdrawn');
    }
  }

  /** What a run that ended says. A test that failed is left as it is: it can be done again. */
  private async conclude(
    tx: Transaction,
    work: Work,
    contract: ForecastContractRow,
    test: ForecastTestRow,
  ): Promise<void> {
    const at = this.clock.now();
    if (test.state !== 'done') {
      if (test.kind === 'test') return;
      await concludeForecastTest(tx, test.runId, { document: null, refusals: ['not-checked'], at });
      if (contract.state === 'active') await this.switchOff(tx, work, contract, 'unchecked');
      return;
    }
    const record = await recordOf(tx, test.runId);
    const run = (await findRun(tx, test.runId))!;
    const refusals = refusalsOf(contract.terms, record);
    if (test.kind === 'test') {
      const document = forecastDocument(record, await this.ranOf(tx, run), null);
      await concludeForecastTest(tx, test.runId, { document, refusals, at });
      if (contract.state === 'active' || contract.state === 'ended') return;
      nextForecastState(contract.state, 'tested');
      await saveForecastTested(tx, contract.id);
      return this.tell(tx, work, contract.id, 'forecast.tested', {
        verdict: refusals.length > 0 ? 'refused' : 'passed',
      });
    }
    const drift =
      contract.activatedRunId === null ? null : driftSince(await recordOf(tx, contract.activatedRunId), record);
    const against = [...(drift?.alarm === true ? ['drifted'] : []), ...refusals];
    const document = forecastDocument(record, await this.ranOf(tx, run), drift);
    await concludeForecastTest(tx, test.runId, { document, refusals: against, at });
    if (contract.state !== 'active') return;
    if (against.includes('harm-above-limit')) return this.switchOff(tx, work, contract, 'harmed');
    if (drift?.alarm === true) return this.switchOff(tx, work, contract, 'drifted');
    await this.tell(tx, work, contract.id, 'forecast.checked');
  }

  /** Has an active forecast held against the newest picture, once; off where the test that it stands on counts no more. */
  private async holdAgainstPicture(
    tx: Transaction,
    work: Work,
    contract: ForecastContractRow,
    tests: readonly ForecastTestRow[],
  ): Promise<void> {
    const { labId } = work;
    const activated = await findRun(tx, contract.activatedRunId!);
    if (activated?.state !== 'done') return this.switchOff(tx, work, contract, 'unchecked');
    const snapshot = await findSnapshot(tx, labId);
    const known = tests.some(
      ({ kind, snapshotId, runId }) =>
        snapshotId === snapshot?.id && (kind === 'check' || runId === contract.activatedRunId),
    );
    if (snapshot === undefined || known) return;
    const { organisationId, shellId, shellVersion, title, method, methodVersion, kind, params, seed } = activated;
    // In the name of the analyst who had it tested: where they left, nobody answers for it any more and it is off.
    const { requestedBy } = activated;
    const what = { organisationId, shellId, shellVersion, title, method, methodVersion, kind, params, seed };
    const runId = await insertRun(tx, { ...what, labId, snapshotId: snapshot.id, requestedBy });
    await insertForecastTest(tx, { runId, labId, contractId: contract.id, kind: 'check', snapshotId: snapshot.id });
    await askFor(tx, runAnalysisJob, { runId }, { labId, actorId: requestedBy, requestId: work.requestId });
    await announce(tx, { kind: 'run', id: runId, labId });
  }

  private async switchOff(
    tx: Transaction,
    work: Work,
    { id, state }: ForecastContractRow,
    reason: Exclude<ForecastOffReason, 'objected' | 'stopped'>,
  ): Promise<void> {
    const next = nextForecastState(state, reason) as 'suspended' | 'ended';
    await switchForecastOff(tx, id, { state: next, reason, at: this.clock.now() });
    await this.tell(tx, work, id, 'forecast.switch-off', { reason });
  }

  private async ranOf(tx: Transaction, run: RunRow): Promise<Omit<ForecastDocument['ran'], 'areas' | 'methods'>> {
    const { scope } = runRequestSchema.parse(run.params);
    const datasets = await listDatasets(tx, run.labId);
    return {
      level: scope.areaLevel,
      grain: scope.grain,
      sources: scope.datasetIds.map((id) => datasets.find((dataset) => dataset.id === id)?.name ?? '–'),
      version: `${run.method} ${run.methodVersion}`,
      seed: run.seed,
      snapshotDigest: run.snapshotDigest!,
    };
  }

  private async tell(
    tx: Transaction,
    { labId, actorId, requestId }: Work,
    id: string,
    action: string,
    detail: Record<string, string> = {},
  ): Promise<void> {
    await audit(tx, { actorId, requestId }, { action, objectKind: 'forecast', objectId: id, labId, detail });
    await announce(tx, { kind: 'lab', id: labId, labId });
  }
}

async function recordOf(tx: Transaction, runId: string): Promise<ForecastRecord> {
  const parsed = forecastRecordSchema.safeParse(await findOutcome(tx, runId));
  if (!parsed.success) throw bug('the outcome of a forecast is not what its method writes');
  return parsed.data;
}
