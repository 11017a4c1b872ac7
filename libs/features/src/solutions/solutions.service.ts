import { isAllowed } from '@datalab/access';
import {
  Database,
  findColleague,
  findLab,
  findSolution,
  insertSolution,
  listColleagues,
  listEvaluationPlans,
  listFindings,
  listNewestEvaluations,
  listSolutions,
  lockSolution,
  saveEvaluationPlan,
  updateSolution,
  type SolutionRow,
  type Transaction,
} from '@datalab/data';
import {
  forbidden,
  invalidInput,
  invalidState,
  nextSolutionState,
  notFound,
  type EvaluationPlan,
  type SolutionEvent,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { recordDeed } from '../audit/record.js';
import { checkOwnWords } from '../quality/check-own-words.js';
import { digestOfPlan, evaluationPlanSchema, evaluationSchema, type Evaluation } from './evaluation-plan.js';
import { requireOpenStep } from '../labs/require-open-step.js';
import { checkAreas, checkSolutionInput, type NewSolutionInput } from './solution-input.js';

export interface SolutionView extends SolutionRow {
  plan: EvaluationPlan | null;
  evaluation: (Evaluation & { evaluatedAt: Date; snapshotId: string }) | null;
}

export interface Choice {
  ownerId: string;
  /** `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string | null;
}

/** What each organisation will do, from option to outcome, and what is measured of it. */
@Injectable()
export class SolutionsService {
  constructor(private readonly database: Database) {}

  /** All solutions of a lab with what is registered to measure them by and what came of it so far. */
  async list(ctx: Ctx, labId: string): Promise<SolutionView[]> {
    if (!isAllowed(ctx.ability, 'read', 'Solution', { labId, organisationId: ctx.actor.organisationId }))
      throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => viewsOf(tx, labId));
  }

  /** Colleagues who could own a solution in this lab. */
  async listOwners(ctx: Ctx, labId: string): Promise<{ id: string; name: string }[]> {
    const own = { labId, organisationId: ctx.actor.organisationId };
    if (!isAllowed(ctx.ability, 'read', 'Solution', own)) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => listColleagues(tx, labId, own.organisationId));
  }

  /** Proposes an option of the own organisation for one or more findings. */
  async propose(ctx: Ctx, labId: string, input: NewSolutionInput): Promise<SolutionView> {
    const own = { labId, organisationId: ctx.actor.organisationId };
    this.checkWriter(ctx, own);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await requireOpenStep(tx, labId, 'solutions');
      const lab = (await findLab(tx, labId))!;
      await checkSolutionInput(tx, lab, own.organisationId, input);
      const findings = (await listFindings(tx, labId)).filter(({ withdrawnAt }) => withdrawnAt === null);
      if (input.findingIds.some((id) => !findings.some((finding) => finding.id === id))) throw notFound('finding');
      const made = { proposedBy: ctx.actor.personId, proposedAt: ctx.clock.now() };
      const texts = { title: input.title.trim(), words: input.words.trim(), expected: input.expected.trim() };
      const id = await insertSolution(tx, { ...input, ...own, ...texts, ...made, partners: [...input.partners] });
      return this.settle(tx, ctx, labId, id, 'propose');
    });
  }

  /** Makes an option a commitment: a colleague who owns it, and a date. */
  choose(ctx: Ctx, id: string, { ownerId, startsOn, endsOn }: Choice): Promise<SolutionView> {
    return this.move(ctx, id, 'choose', async (tx, row) => {
      const owner = await findColleague(tx, row.labId, row.organisationId, ownerId);
      if (owner === undefined)
        throw invalidInput('solution.owner-unknown', 'The owner is a colleague who takes part in this lab.', [
          { field: 'ownerId' },
        ]);
      if (endsOn !== null && endsOn < startsOn)
        throw invalidInput('solution.ends-before-start', 'It cannot end before it starts.', [{ field: 'endsOn' }]);
      // What has begun is registered no more, and a chosen solution without that keeps its step open for ever.
      if (row.registeredAt === null && startsOn <= ctx.clock.now().toISOString().slice(0, 10))
        throw invalidInput(
          'solution.starts-unregistered',
          'It starts after today, so that what will be measured can be registered before.',
          [{ field: 'startsOn' }],
        );
      return { ...row, ownerId: owner.id, ownerName: owner.name, startsOn, endsOn };
    });
  }

  /** It is being done from now on; what will be measured had to be registered first. */
  start(ctx: Ctx, id: string): Promise<SolutionView> {
    return this.move(ctx, id, 'start', (_tx, row) => {
      if (row.registeredAt === null)
        throw invalidState(
          'solution.not-registered',
          'First register what will be measured: afterwards it proves nothing.',
        );
      return Promise.resolve(row);
    });
  }

  /** Ends a solution: with what came of it (`finish`), or with the reason why it stops or was not chosen. */
  async end(ctx: Ctx, id: string, event: 'finish' | 'stop' | 'drop', words: string): Promise<SolutionView> {
    const field = event === 'finish' ? 'outcome' : 'reason';
    checkOwnWords({ [field]: words });
    if (words.trim().length < 3)
      throw invalidInput(`solution.no-${field}`, 'Say it in a few words at least.', [{ field }]);
    return this.move(ctx, id, event, (_tx, row) => Promise.resolve({ ...row, [field]: words.trim() }));
  }

  /** Registers what will be measured; until the day on which it starts it can be registered anew, and never after. */
  async register(ctx: Ctx, id: string, document: unknown): Promise<SolutionView> {
    const parsed = evaluationPlanSchema.safeParse(document);
    if (!parsed.success) {
      const fields = parsed.error.issues.map(({ path }) => path.join('.') || '(plan)');
      throw invalidInput(
        'evaluation.invalid-plan',
        `This is no plan: ${fields.join(', ')}.`,
        fields.map((field) => ({ field })),
      );
    }
    const plan = parsed.data;
    checkOwnWords({ harm: plan.harm });
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await this.locked(tx, ctx, id);
      await requireOpenStep(tx, row.labId, 'solutions');
      const now = ctx.clock.now();
      const today = now.toISOString().slice(0, 10);
      if (!['option', 'chosen'].includes(row.state) || (row.startsOn !== null && row.startsOn <= today))
        throw invalidState('evaluation.too-late', 'It has started: what is measured is registered before that.');
      if (row.startsOn !== null && plan.firstMonth < row.startsOn.slice(0, 7))
        throw invalidInput('evaluation.before-start', 'The first month counts from the start.', [
          { field: 'firstMonth' },
        ]);
      const lab = (await findLab(tx, row.labId))!;
      await checkAreas(tx, lab, [...plan.areaCodes, ...plan.comparisonAreaCodes], 'areaCodes');
      if (plan.comparisonAreaCodes.some((code) => plan.areaCodes.includes(code)))
        throw invalidInput('evaluation.overlap', 'An area is measured or compared with, not both.', [
          { field: 'comparisonAreaCodes' },
        ]);
      const made = { registeredBy: ctx.actor.personId, registeredAt: now };
      await saveEvaluationPlan(tx, {
        solutionId: id,
        labId: row.labId,
        document: plan,
        digest: digestOfPlan(plan),
        ...made,
      });
      return this.settle(tx, ctx, row.labId, id, 'register');
    });
  }

  private move(
    ctx: Ctx,
    id: string,
    event: SolutionEvent,
    change: (tx: Transaction, row: SolutionRow) => Promise<SolutionRow>,
  ): Promise<SolutionView> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const row = await this.locked(tx, ctx, id);
      const state = nextSolutionState(row.state, event);
      // A measure goes on after the lab has finished its last step; only what is proposed and chosen belongs to the open step.
      if (event === 'choose' || event === 'drop') await requireOpenStep(tx, row.labId, 'solutions');
      await updateSolution(tx, id, { ...(await change(tx, row)), state, changedAt: ctx.clock.now() });
      return this.settle(tx, ctx, row.labId, id, event);
    });
  }

  private async locked(tx: Transaction, ctx: Ctx, id: string): Promise<SolutionRow> {
    const seen = await findSolution(tx, id);
    if (seen === undefined || !isAllowed(ctx.ability, 'read', 'Solution', seen)) throw notFound('solution');
    this.checkWriter(ctx, seen);
    const row = await lockSolution(tx, id);
    if (row === undefined) throw notFound('solution');
    return row;
  }

  private checkWriter(ctx: Ctx, thing: { labId: string; organisationId: string }): void {
    if (!isAllowed(ctx.ability, 'read', 'Solution', thing)) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'write', 'Solution', { labId: thing.labId, organisationId: thing.organisationId }))
      throw forbidden(
        'solution.not-yours',
        'An organisation says itself what it will do, by its domain expert or the coordinator.',
      );
  }

  private async settle(tx: Transaction, ctx: Ctx, labId: string, id: string, event: string): Promise<SolutionView> {
    await recordDeed(tx, ctx, { action: `solution.${event}`, objectKind: 'solution', objectId: id, labId });
    return (await viewsOf(tx, labId)).find((view) => view.id === id)!;
  }
}

async function viewsOf(tx: Transaction, labId: string): Promise<SolutionView[]> {
  const plans = new Map((await listEvaluationPlans(tx, labId)).map((row) => [row.solutionId, row.document]));
  const outcomes = new Map((await listNewestEvaluations(tx, labId)).map((row) => [row.solutionId, row]));
  return (await listSolutions(tx, labId)).map((row) => {
    const outcome = outcomes.get(row.id);
    return {
      ...row,
      plan: plans.has(row.id) ? evaluationPlanSchema.parse(plans.get(row.id)) : null,
      evaluation:
        outcome === undefined
          ? null
          : {
              ...evaluationSchema.parse(outcome.document),
              evaluatedAt: outcome.evaluatedAt,
              snapshotId: outcome.snapshotId,
            },
    };
  });
}
