import { isAllowed } from '@datalab/access';
import {
  announce,
  askFor,
  audit,
  Database,
  findRun,
  findRunResult,
  findSnapshot,
  getApprovedShell,
  insertRun,
  listReleasedKinds,
  listRuns,
  lockRun,
  saveRunDecision,
  type ApprovedShell,
  type RunRow,
  type Transaction,
} from '@datalab/data';
import {
  forbidden,
  invalidInput,
  invalidState,
  KIND_BEFORE,
  nextRunState,
  notFound,
  type AnalysisKind,
  type RunEvent,
  type RunResult,
  type RunTier,
} from '@datalab/domain';
import { runAnalysisJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import { asPerson, authorOf, type Ctx } from '../context.js';
import type { AnyMethod } from './method.js';
import { askAfterForecastRun } from '../forecasts/ask-for-upkeep.js';
import { shownForecast } from '../forecasts/shown-forecast.js';
import { requireTurn } from './require-turn.js';
import { methodOf, seedOf } from './run-subject.js';
import { refusalSchema, runRequestSchema, type Refusal, type RunRequest } from './run-request.js';

export type RunView = Omit<RunRow, 'params' | 'refusals'> & { request: RunRequest; refusals: Refusal[] };

export interface RunWish {
  labId: string;
  shellId: string;
  purpose: string;
  /** Canonical categories; null is all. */
  categories: readonly string[] | null;
  /** What may be chosen beside the shell, by the method's own schema. */
  options: unknown;
  /** To do an earlier run again; drawn where left out. */
  seed?: number;
}

/** Runs of analyses as people ask for them, follow them and end them. */
@Injectable()
export class RunsService {
  constructor(private readonly database: Database) {}

  /** The runs of a lab, newest first. NotFound where the lab is not yours. */
  list(ctx: Ctx, labId: string): Promise<RunView[]> {
    if (!isAllowed(ctx.ability, 'read', 'Run', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => (await listRuns(tx, labId)).map(viewOf));
  }

  /** One run, without its result. NotFound where it is not yours. */
  get(ctx: Ctx, runId: string): Promise<RunView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => viewOf(await readable(ctx, tx, runId)));
  }

  /** What may be shown of a run, to the analysts of its lab; undefined where there is nothing, or where it is not yet yours to see. */
  async findResult(ctx: Ctx, runId: string, tier: RunTier): Promise<RunResult | undefined> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const run = await readable(ctx, tx, runId);
      if (!isAllowed(ctx.ability, 'request', 'Run', run) || run.state !== 'done') return undefined;
      const result = (await findRunResult(tx, runId, tier)) as RunResult | undefined;
      return result && shownForecast(ctx, tx, run.id, result);
    });
  }

  /** Kinds of analysis that may be asked for now on the newest snapshot, and why each other may not. */
  async listOpenKinds(ctx: Ctx, labId: string): Promise<{ kind: AnalysisKind; waitsFor: AnalysisKind | null }[]> {
    if (!isAllowed(ctx.ability, 'read', 'Run', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const snapshot = await findSnapshot(tx, labId);
      const released = snapshot === undefined ? [] : await listReleasedKinds(tx, labId, snapshot.id);
      return (Object.keys(KIND_BEFORE) as AnalysisKind[]).map((kind) => {
        const before = KIND_BEFORE[kind];
        return { kind, waitsFor: before === undefined || released.includes(before) ? null : before };
      });
    });
  }

  /**
   * An analyst asks for a run that fills an approved output shell, on the newest snapshot. InvalidState where the step is not open, no agreement is in
   * force, or the kind before it is not released yet: descriptive before diagnostic before predictive. Whether the agreement allows what the run
   * reads is for the worker to say.
   */
  request(ctx: Ctx, wish: RunWish): Promise<RunView> {
    const { labId } = wish;
    if (!isAllowed(ctx.ability, 'read', 'Run', { labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'request', 'Run', { labId }))
      throw forbidden('run.not-analyst', 'Only an analyst of the lab asks for a run.');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const shell = await getApprovedShell(tx, labId, wish.shellId);
      const method = methodOf(shell);
      if (method.isUnderContract === true)
        throw invalidState('run.needs-contract', 'A forecast is run under a contract that was fixed before.');
      const request = requestOf(shell, method, wish);
      const snapshotId = await requireTurn(tx, labId, shell.kind);
      const id = await insertRun(tx, {
        labId,
        organisationId: ctx.actor.organisationId,
        snapshotId,
        shellId: shell.id,
        shellVersion: shell.version,
        title: shell.title,
        method: method.name,
        methodVersion: method.version,
        kind: method.kind,
        params: request,
        seed: seedOf(wish.seed),
        requestedBy: ctx.actor.personId,
      });
      await this.ask(ctx, tx, labId, id);
      await record(ctx, tx, labId, id, 'run.request');
      return viewOf((await findRun(tx, id))!);
    });
  }

  /** An analyst ends a run that is under way; the worker stops within a second. */
  cancel(ctx: Ctx, runId: string): Promise<RunView> {
    return this.decide(ctx, runId, 'cancelled');
  }

  /** An analyst takes back a run that ended: it counts no more. A released result is withdrawn by its release. */
  withdraw(ctx: Ctx, runId: string): Promise<RunView> {
    return this.decide(ctx, runId, 'withdrawn');
  }

  /** An analyst has a failed or cancelled run done again: the same run, the same seed. */
  retry(ctx: Ctx, runId: string): Promise<RunView> {
    return this.decide(ctx, runId, 'retried');
  }

  private decide(
    ctx: Ctx,
    runId: string,
    event: Extract<RunEvent, 'cancelled' | 'withdrawn' | 'retried'>,
  ): Promise<RunView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const run = await readable(ctx, tx, runId);
      if (!isAllowed(ctx.ability, 'request', 'Run', run))
        throw forbidden('run.not-analyst', 'Only an analyst of the lab decides on a run.');
      const state = (await lockRun(tx, runId)) ?? run.state;
      const next = nextRunState(state, event) as 'requested' | 'cancelled' | 'withdrawn';
      await saveRunDecision(tx, runId, next, { personId: ctx.actor.personId, at: ctx.clock.now() });
      if (event === 'retried') await this.ask(ctx, tx, run.labId, runId);
      else {
        const { labId } = run;
        await askAfterForecastRun(tx, { labId, actorId: ctx.actor.personId, requestId: ctx.requestId }, runId);
      }
      await record(ctx, tx, run.labId, runId, `run.${DEEDS[event]}`);
      return viewOf((await findRun(tx, runId))!);
    });
  }

  private ask(ctx: Ctx, tx: Transaction, labId: string, runId: string): Promise<void> {
    return askFor(tx, runAnalysisJob, { runId }, { labId, actorId: ctx.actor.personId, requestId: ctx.requestId });
  }
}

