import { isAllowed } from '@datalab/access';
import {
  activateForecast,
  Database,
  findForecastContract,
  fixForecastContract,
  getApprovedShell,
  insertForecastContract,
  listForecastContracts,
  listForecastObjections,
  listForecastTests,
  rewriteForecastContract,
  switchForecastOff,
  type ForecastContractRow,
  type ForecastDraft,
  type Transaction,
} from '@datalab/data';
import {
  contractFaults,
  forbidden,
  invalidInput,
  invalidState,
  isUnderWay,
  nextForecastState,
  notFound,
  type ForecastEvent,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { findMethod } from '../analyses/registry.js';
import { recordDeed } from '../audit/record.js';
import { asPerson, type Ctx } from '../context.js';
import { requireOpenStep } from '../labs/require-open-step.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { askForForecastUpkeep } from './ask-for-upkeep.js';
import { forecastInputSchema, type ForecastInput } from './forecast-input.js';
import { contractOf, dayOf, forecastView, newestTest, type ForecastView } from './forecast-view.js';

/** Forecast contracts as people write, fix, switch on and end them. */
@Injectable()
export class ForecastsService {
  constructor(private readonly database: Database) {}

  /** The contracts of a lab, newest first. NotFound where the lab is not yours. */
  async list(ctx: Ctx, labId: string): Promise<ForecastView[]> {
    if (!isAllowed(ctx.ability, 'read', 'Forecast', { labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => viewsOf(ctx, tx, labId));
  }

  /** One contract. NotFound where it is not yours. */
  get(ctx: Ctx, id: string): Promise<ForecastView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => viewOf(ctx, tx, await readable(ctx, tx, id)));
  }

  /** An analyst writes a draft of an approved output shell that forecasts. */
  async write(ctx: Ctx, labId: string, input: unknown): Promise<ForecastView> {
    if (!isAllowed(ctx.ability, 'read', 'Forecast', { labId })) throw notFound('lab');
    requireWriter(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const id = await insertForecastContract(tx, await this.draftOf(ctx, tx, labId, input));
      return this.settle(ctx, tx, labId, id, 'write');
    });
  }

  /** An analyst writes a draft anew; InvalidState once it is fixed. */
  rewrite(ctx: Ctx, id: string, input: unknown): Promise<ForecastView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { labId, state } = await readable(ctx, tx, id, { lock: true });
      requireWriter(ctx, labId);
      if (state !== 'draft') throw invalidState('forecast.fixed', 'What was fixed is not written anew.');
      await rewriteForecastContract(tx, id, await this.draftOf(ctx, tx, labId, input));
      return this.settle(ctx, tx, labId, id, 'rewrite');
    });
  }

  /** The coordinator fixes a contract: from then on nothing of it changes, and testing may begin. */
  fix(ctx: Ctx, id: string): Promise<ForecastView> {
    return this.lead(ctx, id, 'fixed', async (tx, row, at) => {
      requireNoFaults(contractFaults(contractOf(row, dayOf(at))));
      await getApprovedShell(tx, row.labId, row.shellId);
      await fixForecastContract(tx, id, { personId: ctx.actor.personId, at });
    });
  }

  /**
   * The coordinator switches a forecast on. InvalidState, naming every reason, where its newest test speaks against it: above all where it did not beat
   * its baseline.
   */
  activate(ctx: Ctx, id: string): Promise<ForecastView> {
    return this.lead(ctx, id, 'activated', async (tx, row, at) => {
      const { refusals, tests } = await viewOf(ctx, tx, row);
      if (refusals.length > 0)
        throw invalidState('forecast.refused', `This forecast is not switched on: ${refusals.join(', ')}.`);
      if (tests.some(({ state }) => isUnderWay(state)))
        throw invalidState('forecast.test-under-way', 'A test of this forecast is under way.');
      const { runId } = newestTest(tests)!;
      await activateForecast(tx, id, { personId: ctx.actor.personId, at, runId });
    });
  }

  /** The coordinator ends a contract for good, with the reason; what was given out under it is taken back. */
  async stop(ctx: Ctx, id: string, reason: string): Promise<ForecastView> {
    const words = ownWords('reason', reason);
    return this.lead(ctx, id, 'stopped', (tx, _row, at) =>
      switchForecastOff(tx, id, { state: 'ended', reason: 'stopped', at, by: ctx.actor.personId, words }),
    );
  }

  private lead(
    ctx: Ctx,
    id: string,
    event: Extract<ForecastEvent, 'fixed' | 'activated' | 'stopped'>,
    save: (tx: Transaction, row: ForecastContractRow, at: Date) => Promise<void>,
  ): Promise<ForecastView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await readable(ctx, tx, id, { lock: true });
      if (!isAllowed(ctx.ability, 'lead', 'Forecast', row))
        throw forbidden('forecast.not-coordinator', 'Only the coordinator of the lab decides on a forecast.');
      nextForecastState(row.state, event);
      await save(tx, row, ctx.clock.now());
      const view = await this.settle(ctx, tx, row.labId, id, event === 'fixed' ? 'fix' : DEEDS[event]);
      if (event !== 'fixed')
        await askForForecastUpkeep(tx, {
          labId: row.labId,
          actorId: ctx.actor.personId,
          requestId: ctx.requestId,
        });
      return view;
    });
  }

  private async draftOf(ctx: Ctx, tx: Transaction, labId: string, input: unknown): Promise<ForecastDraft> {
    const parsed = parse(input);
    checkOwnWords({ goal: parsed.terms.goal, proportionality: parsed.proportionality, title: parsed.title });
    await requireOpenStep(tx, labId, 'deeper_analyses');
    const at = ctx.clock.now();
    requireNoFaults(contractFaults({ ...parsed.terms, fixedOn: dayOf(at) }));
    const shell = await getApprovedShell(tx, labId, parsed.shellId);
    if (findMethod(shell.method)?.isUnderContract !== true || shell.grain === 'all')
      throw invalidInput('forecast.shell-does-not-forecast', 'The output shell is of a forecast per period.', [
        { field: 'shellId' },
      ]);
    const { personId, organisationId } = ctx.actor;
    return { ...parsed, labId, organisationId, writtenBy: personId, writtenAt: at };
  }

  private async settle(ctx: Ctx, tx: Transaction, labId: string, id: string, deed: string): Promise<ForecastView> {
    await recordDeed(tx, ctx, { action: `forecast.${deed}`, objectKind: 'forecast', objectId: id, labId });
    return viewOf(ctx, tx, (await findForecastContract(tx, id))!);
  }
}

