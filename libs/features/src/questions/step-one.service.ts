import { isAllowed } from '@datalab/access';
import {
  Database,
  findConsultation,
  findCoreQuestion,
  findRanking,
  findStepState,
  listBoardAgreements,
  listChecklistAnswers,
  listCompleteScorers,
  listGoals,
  listParticipants,
  listQuestions,
  listScores,
  type BoardAgreementRow,
  type ChecklistAnswersRow,
  type ConsultationRow,
  type CoreQuestionRow,
  type OrganisationGoalRow,
  type QuestionCandidateRow,
  type QuestionScoreRow,
} from '@datalab/data';
import type { QuestionRanking, StepState } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import { digestOf, readInputs } from './prioritise.service.js';
import { checkTakesPart } from './step-one.js';

/** All of step 1 that one person may see now. */
export interface StepOneView {
  labId: string;
  state: StepState;
  organisations: { id: string; name: string }[];
  goals: OrganisationGoalRow[];
  questions: (QuestionCandidateRow & { isMine: boolean; scores: QuestionScoreRow[] })[];
  /** Organisations that have scored every question. */
  scoredBy: string[];
  /** Null where there is none, and where the own organisation has not scored every question. */
  ranking: (QuestionRanking & { digest: string; computedAt: Date; isCurrent: boolean }) | null;
  core: CoreQuestionRow | null;
  checklists: ChecklistAnswersRow[];
  boards: BoardAgreementRow[];
  consultation: ConsultationRow | null;
  /** What this person does here; checked again each time. */
  can: {
    stateGoal: boolean;
    score: boolean;
    lead: boolean;
    answerLegal: boolean;
    answerQuality: boolean;
    recordBoard: boolean;
  };
}

/** Reads step 1. */
@Injectable()
export class StepOneService {
  constructor(private readonly database: Database) {}

  /** NotFound also where the lab is not yours. Scores of others are in it once the own organisation has scored every question. */
  async getView(ctx: Ctx, labId: string): Promise<StepOneView> {
    checkTakesPart(ctx, labId);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const participants = await listParticipants(tx, labId);
      const scores = await listScores(tx, labId);
      const scoredBy = await listCompleteScorers(tx, labId);
      const { organisationId: own } = ctx.actor;
      const hasScored = scoredBy.includes(own);
      // What row-level security says, said again.
      const mayBeSeen = (organisation: string) =>
        organisation === own || (hasScored && scoredBy.includes(organisation));
      const found = hasScored ? await findRanking(tx, labId) : undefined;
      const digest = found && digestOf(await readInputs(tx, labId));
      return {
        labId,
        state: (await findStepState(tx, labId, 'prioritise')) ?? 'locked',
        organisations: participants.map(({ organisationId, name }) => ({ id: organisationId, name })),
        goals: await listGoals(tx, labId),
        questions: (await listQuestions(tx, labId)).map((question) => ({
          ...question,
          isMine: question.madeBy === ctx.actor.personId,
          scores: scores.filter(
            ({ questionId, organisationId }) => questionId === question.id && mayBeSeen(organisationId),
          ),
        })),
        scoredBy,
        ranking:
          found === undefined
            ? null
            : {
                ...(found.document as QuestionRanking),
                digest: found.digest,
                computedAt: found.computedAt,
                isCurrent: found.digest === digest,
              },
        core: (await findCoreQuestion(tx, labId)) ?? null,
        checklists: await listChecklistAnswers(tx, labId),
        boards: await listBoardAgreements(tx, labId),
        consultation: (await findConsultation(tx, labId)) ?? null,
        can: abilitiesOf(ctx, labId),
      };
    });
  }
}

function abilitiesOf({ actor, ability }: Ctx, labId: string): StepOneView['can'] {
  const own = { labId, organisationId: actor.organisationId };
  return {
    stateGoal: isAllowed(ability, 'state', 'Statement', { ...own, about: 'goal' }),
    score: isAllowed(ability, 'score', 'Question', own),
    lead: isAllowed(ability, 'lead', 'Lab', { id: labId }),
    answerLegal: isAllowed(ability, 'state', 'Checklist', { ...own, name: 'legal' }),
    answerQuality: isAllowed(ability, 'state', 'Checklist', { ...own, name: 'quality' }),
    recordBoard: isAllowed(ability, 'state', 'Statement', { ...own, about: 'board' }),
  };
}
