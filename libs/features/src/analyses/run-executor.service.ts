import { setImmediate as nextTurn } from 'node:timers/promises';
import { abilityFor, isAllowed } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  findActorInLab,
  findPolicyInForce,
  listDatasets,
  findRun,
  findRunState,
  findSnapshotById,
  lockRun,
  saveRunEnd,
  saveRunOutcome,
  saveRunProgress,
  saveRunStart,
  type RunRow,
} from '@datalab/data';
import { gatePolicy, SWITCHED_RULES, type GatePolicy } from '@datalab/disclosure';
import {
  checkRun,
  datasetPurposeRefusals,
  DomainError,
  isRunEndCode,
  isUnderWay,
  nextRunState,
  type Clock,
  type LabPolicy,
  type RunEndCode,
  type RunTier,
} from '@datalab/domain';
import type { Snapshot, SnapshotStore } from '@datalab/snapshot';
import { Injectable } from '@nestjs/common';
import { askAfterForecastRun } from '../forecasts/ask-for-upkeep.js';
import type { Work } from '../work.js';
import type { RunReader } from './data/run-reader.js';
import { RUN_TIERS, type AnyMethod } from './method.js';
import { digestOf, plainJson } from './plain-json.js';
import { protectOutcome } from './protect-outcome.js';
import { findMethod } from './registry.js';
import { refusalsOf, runRequestSchema, useOf, type Refusal, type RunRequest } from './run-request.js';
import type { ThreadPool } from './threads/thread-pool.js';

/** How often it is told how far a run is, and how often it is looked whether somebody cancelled it. */
const TELL_EVERY_MS = 1_000;
const LOOK_EVERY_MS = 300;

/** A run that will not be done, with its code; not an error of the platform. */
class NotToBeDone extends Error {
  constructor(
    readonly state: 'refused' | 'failed',
    readonly code: RunEndCode,
    readonly refusals: readonly Refusal[] = [],
  ) {
    super(code);
  }
}

interface Begun {
  run: RunRow;
  method: AnyMethod;
  request: RunRequest;
  policy: LabPolicy;
  snapshot: Snapshot;
}

/** Does runs of analyses, in the worker: what the agreement does not allow is refused here, whatever was let through before. */
@Injectable()
export class RunExecutorService {
  constructor(
    private readonly database: Database,
    private readonly store: SnapshotStore,
    private readonly reader: RunReader,
    private readonly pool: ThreadPool,
    private readonly clock: Clock,
  ) {}

  /**
   * Does one run. A run that is no longer under way (cancelled, done by another try) is left alone, so running again does no harm; one that a worker left
   * half-way begins anew, with the same seed and so with the same outcome.
   */
  async execute(work: Work, runId: string): Promise<void> {
    if (!(await this.start(work, runId))) return;
    try {
      const begun = await this.prepare(work, runId);
      await this.compute(work, begun);
    } catch (error) {
      const end = endOf(error);
      if (end === undefined) throw error;
      await this.end(work, runId, end);
    }
  }

  /** The work was given up: whoever waits is told. */
  giveUp(work: Work, runId: string): Promise<void> {
    return this.end(work, runId, new NotToBeDone('failed', 'attempts-spent'));
  }

  private async start({ labId }: Work, runId: string): Promise<boolean> {
    return this.database.inTransaction({ labId }, async (tx) => {
      const state = await lockRun(tx, runId);
      if (state === undefined || !isUnderWay(state)) return false;
      nextRunState(state, 'started');
      await saveRunStart(tx, runId, this.clock.now());
      await announce(tx, { kind: 'run', id: runId, labId });
      return true;
    });
  }

  private async prepare(work: Work, runId: string): Promise<Begun> {
    const { labId } = work;
    const actor = await findActorInLab(this.database, labId, work.actorId);
    if (actor === undefined || !isAllowed(abilityFor(actor), 'request', 'Run', { labId }))
      throw new NotToBeDone('refused', 'actor-left');
    const { run, policy, digest, datasets } = await this.database.inTransaction({ labId }, async (tx) => {
      const found = (await findRun(tx, runId))!;
      return {
        run: found,
        policy: await findPolicyInForce(tx, labId),
        digest: (await findSnapshotById(tx, found.snapshotId))?.digest,
        datasets: await listDatasets(tx, labId),
      };
    });
    const method = findMethod(run.method);
    if (method === undefined || method.version !== run.methodVersion) throw new NotToBeDone('failed', 'method-changed');
    if (policy === undefined) throw new NotToBeDone('refused', 'no-agreement');
    const request = runRequestSchema.parse(run.params);
    const read = datasets.filter(({ id }) => request.scope.datasetIds.includes(id));
    const refusals = [
      ...checkRun(policy, useOf(method, request.scope, request.options, request.purpose)),
      ...datasetPurposeRefusals(request.purpose, read),
    ];
    if (refusals.length > 0) throw new NotToBeDone('refused', 'outside-agreement', refusalsOf(refusals));
    const snapshot = digest === undefined ? undefined : await this.store.find(digest);
    // Its rows were withdrawn or expired: what was made of them stays, making it again cannot be.
    if (snapshot === undefined) throw new NotToBeDone('failed', 'snapshot-destroyed');
    return { run, method, request, policy, snapshot };
  }

