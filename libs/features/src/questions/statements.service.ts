import { isAllowed } from '@datalab/access';
import {
  Database,
  insertBoardAgreement,
  insertChecklistAnswers,
  insertConsultation,
  insertGoal,
  type ChecklistDocument,
  type Transaction,
} from '@datalab/data';
import { CHECKLIST_OF, forbidden, invalidInput, type ChecklistName } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import {
  answersSchema,
  boardSchema,
  consultationSchema,
  goalSchema,
  parseStepOne,
  type BoardAnswer,
  type ConsultationAnswer,
} from './step-one-documents.js';
import { requireOpenStep } from '../labs/require-open-step.js';
import { checkMay, checkTakesPart, record } from './step-one.js';

/** What organisations state in step 1: goals, lists, the word of their boards; and the lab's word on its citizens. */
@Injectable()
export class StatementsService {
  constructor(private readonly database: Database) {}

  /** What the own organisation wants; earlier words stay. */
  async stateGoal(ctx: Ctx, labId: string, goal: string): Promise<void> {
    const may = this.mayState(ctx, labId, 'goal');
    checkMay(ctx, labId, may, 'goal.not-domain-expert', 'Only a domain expert states the goal of the organisation.');
    const parsed = parseStepOne(goalSchema, { goal }, 'goal.invalid', (value) => value);
    return this.add(ctx, labId, 'goal.state', (tx, made) => insertGoal(tx, { ...made, ...parsed }));
  }

  /** The answers of the own organisation on a list, as it stands now; those that are left out are open. */
  async answerChecklist(
    ctx: Ctx,
    labId: string,
    name: ChecklistName,
    answers: ChecklistDocument['answers'],
  ): Promise<void> {
    const own = { labId, organisationId: ctx.actor.organisationId, name };
    const may = isAllowed(ctx.ability, 'state', 'Checklist', own);
    checkMay(ctx, labId, may, 'checklist.not-yours', 'Your role does not answer this list for the organisation.');
    const { items, version } = CHECKLIST_OF[name];
    const parsed = parseStepOne(answersSchema(items), answers, 'checklist.invalid', (value) =>
      Object.fromEntries(value.map(({ item, explanation }) => [item, explanation])),
    );
    const document = { checklistVersion: version, answers: parsed };
    return this.add(ctx, labId, 'checklist.answer', (tx, made) =>
      insertChecklistAnswers(tx, { ...made, checklist: name, document }),
    );
  }

  /** What the own board said about independent results, by its domain expert or privacy officer: nobody speaks for another's board. */
  async recordBoard(ctx: Ctx, labId: string, answer: BoardAnswer): Promise<void> {
    const may = this.mayState(ctx, labId, 'board');
    const message = 'Only a domain expert or the privacy officer records what the own board said.';
    checkMay(ctx, labId, may, 'board.not-yours', message);
    const parsed = parseStepOne(boardSchema, answer, 'board.invalid', (value) => ({
      personName: value.personName,
      function: value.function,
    }));
    checkNotLater(ctx, 'agreedOn', parsed.agreedOn);
    return this.add(ctx, labId, 'board.record', (tx, made) => insertBoardAgreement(tx, { ...made, ...parsed }));
  }

  /** How citizens were asked, or why they were not; by the coordinator. */
  async recordConsultation(ctx: Ctx, labId: string, answer: ConsultationAnswer): Promise<void> {
    checkTakesPart(ctx, labId);
    if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
      throw forbidden('lab.not-coordinator', 'Only the coordinator records how citizens were consulted.');
    const parsed = parseStepOne(consultationSchema, answer, 'consultation.invalid', (value): Record<string, string> =>
      value.held ? { how: value.how, outcome: value.outcome } : { reason: value.reason },
    );
    if (parsed.held) checkNotLater(ctx, 'heldOn', parsed.heldOn);
    const consultation = parsed.held
      ? { ...parsed, reason: null }
      : { ...parsed, how: null, heldOn: null, outcome: null };
    return this.add(ctx, labId, 'consultation.record', (tx, { labId: id, madeBy, madeAt }) =>
      insertConsultation(tx, { ...consultation, labId: id, madeBy, madeAt }),
    );
  }

  private mayState(ctx: Ctx, labId: string, about: string): boolean {
    const { organisationId } = ctx.actor;
    return isAllowed(ctx.ability, 'state', 'Statement', { labId, organisationId, about });
  }

  private add(
    ctx: Ctx,
    labId: string,
    action: string,
    write: (
      tx: Transaction,
      made: { labId: string; organisationId: string; madeBy: string; madeAt: Date },
    ) => Promise<void>,
  ): Promise<void> {
    const { personId, organisationId } = ctx.actor;
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await requireOpenStep(tx, labId, 'prioritise');
      await write(tx, { labId, organisationId, madeBy: personId, madeAt: ctx.clock.now() });
      await record(tx, ctx, labId, { action });
    });
  }
}

/** What was said or held was so by now. A day of leeway: it may be tomorrow already where the lab is. */
function checkNotLater({ clock }: Ctx, field: string, day: string): void {
  const tomorrow = new Date(clock.now().getTime() + 86_400_000).toISOString().slice(0, 10);
  if (day > tomorrow) throw invalidInput('date.in-future', 'This day is still to come.', [{ field }]);
}
