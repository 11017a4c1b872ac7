/** How an organisation judges a candidate question: whole numbers from 1 (little) to 5 (much). */
export interface QuestionScore {
  /** What changes for people once this is known. */
  impact: number;
  /** Whether the data that there are can answer it. */
  answerability: number;
  /** How much private life must be looked into for it: high is bad. */
  privacyCost: number;
}

export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 5;

/** How heavily each counts; decided in ADR 0043 and shown beside the ranking. */
export const QUESTION_WEIGHTS = { impact: 2, answerability: 1, privacyCost: 1 } as const satisfies Record<
  keyof QuestionScore,
  number
>;

/** A score as points, a whole number from 4 to 20: impact counts twice, and a low privacy cost is worth what a high answerability is. */
export const pointsOf = ({ impact, answerability, privacyCost }: QuestionScore): number =>
  QUESTION_WEIGHTS.impact * impact +
  QUESTION_WEIGHTS.answerability * answerability +
  QUESTION_WEIGHTS.privacyCost * (LOWEST_SCORE + HIGHEST_SCORE - privacyCost);

/** Points at most. */
export const MOST_POINTS =
  HIGHEST_SCORE * (QUESTION_WEIGHTS.impact + QUESTION_WEIGHTS.answerability + QUESTION_WEIGHTS.privacyCost);
