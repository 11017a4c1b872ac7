import { isAllowed } from '@datalab/access';
import {
  chooseCoreQuestion,
  Database,
  findQuestion,
  findRanking,
  insertQuestion,
  insertScore,
  listCompleteScorers,
  listQuestions,
  listScores,
  withdrawQuestion,
  type QuestionCandidateRow,
  type Transaction,
} from '@datalab/data';
import { forbidden, invalidInput, notFound, type QuestionRanking } from '@datalab/domain';
import { Injectable } from '@nestjs/common';
import { asPerson, type Ctx } from '../context.js';
import {
  parseStepOne,
  questionSchema,
  reasonSchema,
  scoresSchema,
  type NewQuestion,
  type ScoreAnswers,
} from './step-one-documents.js';
import { requireOpenStep } from '../labs/require-open-step.js';
import { askForRanking, checkMay, checkTakesPart, record } from './step-one.js';

/** Questions of a lab: proposed by anybody, scored by organisations apart, chosen by the coordinator. */
@Injectable()
export class QuestionsService {
  constructor(private readonly database: Database) {}

  /** Adds a question; its id. */
  async propose(ctx: Ctx, labId: string, input: NewQuestion): Promise<string> {
    const { personId, organisationId } = ctx.actor;
    const may = isAllowed(ctx.ability, 'propose', 'Question', { labId, organisationId });
    checkMay(ctx, labId, may, 'question.not-participant', 'Only who takes part proposes a question.');
    const question = parseStepOne(questionSchema, input, 'question.invalid', (value) => value);
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await requireOpenStep(tx, labId, 'prioritise');
      const made = { madeBy: personId, madeAt: ctx.clock.now() };
      const id = await insertQuestion(tx, { labId, organisationId, ...question, ...made });
      await record(tx, ctx, labId, { action: 'question.propose', objectKind: 'question', objectId: id });
      return id;
    });
  }

  /** Takes a question away: by who proposed it, or by the coordinator. Its scores stay, and count no more. The lab's id. */
  withdraw(ctx: Ctx, questionId: string): Promise<string> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const question = await readable(ctx, tx, questionId);
      const { labId, madeBy } = question;
      if (madeBy !== ctx.actor.personId && !isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
        throw forbidden('question.not-yours', 'Only who proposed it, or the coordinator, withdraws a question.');
      await requireOpenStep(tx, labId, 'prioritise');
      await withdrawQuestion(tx, questionId, ctx.clock.now());
      await askForRanking(tx, ctx, labId);
      await record(tx, ctx, labId, { action: 'question.withdraw', objectKind: 'question', objectId: questionId });
      return labId;
    });
  }

  /**
   * Writes what the own organisation thinks of questions, some or all. Until it has scored every question it cannot see what others think, and
   * what it writes counts as independent; afterwards it can change its mind, and both are kept.
   */
  async score(ctx: Ctx, labId: string, input: ScoreAnswers): Promise<void> {
    const { personId, organisationId } = ctx.actor;
    const may = isAllowed(ctx.ability, 'score', 'Question', { labId, organisationId });
    checkMay(ctx, labId, may, 'question.not-domain-expert', 'Only a domain expert scores for the organisation.');
    const scores = parseStepOne(scoresSchema, input, 'score.invalid', (value) =>
      Object.fromEntries(value.map(({ note }, i) => [`${i}.note`, note])),
    );
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      await requireOpenStep(tx, labId, 'prioritise');
      const questions = await listQuestions(tx, labId);
      if (scores.some(({ questionId }) => !questions.some(({ id }) => id === questionId))) throw notFound('question');
      const independent = !(await listCompleteScorers(tx, labId)).includes(organisationId);
      for (const score of await this.changed(tx, labId, organisationId, scores)) {
        const made = { madeBy: personId, madeAt: ctx.clock.now() };
        await insertScore(tx, { ...score, labId, organisationId, independent, ...made });
      }
      const isComplete = (await listCompleteScorers(tx, labId)).includes(organisationId);
      if (isComplete) await askForRanking(tx, ctx, labId);
      const detail = { questions: scores.length, complete: isComplete };
      await record(tx, ctx, labId, { action: 'question.score', detail });
    });
  }

  /** The coordinator makes a question the lab's own. Where the ranking puts another one first, only with a reason. The lab's id. */
  choose(ctx: Ctx, questionId: string, reason: string | null): Promise<string> {
    return this.database.inTransaction(asPerson(ctx), async (tx) => {
      const { labId } = await readable(ctx, tx, questionId);
      if (!isAllowed(ctx.ability, 'lead', 'Lab', { id: labId }))
        throw forbidden('lab.not-coordinator', 'Only the coordinator chooses the core question.');
      await requireOpenStep(tx, labId, 'prioritise');
      const why = reason?.trim() ?? '';
      const ranking = (await findRanking(tx, labId))?.document as QuestionRanking | undefined;
      const first = ranking?.ranked.find((row) => row.questionId === questionId)?.rank === 1;
      if (!first && why.length < 10)
        throw invalidInput('core-question.reason-missing', 'Say why, for this question is not ranked first.', [
          { field: 'reason' },
        ]);
      parseStepOne(reasonSchema, why, 'core-question.invalid', (value) => ({ reason: value }));
      const chosen = { chosenBy: ctx.actor.personId, chosenAt: ctx.clock.now() };
      await chooseCoreQuestion(tx, { labId, questionId, reason: why === '' ? null : why, ...chosen });
      const event = { objectKind: 'question', objectId: questionId, detail: { first } };
      await record(tx, ctx, labId, { action: 'question.choose', ...event });
      return labId;
    });
  }

  /** Without the scores that say what was said already: saving a table twice is no change of mind. */
  private async changed(tx: Transaction, labId: string, organisationId: string, scores: ScoreAnswers) {
    const own = (await listScores(tx, labId)).filter((row) => row.organisationId === organisationId);
    return scores.filter((score) => {
      const before = own.find(({ questionId }) => questionId === score.questionId);
      return (['impact', 'answerability', 'privacyCost', 'note'] as const).some(
        (part) => before?.[part] !== score[part],
      );
    });
  }
}

async function readable(ctx: Ctx, tx: Transaction, questionId: string): Promise<QuestionCandidateRow> {
  const question = await findQuestion(tx, questionId);
  if (question === undefined) throw notFound('question');
  checkTakesPart(ctx, question.labId);
  return question;
}
