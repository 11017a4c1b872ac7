import type { Database } from '@datalab/data';
import { CHECKLIST_OF } from '@datalab/domain';
import { QuestionsService } from '../questions/questions.service.js';
import { StatementsService } from '../questions/statements.service.js';
import { StepOneService } from '../questions/step-one.service.js';
import { OutputShellsService } from '../shells/output-shells.service.js';
import { doThose, isOpenStep, type PartnerAnswers } from './partner-answers.js';

const GOAL = 'Verzonnen doel: weten waar wij samen meer kunnen doen.';
const INVENTED = 'Verzonnen antwoord voor de oefening.';

/** Step 1: the goal, the legal list, the word of the board, a score for every question. Output shells are approved whenever they are handed in. */
export function prioritiseAnswers(database: Database): PartnerAnswers {
  const stepOne = new StepOneService(database);
  const statements = new StatementsService(database);
  const questions = new QuestionsService(database);
  const shells = new OutputShellsService(database);
  return async (ctx, lab) => {
    const { organisationId: own } = ctx.actor;
    const isOwn = (row: { organisationId: string }) => row.organisationId === own;
    const approved = (await shells.list(ctx, lab.id))
      .filter(({ state, approvals }) => state === 'submitted' && !approvals.some(isOwn))
      .map(
        ({ id }) =>
          () =>
            shells.approve(ctx, id),
      );
    if (!isOpenStep(lab, 'prioritise')) return doThose(...approved);
    const view = await stepOne.getView(ctx, lab.id);
    const legal = CHECKLIST_OF.legal.items.map(({ key }) => ({
      item: key,
      answer: 'yes' as const,
      explanation: INVENTED,
    }));
    const agreedOn = ctx.clock.now().toISOString().slice(0, 10);
    const board = { agrees: true, personName: ctx.actor.name, function: 'Verzonnen bestuurder', agreedOn };
    return doThose(
      !view.goals.some(isOwn) && (() => statements.stateGoal(ctx, lab.id, GOAL)),
      !view.checklists.some((row) => isOwn(row) && row.checklist === 'legal') &&
        (() => statements.answerChecklist(ctx, lab.id, 'legal', legal)),
      !view.boards.some(isOwn) && (() => statements.recordBoard(ctx, lab.id, board)),
      view.questions.length > 0 &&
        !view.scoredBy.includes(own) &&
        (() =>
          questions.score(
            ctx,
            lab.id,
            view.questions.map(({ id }, at) => ({
              questionId: id,
              impact: 5 - (at % 3),
              answerability: 4,
              privacyCost: 2,
              note: '',
            })),
          )),
      ...approved,
    );
  };
}
