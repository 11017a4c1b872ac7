import type { QuestionScore } from '@datalab/domain';
import type { Transaction } from '../database.js';

/** What an organisation thinks of a question, newest words; `apart` is what it thought before it saw the others. */
export interface QuestionScoreRow extends QuestionScore {
  questionId: string;
  organisationId: string;
  note: string;
  madeAt: Date;
  apart: QuestionScore;
}

const PARTS = `jsonb_build_object('impact', impact, 'answerability', answerability, 'privacyCost', privacy_cost)`;

/** The scores of the questions that were not withdrawn, as far as row-level security shows them. */
export const listScores = (tx: Transaction, labId: string): Promise<QuestionScoreRow[]> =>
  tx.query(
    `select distinct on (s.question_id, s.organisation_id) s.question_id as "questionId", s.organisation_id as "organisationId",
            s.impact, s.answerability, s.privacy_cost as "privacyCost", s.note, s.made_at as "madeAt", a.apart
     from question_score s
     join question_candidate q on q.id = s.question_id and q.withdrawn_at is null
     cross join lateral (
       select ${PARTS} as apart from question_score f
       where f.question_id = s.question_id and f.organisation_id = s.organisation_id and f.independent
       order by f.version desc limit 1) a
     where s.lab_id = $1
     order by s.question_id, s.organisation_id, s.version desc`,
    [labId],
  );

/** The organisations that have scored every question. That they did is no secret in their lab; what they scored may be. */
export async function listCompleteScorers(tx: Transaction, labId: string): Promise<string[]> {
  const rows: { organisationId: string }[] = await tx.query(
    'select organisation_id as "organisationId" from app.complete_scorers() where lab_id = $1',
    [labId],
  );
  return rows.map(({ organisationId }) => organisationId);
}

/** Adds a version of a score. The first of a question counts as independent, whatever is said. */
export async function insertScore(
  tx: Transaction,
  score: QuestionScore & {
    questionId: string;
    labId: string;
    organisationId: string;
    note: string;
    independent: boolean;
    madeBy: string;
    madeAt: Date;
  },
): Promise<void> {
  await tx.query(
    `insert into question_score (question_id, organisation_id, version, lab_id, impact, answerability, privacy_cost, note, independent,
       made_by, made_at)
     select $1::uuid, $2::uuid, coalesce(max(version), 0) + 1, $3::uuid, $4, $5, $6, $7, $8 or max(version) is null, $9::uuid, $10::timestamptz
     from question_score where question_id = $1 and organisation_id = $2`,
    [
      score.questionId,
      score.organisationId,
      score.labId,
      score.impact,
      score.answerability,
      score.privacyCost,
      score.note,
      score.independent,
      score.madeBy,
      score.madeAt,
    ],
  );
}

/** A ranking as it is stored; the document is typed by the feature that makes it. */
export interface QuestionRankingRow {
  digest: string;
  document: unknown;
  computedAt: Date;
}

/** The newest ranking; undefined where there is none, or where one may not see it yet. */
export async function findRanking(tx: Transaction, labId: string): Promise<QuestionRankingRow | undefined> {
  const rows: QuestionRankingRow[] = await tx.query(
    `select digest, document, computed_at as "computedAt" from question_ranking where lab_id = $1
     order by computed_at desc, id desc limit 1`,
    [labId],
  );
  return rows[0];
}

export async function insertRanking(
  tx: Transaction,
  labId: string,
  { digest, document, computedAt }: QuestionRankingRow,
): Promise<void> {
  await tx.query('insert into question_ranking (lab_id, digest, document, computed_at) values ($1, $2, $3, $4)', [
    labId,
    digest,
    JSON.stringify(document),
    computedAt,
  ]);
}