const DEEDS = { activated: 'activate', stopped: 'stop' } as const;

/** The contract, or NotFound. */
export async function readable(
  ctx: Ctx,
  tx: Transaction,
  id: string,
  options: { lock?: boolean } = {},
): Promise<ForecastContractRow> {
  const row = await findForecastContract(tx, id, options);
  if (row === undefined || !isAllowed(ctx.ability, 'read', 'Forecast', row)) throw notFound('forecast');
  return row;
}

/** A contract with its tests and objections, as it stands today. */
export async function viewOf(ctx: Ctx, tx: Transaction, row: ForecastContractRow): Promise<ForecastView> {
  const tests = await listForecastTests(tx, row.labId);
  return forecastView(row, tests, await listForecastObjections(tx, row.labId), dayOf(ctx.clock.now()));
}

async function viewsOf(ctx: Ctx, tx: Transaction, labId: string): Promise<ForecastView[]> {
  const tests = await listForecastTests(tx, labId);
  const objections = await listForecastObjections(tx, labId);
  const rows = await listForecastContracts(tx, labId);
  return rows.map((row) => forecastView(row, tests, objections, dayOf(ctx.clock.now())));
}

/** What somebody typed as a reason: 3 to 1,000 characters that tell of no person. */
export function ownWords(field: string, text: string): string {
  const words = text.trim();
  if (words.length < 3 || words.length > 1_000)
    throw invalidInput('forecast.words-length', 'Say it in 3 to 1,000 characters.', [{ field }]);
  checkOwnWords({ [field]: words });
  return words;
}

function requireWriter(ctx: Ctx, labId: string): void {
  if (!isAllowed(ctx.ability, 'write', 'Forecast', { labId }))
    throw forbidden('forecast.not-analyst', 'Only an analyst of the lab writes a forecast contract.');
}

function requireNoFaults(faults: readonly string[]): void {
  if (faults.length > 0)
    throw invalidInput(
      'forecast.terms-out-of-bounds',
      `These terms cannot be fixed: ${faults.join(', ')}.`,
      faults.map((field) => ({ field })),
    );
}

function parse(input: unknown): ForecastInput {
  const parsed = forecastInputSchema.safeParse(input);
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path }) => path.join('.'));
  throw invalidInput(
    'forecast.invalid',
    `This is no contract: ${fields.join(', ')}.`,
    fields.map((field) => ({ field })),
  );
}
