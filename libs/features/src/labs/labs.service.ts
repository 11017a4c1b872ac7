import { isAllowed } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  findLab,
  listDatasets,
  listLabs,
  listParticipants,
  listSteps,
  lockSteps,
  saveStep,
  type DatasetRow,
  type LabRow,
  type ParticipantRow,
  type StepRow,
  type Transaction,
} from '@datalab/data';
import {
  criteriaOf,
  forbidden,
  invalidInput,
  invalidState,
  nextStepState,
  notFound,
  STEPS,
  type Criterion,
  type Step,
  type StepEvent,
} from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, authorOf, type Ctx } from '../context.js';
import { readFacts } from './facts/read-facts.js';

export interface LabView extends LabRow {
  participants: ParticipantRow[];
  steps: (StepRow & { criteria: Criterion[] })[];
  datasets: DatasetRow[];
}

/** Labs and their way through the five steps. */
@Injectable()
export class LabsService {
  constructor(private readonly database: Database) {}

  /** The labs that this person takes part in, by name. */
  listMine(ctx: Ctx): Promise<LabRow[]> {
    return this.database.inTransaction(asPerson(ctx), async (tx) =>
      (await listLabs(tx)).filter(({ id }) => isAllowed(ctx.ability, 'read', 'Lab', { id })),
    );
  }

  /** One lab with who takes part, how far it is and what is missing for each step. NotFound also where it is not yours. */
  async getView(ctx: Ctx, labId: string): Promise<LabView> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    return this.database.inTransaction(asPerson(ctx), (tx) => readView(tx, labId));
  }

  /** Hands a step in for review; every criterion must hold. */
  submitStep(ctx: Ctx, labId: string, step: Step): Promise<LabView> {
    return this.move(ctx, labId, step, 'submit', null, (view) => {
      const criteria = view.steps.find((row) => row.step === step)!.criteria;
      const open = criteria.filter(({ met }) => !met).map(({ code }) => code);
      if (criteria.length === 0)
        throw invalidState('step.no-criteria', 'This step cannot be finished in this version.');
      if (open.length > 0)
        throw invalidState('step.criteria-open', `These criteria do not hold yet: ${open.join(', ')}.`);
    });
  }

  /** Closes a step that was in review and opens the next one. */
  approveStep(ctx: Ctx, labId: string, step: Step): Promise<LabView> {
    return this.move(ctx, labId, step, 'approve', null);
  }

  /** Opens a step again, with a reason; every later step is locked. */
  async reopenStep(ctx: Ctx, labId: string, step: Step, reason: string): Promise<LabView> {
    if (reason.trim().length < 3)
      throw invalidInput('step.reason-missing', 'Say why the step is reopened.', [{ field: 'reason' }]);
    return this.move(ctx, labId, step, 'reopen', reason.trim());
  }

  private async move(
    ctx: Ctx,
    labId: string,
    step: Step,
    event: StepEvent,
    reason: string | null,
    check: (view: LabView) => void = () => undefined,
  ): Promise<LabView> {
    if (!isAllowed(ctx.ability, 'read', 'Lab', { id: labId })) throw notFound('lab');
    if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
      throw forbidden('lab.not-coordinator', 'Only the coordinator moves a lab through its steps.');
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const states = new Map((await lockSteps(tx, labId)).map((row) => [row.step, row.state]));
      check(await readView(tx, labId));
      for (const [moved, state] of followingStates(states, step, event))
        await saveStep(tx, labId, moved, state, moved === step ? reason : null);
      await audit(tx, authorOf(ctx), { action: `step.${event}`, objectKind: 'step', objectId: step, labId });
      await announce(tx, { kind: 'lab', id: labId, labId });
      return readView(tx, labId);
    });
  }
}

type States = ReadonlyMap<Step, StepRow['state']>;

/** What one event changes: the step itself, and those after it. Throws InvalidState where the event does not fit. */
function followingStates(states: States, step: Step, event: StepEvent): [Step, StepRow['state']][] {
  const changes: [Step, StepRow['state']][] = [[step, nextStepState(states.get(step) ?? 'locked', event)]];
  const later = STEPS.slice(STEPS.indexOf(step) + 1);
  const next = later[0];
  if (event === 'approve' && next !== undefined && states.get(next) === 'locked')
    changes.push([next, nextStepState('locked', 'unlock')]);
  if (event === 'reopen')
    for (const other of later) {
      const state = states.get(other) ?? 'locked';
      if (state !== 'locked') changes.push([other, nextStepState(state, 'lock')]);
    }
  return changes;
}

async function readView(tx: Transaction, labId: string): Promise<LabView> {
  const lab = await findLab(tx, labId);
  if (lab === undefined) throw notFound('lab');
  const participants = await listParticipants(tx, labId);
  const datasets = await listDatasets(tx, labId);
  const states = await listSteps(tx, labId);
  const facts = await readFacts(tx, { lab, participants, datasets });
  const steps = STEPS.map((step) => {
    const row = states.find((candidate) => candidate.step === step) ?? {
      step,
      state: 'locked' as const,
      since: new Date(0),
    };
    return { ...row, criteria: criteriaOf(step, facts, row.since) };
  });
  return { ...lab, participants, steps, datasets };
}
