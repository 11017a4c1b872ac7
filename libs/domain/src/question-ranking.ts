import type { QuestionScore } from './question-score.js';

/** How far organisations agree, or why that cannot be said. */
export type RankingAgreement =
  | { w: number; p: number; organisations: number; questions: number }
  | { w: null; because: 'one-organisation' | 'one-question' | 'no-order' };

export interface RankedQuestion {
  questionId: string;
  /** 1 is first; questions with as many points share it, and the next one is as many further. */
  rank: number;
  /** Mean over the organisations, from 4 to 20. */
  points: number;
  /** Means of the three parts, from 1 to 5. */
  means: QuestionScore;
  /** The questions with which it shares its rank. */
  tiedWith: string[];
}

/** The questions of a lab in order, by the organisations that had scored them all. */
export interface QuestionRanking {
  version: 1;
  /** Ids, in order. */
  organisations: string[];
  /** In order; a tie stands by the lowest privacy cost, then by the oldest question. */
  ranked: RankedQuestion[];
  agreement: {
    /** Of what organisations thought before they saw each other's scores. */
    apart: RankingAgreement;
    /** Of what they think now. */
    together: RankingAgreement;
  };
  /** What came of it in words, a sentence each. */
  text: { nl: string[]; en: string[] };
}
