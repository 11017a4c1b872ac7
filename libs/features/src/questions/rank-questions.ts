import { kendallW } from '@datalab/analysis';
import {
  pointsOf,
  type QuestionRanking,
  type QuestionScore,
  type RankedQuestion,
  type RankingAgreement,
} from '@datalab/domain';
import { rankingText } from './ranking-text.js';

/** What an organisation scored a question: now, and before it saw the others. */
export interface ScoredQuestion {
  questionId: string;
  organisationId: string;
  apart: QuestionScore;
  now: QuestionScore;
}

/** What a ranking is made of; questions in the order in which they were proposed. */
export interface RankingInputs {
  questions: readonly { id: string; question: string }[];
  scores: readonly ScoredQuestion[];
}

const PERMUTATIONS = 9_999;

/** The organisations that have scored every question, by id; nobody where there is no question. */
export function completeScorers(
  questions: readonly { id: string }[],
  scores: readonly { questionId: string; organisationId: string }[],
): string[] {
  if (questions.length === 0) return [];
  const organisations = [...new Set(scores.map(({ organisationId }) => organisationId))].sort();
  return organisations.filter((organisation) =>
    questions.every(({ id }) =>
      scores.some(({ questionId, organisationId }) => questionId === id && organisationId === organisation),
    ),
  );
}

/**
 * The order of the questions by mean points over the organisations that scored all of them; others do not count yet. Undefined where nobody
 * has. The same inputs and seed give the same ranking.
 */
export function rankQuestions({ questions, scores }: RankingInputs, seed: number): QuestionRanking | undefined {
  const organisations = completeScorers(questions, scores);
  if (organisations.length === 0) return undefined;
  const scoreOf = (organisation: string, question: string): ScoredQuestion =>
    scores.find(({ questionId, organisationId }) => questionId === question && organisationId === organisation)!;

  const totals = questions.map(({ id }) => {
    const given = organisations.map((organisation) => scoreOf(organisation, id).now);
    // Sums of whole numbers, so that a tie is a tie and not a rounding.
    const sum = (part: (score: QuestionScore) => number) => given.reduce((total, score) => total + part(score), 0);
    return {
      id,
      points: sum(pointsOf),
      impact: sum(({ impact }) => impact),
      answerability: sum(({ answerability }) => answerability),
      privacyCost: sum(({ privacyCost }) => privacyCost),
    };
  });
  const count = organisations.length;
  // Array.sort is stable: what is equal here stays in the order in which it was proposed.
  const ranked = [...totals]
    .sort((a, b) => b.points - a.points || a.privacyCost - b.privacyCost)
    .map(({ id, points, impact, answerability, privacyCost }): RankedQuestion => {
      const same = totals.filter((other) => other.points === points && other.id !== id);
      return {
        questionId: id,
        rank: 1 + totals.filter((other) => other.points > points).length,
        points: points / count,
        means: { impact: impact / count, answerability: answerability / count, privacyCost: privacyCost / count },
        tiedWith: same.map((other) => other.id),
      };
    });

  const agreementOn = (which: 'apart' | 'now'): RankingAgreement => {
    if (questions.length < 2) return { w: null, because: 'one-question' };
    if (count < 2) return { w: null, because: 'one-organisation' };
    const points = organisations.map((organisation) =>
      questions.map(({ id }) => pointsOf(scoreOf(organisation, id)[which])),
    );
    const { w, permutationP } = kendallW(points, { seed, permutations: PERMUTATIONS });
    if (Number.isNaN(w)) return { w: null, because: 'no-order' };
    return { w, p: permutationP, organisations: count, questions: questions.length };
  };
  const agreement = { apart: agreementOn('apart'), together: agreementOn('now') };
  const text = rankingText({ questions, ranked, agreement, organisations: count });
  return { version: 1, organisations, ranked, agreement, text };
}