  private async compute(work: Work, { run, method, request, policy, snapshot }: Begun): Promise<void> {
    const { labId } = work;
    const { scope, options } = request;
    const gate = gateOf(policy);
    const use = method.use(scope, options);
    const { data, selection } = await this.reader.read(
      { labId, snapshotId: run.snapshotId, snapshot, scope, use, gate },
      (rows) => method.read(rows, scope, options),
    );
    const inThreads: unknown = method.forThreads?.(data) ?? data;
    const parts = await this.whileWanted(labId, run.id, method.parts(data, options), (total, onProgress, signal) =>
      this.pool.run({
        method: method.name,
        data: inThreads,
        params: options,
        seed: run.seed,
        parts: total,
        onProgress,
        signal,
      }),
    );
    const outcome: unknown = method.merge(parts, data, options);
    const householdsDiffering = await this.reader.householdsDiffering(labId, run, snapshot, selection);
    const finished = {
      method,
      scope,
      params: options,
      seed: run.seed,
      snapshotDigest: snapshot.digest,
      policyVersion: policy.version,
      data,
      outcome,
      householdsDiffering,
    };
    const results: { tier: RunTier; result: ReturnType<typeof protectOutcome> }[] = [];
    for (const tier of RUN_TIERS) {
      // Thousands of areas take a while to protect: whoever else wants something of this process gets a turn between.
      await nextTurn();
      results.push({ tier, result: protectOutcome(finished, tier, gate) });
    }
    const lab = results.find(({ tier }) => tier === 'lab')!.result;
    if ('refused' in lab) throw new NotToBeDone('refused', lab.refused);
    await this.database.inTransaction({ labId }, async (tx) => {
      const state = await lockRun(tx, run.id);
      if (state !== 'running') return;
      nextRunState(state, 'finished');
      await saveRunOutcome(tx, {
        labId,
        runId: run.id,
        outcome: plainJson(outcome),
        selection,
        outcomeDigest: digestOf(outcome),
        snapshotDigest: snapshot.digest,
        policyVersion: policy.version,
        // What may be shown to the lab and not to everybody is a result of the lab alone.
        results: results.flatMap(({ tier, result }) =>
          'refused' in result ? [] : [{ tier, document: result, digest: result.digest }],
        ),
        at: this.clock.now(),
      });
      await askAfterForecastRun(tx, work, run.id);
      await this.tell(tx, work, run.id, 'run.finish', { method: method.name });
    });
  }

  /** Runs the arithmetic; tells how far it is, and ends it when somebody no longer wants it. */
  private async whileWanted(
    labId: string,
    runId: string,
    parts: number,
    run: (parts: number, onProgress: (done: number) => void, signal: AbortSignal) => Promise<unknown[]>,
  ): Promise<unknown[]> {
    const unwanted = new AbortController();
    let done = 0;
    let told = 0;
    let toldAt = performance.now();
    let busy = false;
    const look = async () => {
      const isTime = done > told && performance.now() - toldAt >= TELL_EVERY_MS;
      const wanted = await this.database.inTransaction({ labId }, async (tx) => {
        if (!isTime) return (await findRunState(tx, runId)) === 'running';
        [told, toldAt] = [done, performance.now()];
        const running = await saveRunProgress(tx, runId, done / parts);
        if (running) await announce(tx, { kind: 'run', id: runId, labId });
        return running;
      });
      if (!wanted) unwanted.abort();
    };
    let fault: unknown;
    const timer = setInterval(() => {
      if (busy) return;
      busy = true;
      look().then(
        () => (busy = false),
        (error: unknown) => {
          fault = error;
          unwanted.abort();
        },
      );
    }, LOOK_EVERY_MS);
    try {
      return await run(parts, (count) => (done = count), unwanted.signal);
    } catch (error) {
      throw fault ?? error;
    } finally {
      clearInterval(timer);
    }
  }

  private async end(work: Work, runId: string, { state, code, refusals }: NotToBeDone): Promise<void> {
    const { labId } = work;
    await this.database.inTransaction({ labId }, async (tx) => {
      const now = await lockRun(tx, runId);
      // Cancelled meanwhile, or done by another try: then that is how it ended.
      if (now === undefined || !isUnderWay(now)) return;
      nextRunState(now, state);
      await saveRunEnd(tx, runId, { state, failure: code, refusals, at: this.clock.now() });
      await askAfterForecastRun(tx, work, runId);
      await this.tell(tx, work, runId, state === 'refused' ? 'run.refuse' : 'run.fail', { reason: code });
    });
  }

  private async tell(
    tx: Parameters<typeof audit>[0],
    { labId, actorId, requestId }: Work,
    runId: string,
    action: string,
    detail: Record<string, string>,
  ): Promise<void> {
    await audit(tx, { actorId, requestId }, { action, objectKind: 'run', objectId: runId, labId, detail });
    await announce(tx, { kind: 'run', id: runId, labId });
    await announce(tx, { kind: 'lab', id: labId, labId });
  }
}

const gateOf = ({ version, floors }: LabPolicy): GatePolicy =>
  gatePolicy({ version: `agreement-${version}`, floors, rules: SWITCHED_RULES });

/** Errors that are the end of a run and not a fault of the platform; undefined for those that may pass when tried again. */
function endOf(error: unknown): NotToBeDone | undefined {
  if (error instanceof NotToBeDone) return error;
  if (!(error instanceof DomainError) || error.kind === 'Unavailable' || error.kind === 'Bug') return undefined;
  const code = error.code.replace(/^run\./, '');
  return new NotToBeDone('failed', isRunEndCode(code) ? code : 'failed');
}
