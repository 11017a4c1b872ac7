import { createHash } from 'node:crypto';
import { abilityFor, isAllowed } from '@datalab/access';
import {
  announce,
  audit,
  Database,
  findActorInLab,
  findRanking,
  finishWork,
  insertRanking,
  listOpenWork,
  listQuestions,
  listScores,
} from '@datalab/data';
import { QUESTION_WEIGHTS, type Clock } from '@datalab/domain';
import { prioritiseJob } from '@datalab/jobs';
import { Injectable } from '@nestjs/common';
import { refuseDeparted, type Standing } from '../actor-standing.js';
import type { Work } from '../work.js';
import { completeScorers, rankQuestions, type RankingInputs } from './rank-questions.js';

/** Goes up when the same scores give another ranking: then it is made anew although its inputs are the same. */
const RANKING_VERSION = 1;

/** Ranks the questions of a lab. */
@Injectable()
export class PrioritiseService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Ranks what was scored up to now. The same scores give the same digest, and then nothing is stored again. What an organisation scored stays
   * when who asked for this left, so then the ranking is made all the same and the audit log says so. Forbidden where they left and there is
   * nothing to rank anew.
   */
  async execute(work: Work): Promise<void> {
    const { labId, actorId, requestId } = work;
    const standing = await this.standingOf(work);
    await this.database.inTransaction({ labId }, async (tx) => {
      const asked = await listOpenWork(tx, labId, prioritiseJob.name);
      const inputs = await readInputs(tx, labId);
      const digest = digestOf(inputs);
      const newest = await findRanking(tx, labId);
      const ranking =
        newest?.digest === digest ? undefined : rankQuestions(inputs, Number.parseInt(digest.slice(0, 8), 16));
      if (ranking === undefined) return refuseDeparted(standing);
      await insertRanking(tx, labId, { digest, document: ranking, computedAt: this.clock.now() });
      const detail = { actor: standing, questions: ranking.ranked.length, organisations: ranking.organisations.length };
      await audit(
        tx,
        { actorId, requestId },
        { action: 'question.rank', objectKind: 'lab', objectId: labId, labId, detail },
      );
      await finishWork(tx, asked);
      await announce(tx, { kind: 'lab', id: labId, labId });
    });
  }

  private async standingOf({ labId, actorId }: Work): Promise<Standing> {
    const actor = await findActorInLab(this.database, labId, actorId);
    if (actor === undefined) return 'left';
    const own = { labId, organisationId: actor.organisationId };
    return isAllowed(abilityFor(actor), 'read', 'Question', own) ? 'may' : 'left';
  }
}

/** What a ranking is made of, as one transaction sees it. */
export async function readInputs(tx: Parameters<typeof listQuestions>[0], labId: string): Promise<RankingInputs> {
  const questions = await listQuestions(tx, labId);
  const scores = (await listScores(tx, labId)).map(
    ({ questionId, organisationId, apart, impact, answerability, privacyCost }) => ({
      questionId,
      organisationId,
      apart,
      now: { impact, answerability, privacyCost },
    }),
  );
  return { questions: questions.map(({ id, question }) => ({ id, question })), scores };
}

/** Of the questions and what the organisations that scored all of them said: others do not count, so they change nothing. */
export function digestOf({ questions, scores }: RankingInputs): string {
  const complete = completeScorers(questions, scores);
  const parts = ({ impact, answerability, privacyCost }: RankingInputs['scores'][number]['now']) => [
    impact,
    answerability,
    privacyCost,
  ];
  const counted = complete.map((organisation) => [
    organisation,
    questions.map(({ id }) => {
      const score = scores.find((row) => row.questionId === id && row.organisationId === organisation)!;
      return [parts(score.apart), parts(score.now)];
    }),
  ]);
  const value = [RANKING_VERSION, QUESTION_WEIGHTS, questions.map(({ id, question }) => [id, question]), counted];
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}
