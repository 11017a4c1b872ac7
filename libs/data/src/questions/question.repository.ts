import type { Transaction } from '../database.js';

/** A question that the lab could work on. */
export interface QuestionCandidateRow {
  id: string;
  labId: string;
  organisationId: string;
  question: string;
  behind: string;
  /** The person, by id: who may withdraw it is asked of it. */
  madeBy: string;
  madeAt: Date;
}

const CANDIDATE = `select id, lab_id as "labId", organisation_id as "organisationId", question, behind, made_by as "madeBy",
  made_at as "madeAt" from question_candidate where withdrawn_at is null`;

/** The questions that were not withdrawn, oldest first. */
export const listQuestions = (tx: Transaction, labId: string): Promise<QuestionCandidateRow[]> =>
  tx.query(`${CANDIDATE} and lab_id = $1 order by made_at, id`, [labId]);

/** One question; undefined where there is none, where it is not yours, or where it was withdrawn. */
export async function findQuestion(tx: Transaction, id: string): Promise<QuestionCandidateRow | undefined> {
  const rows: QuestionCandidateRow[] = await tx.query(`${CANDIDATE} and id = $1`, [id]);
  return rows[0];
}

/** Adds a question; its id. */
export async function insertQuestion(tx: Transaction, row: Omit<QuestionCandidateRow, 'id'>): Promise<string> {
  const rows: { id: string }[] = await tx.query(
    `insert into question_candidate (lab_id, organisation_id, question, behind, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6) returning id`,
    [row.labId, row.organisationId, row.question, row.behind, row.madeBy, row.madeAt],
  );
  return rows[0]!.id;
}

export async function withdrawQuestion(tx: Transaction, id: string, at: Date): Promise<void> {
  await tx.query('update question_candidate set withdrawn_at = $2 where id = $1', [id, at]);
}

/** Which question the lab chose. */
export interface CoreQuestionRow {
  questionId: string;
  version: number;
  reason: string | null;
  chosenAt: Date;
}

/** The newest choice; undefined where none was made. */
export async function findCoreQuestion(tx: Transaction, labId: string): Promise<CoreQuestionRow | undefined> {
  const rows: CoreQuestionRow[] = await tx.query(
    `select question_id as "questionId", version, reason, chosen_at as "chosenAt" from core_question
     where lab_id = $1 order by version desc limit 1`,
    [labId],
  );
  return rows[0];
}

/** Adds a choice and writes the question in the lab itself. */
export async function chooseCoreQuestion(
  tx: Transaction,
  choice: { labId: string; questionId: string; reason: string | null; chosenBy: string; chosenAt: Date },
): Promise<void> {
  await tx.query('select pg_advisory_xact_lock(hashtextextended($1, 21))', [choice.labId]);
  await tx.query(
    `insert into core_question (lab_id, version, question_id, reason, chosen_by, chosen_at)
     select $1::uuid, coalesce(max(version), 0) + 1, $2::uuid, $3, $4::uuid, $5::timestamptz from core_question where lab_id = $1`,
    [choice.labId, choice.questionId, choice.reason, choice.chosenBy, choice.chosenAt],
  );
  await tx.query(
    'update lab set question = (select question from question_candidate where id = $2 and lab_id = $1) where id = $1',
    [choice.labId, choice.questionId],
  );
}