const DEEDS = { cancelled: 'cancel', withdrawn: 'withdraw', retried: 'retry' } as const;

async function record(ctx: Ctx, tx: Transaction, labId: string, runId: string, action: string): Promise<void> {
  await audit(tx, authorOf(ctx), { action, objectKind: 'run', objectId: runId, labId });
  await announce(tx, { kind: 'run', id: runId, labId });
  await announce(tx, { kind: 'lab', id: labId, labId });
}

async function readable(ctx: Ctx, tx: Transaction, runId: string): Promise<RunRow> {
  const run = await findRun(tx, runId);
  if (run === undefined || !isAllowed(ctx.ability, 'read', 'Run', run)) throw notFound('run');
  return run;
}

function requestOf(shell: ApprovedShell, method: AnyMethod, wish: RunWish): RunRequest {
  const options = method.params.safeParse(wish.options ?? {});
  if (!options.success) throw faultsOf(options.error, 'options.');
  const { unit, areaLevel, grain, periodFrom, periodTo, datasetIds } = shell;
  const scope = { unit, areaLevel, grain, from: periodFrom, to: periodTo, datasetIds, categories: wish.categories };
  const parsed = runRequestSchema.safeParse({ purpose: wish.purpose, scope, options: options.data });
  if (!parsed.success) throw faultsOf(parsed.error, '');
  return parsed.data;
}

function faultsOf(error: z.ZodError, before: string) {
  const fields = error.issues.map(({ path }) => `${before}${path.join('.')}`);
  return invalidInput(
    'run.invalid',
    `This cannot be asked for: ${fields.join(', ')}.`,
    fields.map((field) => ({ field })),
  );
}

const viewOf = ({ params, refusals, ...row }: RunRow): RunView => ({
  ...row,
  request: runRequestSchema.parse(params),
  refusals: z.array(refusalSchema).parse(refusals),
});
